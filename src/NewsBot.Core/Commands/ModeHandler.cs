using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Sets whether what is matched comes at once, in a digest, both, or not by itself: for one subscription or for all that send here. May be repeated.</summary>
public sealed class ModeHandler(INewsStore store, SubscriptionRegistry registry, SubscriberChanges changes)
{
    private const string FirstDigest = "8:00";

    public async Task<Reply> ModeAsync(Request request, Command.Mode command, CancellationToken cancellationToken)
    {
        SubscriptionMode? mode = command.Name.ToLowerInvariant() switch
        {
            "once" or "at once" or "now" => SubscriptionMode.AtOnce,
            "digest" => SubscriptionMode.Digest,
            "both" => SubscriptionMode.AtOnceAndDigest,
            "archive" => SubscriptionMode.Archive,
            _ => null,
        };
        return (command.What, mode) switch
        {
            (Selection.All, { } wanted) => await SetAllAsync(request, wanted, cancellationToken),
            (Selection.Numbered(var number), { } wanted) when registry.Of(request.Home.Id).FirstOrDefault(subscription => subscription.Number == number) is { } chosen => await SetAsync(request, chosen, wanted, cancellationToken),
            _ => new Reply.Refusal(request.Texts.BadMode),
        };
    }

    private async Task<Reply> SetAsync(Request request, Subscription chosen, SubscriptionMode mode, CancellationToken cancellationToken)
    {
        var digest = DigestFor(chosen, request.Place);
        if (NeedsDigest(mode) && digest is null)
        {
            return new Reply.Refusal(request.Texts.NoDigest);
        }

        await ChangeAsync(request, chosen, mode, digest, cancellationToken);
        return new Reply.Message(request.Texts.ModeSet(chosen.Number, chosen.Value, mode));
    }

    /// <summary>What nobody is to see stays in the archive. Where there is no digest yet one is made.</summary>
    private async Task<Reply> SetAllAsync(Request request, SubscriptionMode mode, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        List<Subscription> here = [.. registry.In(request.Place.Id).Where(subscription => subscription.Mode != SubscriptionMode.Archive)];
        if (here.Count == 0)
        {
            return new Reply.Refusal(texts.NothingFollowed);
        }

        var place = NeedsDigest(mode) ? await WithDigestAsync(request.Place, cancellationToken) : request.Place;
        foreach (var subscription in here)
        {
            await ChangeAsync(request, subscription, mode, DigestFor(subscription, place), cancellationToken);
        }

        return mode == SubscriptionMode.Digest && place.Digests is [var digest, ..]
            ? new Reply.Message(texts.AllInDigest(here.Count, DigestHandler.TimesOf(digest), Next(request, digest))) { Choices = request.Home.TimeZone is null ? [new(texts.SetTimeZone, "/timezone")] : [] }
            : new Reply.Message(texts.ModeSetForAll(here.Count, mode));
    }

    private async Task<Place> WithDigestAsync(Place place, CancellationToken cancellationToken)
    {
        await changes.ChangeAsync(place.Id, held => held.Digests.Count > 0 ? held : BundleRestorer.Joined(held, FirstDigest, new HashSet<int>(), store.Now).Place, cancellationToken);
        return registry.Find(place.Id) ?? place;
    }

    private Task ChangeAsync(Request request, Subscription subscription, SubscriptionMode mode, int? digest, CancellationToken cancellationToken) =>
        changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Mode = mode, Digest = NeedsDigest(mode) ? digest : null }, cancellationToken);

    private static bool NeedsDigest(SubscriptionMode mode) => mode is SubscriptionMode.Digest or SubscriptionMode.AtOnceAndDigest;

    private static int? DigestFor(Subscription subscription, Place place) => subscription.Digest ?? (place.Digests is [var first, ..] ? first.Number : null);

    private string Next(Request request, Digest digest) =>
        LocalClock.Show(digest.NextSlot(store.Now, request.Home.TimeZone), store.Now, request.Home.TimeZone, request.Texts.Culture);
}
