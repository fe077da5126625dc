using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Gives a new subscription what a file tells of it beside what it follows: when, how many and how messages come. What was exported comes back equal.</summary>
public sealed class EntrySettings(INewsStore store, SubscriberChanges changes)
{
    /// <summary>What of it could not be read, in the words of the file; that is passed over.</summary>
    /// <param name="digest">The digest here that collects it, where that is known already.</param>
    public async Task<IReadOnlyList<string>> ApplyAsync(PersonId by, Subscription added, SubscriptionEntry entry, int? digest, CancellationToken cancellationToken)
    {
        var unread = new List<string>();
        var isCollected = entry.Mode is SubscriptionMode.Digest or SubscriptionMode.AtOnceAndDigest;
        var number = isCollected ? digest ?? await DigestAsync(added.Place, entry.Schedule, cancellationToken) : null;
        var mode = isCollected && number is null ? SubscriptionMode.AtOnce : entry.Mode;
        var limit = Read(entry.Limit, DeliveryHandler.LimitOf, unread);
        var style = Read(entry.Style, words => StyleWish.TryParse(Style.None, words, out _), unread);
        var pause = PauseWords.Read(entry.Paused, store.Now);
        if (mode != entry.Mode)
        {
            unread.Add(entry.Schedule ?? entry.Mode.ToString().ToLowerInvariant());
        }

        if (mode != SubscriptionMode.AtOnce || limit is not null || style is not null || pause is not null)
        {
            await changes.ChangeAsync(by, added, held => held with { Mode = mode, Digest = number, Limit = limit, Style = style, Pause = pause }, cancellationToken);
        }

        return unread;
    }

    private static T? Read<T>(string? words, Func<string, T?> read, List<string> unread)
        where T : class
    {
        var told = words is null ? null : read(words);
        if (words is not null && told is null)
        {
            unread.Add(words);
        }

        return told;
    }

    /// <summary>Its number; null when it cannot be read or the place has too many.</summary>
    private async Task<int?> DigestAsync(PlaceId id, string? schedule, CancellationToken cancellationToken)
    {
        int? number = null;
        if (schedule is not null)
        {
            await changes.ChangeAsync(
                id,
                place =>
                {
                    (var changed, number) = BundleRestorer.Joined(place, schedule, new HashSet<int>(), store.Now);
                    return changed;
                },
                cancellationToken);
        }

        return number;
    }
}
