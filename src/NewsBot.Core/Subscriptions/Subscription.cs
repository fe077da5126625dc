using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Subscriptions;

/// <summary>What one place wants to receive.</summary>
public sealed record Subscription
{
    public required SubscriptionId Id { get; init; }

    /// <summary>The number people see, "#3"; unique within the home and never reused.</summary>
    public required int Number { get; init; }

    public required HomeId Home { get; init; }

    public required PlaceId Place { get; init; }

    public required SubscriptionKind Kind { get; init; }

    /// <summary>Set for <see cref="SubscriptionKind.Feed"/>.</summary>
    public FeedId? Feed { get; init; }

    /// <summary>Feeds that moved onto <see cref="Feed"/>: what they held stays in sight.</summary>
    public IReadOnlyList<FeedId> FormerFeeds { get; init; } = [];

    /// <summary>Subscriptions of the same place that became part of this one when their feed moved onto its feed.</summary>
    public IReadOnlyList<MergedSubscription> Merged { get; init; } = [];

    /// <summary>The source's name, the topic, or the query as typed; the feed's title for a feed.</summary>
    public required string Value { get; init; }

    /// <summary>A query that an article must also match; null lets all pass.</summary>
    public string? Filter { get; init; }

    public string? Folder { get; init; }

    public Pause? Pause { get; init; }

    public SubscriptionMode Mode { get; init; } = SubscriptionMode.AtOnce;

    /// <summary>Number of the place's digest that collects it; null where none does.</summary>
    public int? Digest { get; init; }

    public Style? Style { get; init; }

    /// <summary>Beside the limit of its place; null sets none.</summary>
    public SendLimit? Limit { get; init; }

    /// <summary>Articles up to this id are older than the subscription and are never sent for it.</summary>
    public required ArticleId Since { get; init; }

    public required PersonId ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>True when what it matches is a message of its own.</summary>
    public bool IsAtOnce => Mode is SubscriptionMode.AtOnce or SubscriptionMode.AtOnceAndDigest;

    /// <summary>True for an article of its feed or of one that moved onto it.</summary>
    public bool IsOf(FeedId feed) => Feed == feed || FormerFeeds.Contains(feed);
}

/// <summary>A subscription that became part of another one.</summary>
/// <param name="Feed">The feed that it followed.</param>
public sealed record MergedSubscription(SubscriptionId Id, int Number, FeedId Feed);

/// <summary>When what a subscription matches is sent.</summary>
public enum SubscriptionMode
{
    AtOnce,

    /// <summary>Only in its digest.</summary>
    Digest,

    /// <summary>At once and again in its digest.</summary>
    AtOnceAndDigest,

    /// <summary>Never by itself; lists and searches find it.</summary>
    Archive,
}

/// <summary>What a subscription follows.</summary>
public enum SubscriptionKind
{
    Feed,
    Source,
    Topic,
    Query,

    /// <summary>Stories that many sources tell.</summary>
    Top,
}
