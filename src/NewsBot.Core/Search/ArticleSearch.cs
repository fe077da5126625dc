using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Search;

/// <summary>What to search for, and within which bounds.</summary>
public sealed record ArticleSearch
{
    public const int MostHits = 200;

    public required Query Query { get; init; }

    /// <summary>Only articles of these feeds are found, counted or used for advice.</summary>
    public required Sight Sight { get; init; }

    /// <summary>Published at this moment or later; null has no bound.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Published before this moment; null has no bound.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only these articles; null allows all.</summary>
    public IReadOnlySet<ArticleId>? Among { get; init; }

    /// <summary>All articles but these; null allows all.</summary>
    public IReadOnlySet<ArticleId>? Except { get; init; }

    /// <summary>At most <see cref="MostHits"/>.</summary>
    public int Limit { get; init; } = MostHits;
}
