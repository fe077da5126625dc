namespace NewsBot.Core.Delivery;

/// <summary>How messages look. Null inherits: a subscription from its place, a place from its home, the home from <see cref="Default"/>.</summary>
public sealed record Style
{
    public static readonly Style None = new();

    public static readonly Style Default = new() { Form = MessageForm.Summary, Images = false, Preview = false, Silent = false, Buttons = true, Rich = false, Publish = false, Public = false, Merge = MergeRule.Stories, Edits = EditRule.Edit };

    public MessageForm? Form { get; init; }

    public bool? Images { get; init; }

    public bool? Preview { get; init; }

    public bool? Silent { get; init; }

    public bool? Buttons { get; init; }

    /// <summary>Digests and articles that are read come as one long message with headings and pictures; platforms without those ignore it.</summary>
    public bool? Rich { get; init; }

    /// <summary>Passed on to the channels that follow the place; platforms without announcement channels ignore it.</summary>
    public bool? Publish { get; init; }

    /// <summary>Answers to questions are seen by everyone; platforms where they always are ignore it.</summary>
    public bool? Public { get; init; }

    /// <summary>Stands before the title of each message.</summary>
    public string? Title { get; init; }

    /// <summary>With "#", separated by spaces.</summary>
    public string? Tags { get; init; }

    public string? Footer { get; init; }

    public MergeRule? Merge { get; init; }

    public EditRule? Edits { get; init; }

    /// <summary>Discord role that is mentioned; platforms without roles ignore it.</summary>
    public string? PingRole { get; init; }

    public bool? Pin { get; init; }

    /// <summary>This style with what it leaves open taken from another.</summary>
    public Style Over(Style outer) => new()
    {
        Form = Form ?? outer.Form,
        Images = Images ?? outer.Images,
        Preview = Preview ?? outer.Preview,
        Silent = Silent ?? outer.Silent,
        Buttons = Buttons ?? outer.Buttons,
        Rich = Rich ?? outer.Rich,
        Publish = Publish ?? outer.Publish,
        Public = Public ?? outer.Public,
        Title = Title ?? outer.Title,
        Tags = Tags ?? outer.Tags,
        Footer = Footer ?? outer.Footer,
        Merge = Merge ?? outer.Merge,
        Edits = Edits ?? outer.Edits,
        PingRole = PingRole ?? outer.PingRole,
        Pin = Pin ?? outer.Pin,
    };
}

/// <summary>How much of an article a message tells.</summary>
public enum MessageForm
{
    /// <summary>The title and the source line.</summary>
    Compact,

    /// <summary>One or two sentences more.</summary>
    Summary,

    /// <summary>As much of the article as fits.</summary>
    Full,
}

/// <summary>What joins a message that was sent.</summary>
public enum MergeRule
{
    Off,
    Copies,
    Stories,
}

/// <summary>What happens when an article changes after it was sent.</summary>
public enum EditRule
{
    Off,
    Edit,
    Resend,
}
