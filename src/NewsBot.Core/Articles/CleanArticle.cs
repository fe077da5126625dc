namespace NewsBot.Core.Articles;

/// <summary>An article as taken out of a scraped text, a page or a feed item: body free of boilerplate, what stood in boilerplate lines taken into fields.</summary>
public sealed record CleanArticle
{
    /// <summary>One line; null when none could be told.</summary>
    public string? Title { get; init; }

    /// <summary>With the offset the text gave; without one taken as UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    public string? Author { get; init; }

    public string? Source { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    public string? Image { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }
}
