using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Reports;

/// <summary>What somebody marked as wrong. One for each article, kind and place.</summary>
public sealed record Report
{
    public required ReportKind Kind { get; init; }

    public required ArticleId Article { get; init; }

    public required PlaceId Place { get; init; }

    public required PersonId Person { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public required string Source { get; init; }

    /// <summary>What was shown: the sentences of the summary, the title of the story, or the beginning of the page's text.</summary>
    public required string Shown { get; init; }
}

/// <summary>What is wrong.</summary>
public enum ReportKind
{
    /// <summary>The summary misleads: in that place the article shows its title and link alone.</summary>
    Summary,

    /// <summary>The article tells of something else than its story: it becomes a story of its own.</summary>
    Story,

    /// <summary>The text is no article: kept for the operator.</summary>
    Page,
}
