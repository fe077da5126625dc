namespace NewsBot.Core.Inbox;

/// <summary>Something a platform told us that is to be answered, kept until it is: stored before the platform hears that we have it.</summary>
public sealed record InboxRow
{
    /// <summary>Whose updates they are: the platform and the bot's own id on it, such as "telegram:123456".</summary>
    public required string Source { get; init; }

    /// <summary>The platform's number of it, unique within the source.</summary>
    public required long Update { get; init; }

    /// <summary>The order of arrival; the store gives it.</summary>
    public long Number { get; init; }

    /// <summary>Rows of one lane are handled one after another in the order of their arrival; usually a place.</summary>
    public required string Lane { get; init; }

    /// <summary>As the platform sent it.</summary>
    public required string Payload { get; init; }

    /// <summary>From when on its age counts.</summary>
    public required DateTimeOffset Sent { get; init; }

    /// <summary>True for what is handled however old it is, such as a change of membership.</summary>
    public bool IsLasting { get; init; }

    /// <summary>How many processes began while it was open.</summary>
    public int Starts { get; init; }
}
