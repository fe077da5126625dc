using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Feeds;

/// <summary>Everything one refresh changes, committed in one transaction or not at all.</summary>
public sealed record RefreshOutcome
{
    /// <summary>The feed as it is to be stored; its version is the one that was read and guards the commit.</summary>
    public required Feed Feed { get; init; }

    /// <summary>Null when no item was looked at (304, failure).</summary>
    public FeedMemory? Memory { get; init; }

    public IReadOnlyList<Article> NewArticles { get; init; } = [];

    public IReadOnlyList<Article> ChangedArticles { get; init; } = [];

    /// <summary>Pages to be read for these articles.</summary>
    public IReadOnlyList<EnrichmentTask> Enrichments { get; init; } = [];

    public IReadOnlyList<PlannedDelivery> Deliveries { get; init; } = [];
}
