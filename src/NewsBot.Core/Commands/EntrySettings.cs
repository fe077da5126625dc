using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What a file of subscriptions tells of each beside what it follows: when, how many and how messages come, in the words that commands take. What was exported comes back equal.</summary>
public sealed class EntrySettings(INewsStore store, SubscriberChanges changes)
{
    /// <param name="url">The address of its feed, or null.</param>
    /// <param name="place">Where it arrives; null leaves out its digest.</param>
    public static SubscriptionEntry Of(Subscription subscription, string? url, Place? place)
    {
        var digest = place?.Digests.FirstOrDefault(digest => digest.Number == subscription.Digest);
        return new SubscriptionEntry(subscription.Kind, subscription.Value, url)
        {
            Folder = subscription.Folder,
            Filter = subscription.Filter,
            Mode = subscription.Mode,
            Schedule = digest is null ? null : string.Create(CultureInfo.InvariantCulture, $"{DigestHandler.TimesOf(digest)} top {digest.Top}"),
            Limit = subscription.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{limit.Count} per {limit.Period.ToString().ToLowerInvariant()}") : null,
            Style = subscription.Style is { } style ? StyleWish.Show(style) : null,
        };
    }

    /// <summary>Gives a new subscription what the file tells of it. Words nobody understands are passed over; a digest is joined where the place has one at the same times, else made.</summary>
    public async Task ApplyAsync(PersonId by, Subscription added, SubscriptionEntry entry, CancellationToken cancellationToken)
    {
        var isCollected = entry.Mode is SubscriptionMode.Digest or SubscriptionMode.AtOnceAndDigest;
        var digest = isCollected && entry.Schedule is { } schedule ? await DigestAsync(added.Place, schedule, cancellationToken) : null;
        var mode = isCollected && digest is null ? SubscriptionMode.AtOnce : entry.Mode;
        var limit = entry.Limit is { Length: > 0 } wish ? DeliveryHandler.LimitOf(wish) : null;
        var style = entry.Style is { } words ? StyleWish.TryParse(Style.None, words, out _) : null;
        if (mode != SubscriptionMode.AtOnce || limit is not null || style is not null)
        {
            await changes.ChangeAsync(by, added, held => held with { Mode = mode, Digest = digest, Limit = limit, Style = style }, cancellationToken);
        }
    }

    /// <summary>Its number; null when it cannot be read or the place has too many.</summary>
    private async Task<int?> DigestAsync(PlaceId id, string schedule, CancellationToken cancellationToken)
    {
        if (DigestWish.Parse(schedule) is not DigestWish.At at)
        {
            return null;
        }

        int? number = null;
        await changes.ChangeAsync(
            id,
            place =>
            {
                number = place.Digests.FirstOrDefault(held => held.Top == at.Top && held.Times.SequenceEqual(at.Times) && held.Days.ToHashSet().SetEquals(at.Days))?.Number;
                if (number is not null || place.Digests.Count >= DigestHandler.MostDigests)
                {
                    return place;
                }

                number = place.LastDigest + 1;
                return place with { Digests = [.. place.Digests, new Digest { Number = number.Value, Times = at.Times, Days = at.Days, Top = at.Top, LastSlot = store.Now }], LastDigest = number.Value };
            },
            cancellationToken);
        return number;
    }
}
