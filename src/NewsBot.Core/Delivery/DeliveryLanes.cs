using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>The lanes of the platforms that are configured, one for each messenger.</summary>
public sealed class DeliveryLanes(
    IEnumerable<IMessenger> messengers, PostBuilder posts, DeliveryLimits limits, VolumeWatch volume, INewsStore store, Outbox outbox, SubscriptionRegistry subscriptions, TimeProvider time, ILogger<DeliveryLane> logger)
{
    private readonly Dictionary<string, DeliveryLane> _lanes = messengers.ToDictionary(
        messenger => messenger.Platform,
        messenger => new DeliveryLane(messenger, posts, limits, volume, store, outbox, subscriptions, time, logger),
        StringComparer.Ordinal);

    /// <summary>By platform.</summary>
    public IReadOnlyDictionary<string, DeliveryLane> All => _lanes;

    public DeliveryLane Of(string platform) => _lanes[platform];
}
