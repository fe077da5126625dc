using NewsBot.Core.Articles;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Takes the slots of digests that no subscription feeds: those tell the headlines. Each slot is taken once; slots that passed while the bot was away give one digest.</summary>
public sealed class DigestScheduler(INewsStore store, SubscriptionRegistry registry, Outbox outbox, TimeProvider time)
{
    // Timers do not notice that the clock was set or the machine slept.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    /// <summary>The next slot of each digest as it was then; not thread-safe, only <see cref="TakeDueAsync"/> uses it.</summary>
    private readonly Dictionary<(PlaceId Place, int Number), NextSlot> _next = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await TakeDueAsync(cancellationToken);
            var wait = next - store.Now;
            await Task.Delay(wait < LongestSleep ? (wait > TimeSpan.Zero ? wait : TimeSpan.Zero) : LongestSleep, time, cancellationToken);
        }
    }

    /// <summary>Takes what is due and returns when the next is.</summary>
    public async Task<DateTimeOffset> TakeDueAsync(CancellationToken cancellationToken)
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var place in registry.PlacesWithDigests)
        {
            foreach (var digest in place.Digests)
            {
                next = Earlier(next, await TakeAsync(place.Id, digest.Number, cancellationToken));
            }
        }

        return next;
    }

    private async Task<DateTimeOffset> TakeAsync(PlaceId id, int number, CancellationToken cancellationToken)
    {
        if (registry.Find(id) is not { } place || registry.Find(place.Home) is not { } home || place.Digests.FirstOrDefault(digest => digest.Number == number) is not { } digest)
        {
            return DateTimeOffset.MaxValue;
        }

        var slot = SlotOf(id, digest, home.TimeZone);
        var now = store.Now;
        if (slot > now)
        {
            return slot;
        }

        // All slots that passed are taken at once, in the transaction that plans the one digest for them.
        var isFed = registry.In(id).Any(subscription => subscription.Digest == number);
        var planned = isFed ? [] : new[] { new PlannedDelivery(id, default(ArticleId), default, default, slot) { Kind = DeliveryKind.Headlines, Digest = number } };
        IReadOnlyList<OutboxRow> rows = [];
        await registry.UpdateAsync(id, held => Taken(held, digest, now), async (taken, token) => rows = await store.AddDeliveriesAsync(planned, taken, token), cancellationToken);
        outbox.Enqueue(rows);
        return digest.NextSlot(now, home.TimeZone);
    }

    private DateTimeOffset SlotOf(PlaceId place, Digest digest, string? zone)
    {
        var key = (place, digest.Number);
        if (_next.TryGetValue(key, out var known) && ReferenceEquals(known.Digest, digest) && known.Zone == zone)
        {
            return known.Slot;
        }

        var slot = digest.NextSlot(digest.LastSlot, zone);
        _next[key] = new NextSlot(digest, zone, slot);
        return slot;
    }

    /// <summary>Null when the digest was changed or removed meanwhile: then the next look decides.</summary>
    private static Place? Taken(Place place, Digest digest, DateTimeOffset now) =>
        place.Digests.Any(held => held.Number == digest.Number && held.LastSlot == digest.LastSlot)
            ? place with { Digests = [.. place.Digests.Select(held => held.Number == digest.Number ? held with { LastSlot = now } : held)] }
            : null;

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private readonly record struct NextSlot(Digest Digest, string? Zone, DateTimeOffset Slot);
}
