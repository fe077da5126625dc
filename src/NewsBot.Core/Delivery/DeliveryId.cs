using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Names one row of the outbox; a place's rows are sent in the order of their ids.</summary>
public readonly record struct DeliveryId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the planner decided: this article goes to this place, for this subscription. The store gives it an id when it commits.</summary>
public sealed record PlannedDelivery(PlaceId Place, ArticleId Article, SubscriptionId Subscription, DateTimeOffset Due);

/// <summary>One row of the outbox. It refers to what is to be sent and never holds rendered text.</summary>
public sealed record OutboxRow
{
    public required DeliveryId Id { get; init; }

    public required PlaceId Place { get; init; }

    public required ArticleId Article { get; init; }

    public required SubscriptionId Subscription { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DeliveryState State { get; init; } = DeliveryState.Queued;

    public int Attempts { get; init; }

    /// <summary>The platform's id of the message once it was sent.</summary>
    public string? MessageId { get; init; }

    public DateTimeOffset? Finished { get; init; }

    /// <summary>Why it failed, for /why.</summary>
    public string? Error { get; init; }
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
