namespace NewsBot.Core.Articles;

/// <summary>The article of a page as its publisher printed it: what the page does not tell is null or empty, nothing is guessed.</summary>
public sealed record PageArticle
{
    /// <summary>As the page shows it.</summary>
    public string? Title { get; init; }

    public PageDate? Published { get; init; }

    /// <summary>Names without roles, dates and the publisher's own name where people are named.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The publisher as people know it.</summary>
    public string? Source { get; init; }

    /// <summary>BCP 47 primary language, checked against the text.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute http(s) address of the lead image.</summary>
    public string? Image { get; init; }

    public string? Url { get; init; }

    public PageAccess Access { get; init; }

    /// <summary>Text without the title, a block an entry, in the order of the page.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }
}

/// <summary>How much of its article a page gives.</summary>
public enum PageAccess
{
    Open,

    /// <summary>The publisher sells the rest; the text is the free part.</summary>
    Paid,

    /// <summary>A page that grows: the text is what stood there when it was read.</summary>
    Live,
}

/// <summary>A date as a page gives it: a day, a local time, or an instant with the page's own offset.</summary>
/// <param name="Value">Without a time it is midnight, without an offset the offset is zero.</param>
public readonly record struct PageDate(DateTimeOffset Value, PageDatePrecision Precision)
{
    /// <summary>ISO 8601 with just what the page said.</summary>
    public override string ToString() => Value.ToString(
        Precision switch
        {
            PageDatePrecision.Day => "yyyy-MM-dd",
            PageDatePrecision.LocalTime => "yyyy-MM-dd'T'HH:mm:ss",
            _ => "yyyy-MM-dd'T'HH:mm:sszzz",
        },
        System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How much of a date was said.</summary>
public enum PageDatePrecision
{
    Day,
    LocalTime,
    Instant,
}
