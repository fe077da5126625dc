using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Notices;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>One row of the outbox. It refers to what is to be sent and never holds rendered text; only the operator's own words stand in it.</summary>
public sealed record OutboxRow
{
    public required DeliveryId Id { get; init; }

    public required PlaceId Place { get; init; }

    public DeliveryKind Kind { get; init; } = DeliveryKind.Alert;

    /// <summary>What is told; for a digest of headlines that no subscription feeds, zero.</summary>
    public required ArticleId Article { get; init; }

    public StoryId Story { get; init; }

    /// <summary>The feed of the article.</summary>
    public FeedId Feed { get; init; }

    /// <summary>The oldest subscription that matched; zero for a digest of headlines.</summary>
    public required SubscriptionId Subscription { get; init; }

    /// <summary>For <see cref="DeliveryKind.Edit"/> the row whose message changes; for an alert the one it answers, or null.</summary>
    public DeliveryId? Target { get; init; }

    /// <summary>For <see cref="DeliveryKind.Notice"/> what happened to <see cref="Feed"/>.</summary>
    public FeedEvent? Event { get; init; }

    /// <summary>For a <see cref="DeliveryKind.Notice"/> of the operator what it says; null for all else, which is told by what it refers to.</summary>
    public string? Words { get; init; }

    /// <summary>For <see cref="DeliveryKind.Notice"/> the other place that cannot be reached any more, null for one about a feed; for <see cref="DeliveryKind.Question"/> the place that gets much.</summary>
    public PlaceId? About { get; init; }

    /// <summary>Number of the place's digest that collects this row; null is sent on its own.</summary>
    public int? Digest { get; init; }

    /// <summary>Copies and later reports that joined this message, in the order they came.</summary>
    public IReadOnlyList<ArticleId> Joined { get; init; } = [];

    /// <summary>Breaks through quiet hours.</summary>
    public bool IsUrgent { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DeliveryState State { get; init; } = DeliveryState.Queued;

    /// <summary>How often it was tried, whatever came of it.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was sent again although the platform had left open whether it arrived.</summary>
    public int Resends { get; init; }

    /// <summary>How often the process ended while it was being sent.</summary>
    public int Interruptions { get; init; }

    /// <summary>The first row of the message it was begun as part of. A message of unknown outcome is sent again as it was: other rows in it would vanish where the platform drops repeats.</summary>
    public DeliveryId? Message { get; init; }

    /// <summary>True when it was begun as a line of a message that tells several.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>The platform's id of the message once it was sent.</summary>
    public string? MessageId { get; init; }

    public DateTimeOffset? Finished { get; init; }

    /// <summary>Why it failed, for /why.</summary>
    public string? Error { get; init; }

    /// <summary>True while something may still happen to it.</summary>
    public bool IsOpen => State is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Unknown;

    /// <summary>True when it was begun and may have arrived.</summary>
    public bool IsInDoubt => State is DeliveryState.Sending or DeliveryState.Unknown;
}

/// <summary>Names one row of the outbox; a place's rows are sent in the order of their ids.</summary>
public readonly record struct DeliveryId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a row does to its place.</summary>
public enum DeliveryKind
{
    /// <summary>A message about one article, or a line of a roll-up or digest.</summary>
    Alert,

    /// <summary>A change of a message that was sent before.</summary>
    Edit,

    /// <summary>The top stories of the day at a set time.</summary>
    Headlines,

    /// <summary>What happened to a feed that is followed, or to a place that was sent to.</summary>
    Notice,

    /// <summary>Whether a place wants as much as it gets.</summary>
    Question,
}

/// <summary>Where a row stands. Only proven non-delivery is retried freely; an unknown outcome is resent once.</summary>
public enum DeliveryState
{
    Queued,

    /// <summary>Committed before the send begins: after a crash the outcome is unknown.</summary>
    Sending,
    Sent,
    Failed,
    Unknown,
    Expired,
}

/// <summary>What the planner decided. The store gives it an id when it commits.</summary>
public sealed record PlannedDelivery(PlaceId Place, ArticleId Article, StoryId Story, SubscriptionId Subscription, DateTimeOffset Due)
{
    public DeliveryKind Kind { get; init; } = DeliveryKind.Alert;

    public FeedId Feed { get; init; }

    public DeliveryId? Target { get; init; }

    public int? Digest { get; init; }

    public bool IsUrgent { get; init; }

    public FeedEvent? Event { get; init; }

    public string? Words { get; init; }

    public PlaceId? About { get; init; }

    /// <summary>The row it becomes.</summary>
    public OutboxRow RowOf(DeliveryId id, DateTimeOffset now) => new()
    {
        Id = id,
        Place = Place,
        Kind = Kind,
        Article = Article,
        Story = Story,
        Feed = Feed,
        Subscription = Subscription,
        Target = Target,
        Digest = Digest,
        IsUrgent = IsUrgent,
        Event = Event,
        Words = Words,
        About = About,
        Created = now,
        Due = Due,
    };
}
