using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>All that a home follows and has set, in the words that commands take, so that <see cref="BundleRestorer"/> and /import bring it back equal. Pure.</summary>
public static class HomeBundle
{
    /// <param name="here">Where the file is asked for.</param>
    /// <param name="person">Who asks for it.</param>
    public static SubscriptionBundle Of(Home home, PlaceId here, PersonId person, SubscriptionRegistry registry, FeedRegistry feeds)
    {
        var subscriptions = registry.Of(home.Id);
        var places = registry.PlacesOf(home.Id).OrderBy(place => place.Id != here).ThenBy(place => place.Id.Value, StringComparer.Ordinal).ToList();
        var isNamed = places.Count > 1;
        var told = places.ConvertAll(place => PlaceOf(place, isNamed)).FindAll(HoldsAny);
        return new SubscriptionBundle([.. subscriptions.Select(subscription => EntryOf(subscription, registry.Find(subscription.Place), isNamed, feeds))])
        {
            Home = HomeOf(home, here, person, registry) is var entry && entry != new HomeEntry() ? entry : null,
            Places = told,
        };
    }

    /// <param name="place">Where it arrives; null leaves out its digest.</param>
    public static SubscriptionEntry EntryOf(Subscription subscription, Place? place, bool isNamed, FeedRegistry feeds)
    {
        var digest = place?.Digests.FirstOrDefault(digest => digest.Number == subscription.Digest);
        return new SubscriptionEntry(subscription.Kind, subscription.Value, subscription.Feed is { } id ? feeds.Find(id)?.Url : null)
        {
            Folder = subscription.Folder,
            Filter = subscription.Filter,
            Mode = subscription.Mode,
            Schedule = digest is null ? null : ScheduleOf(digest),
            Digest = digest?.Number,
            Limit = LimitOf(subscription.Limit),
            Style = StyleOf(subscription.Style),
            Paused = PauseWords.Write(subscription.Pause),
            Place = isNamed ? subscription.Place.Value : null,
        };
    }

    internal static string ScheduleOf(Digest digest) => string.Create(CultureInfo.InvariantCulture, $"{DigestHandler.TimesOf(digest)} top {digest.Top}");

    internal static string? LimitOf(SendLimit? limit) => limit is null ? null : string.Create(CultureInfo.InvariantCulture, $"{limit.Count} per {limit.Period.ToString().ToLowerInvariant()}");

    internal static string? QuietOf(QuietHours? quiet) => quiet is null ? null : QuietWish.Show(quiet);

    internal static string? StyleOf(Style? style) => style is null ? null : StyleWish.Show(style);

    internal static string? LanguagesOf(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(", ", codes);

    internal static string? AskingOf(AskRule? rule) => rule?.ToString().ToLowerInvariant();

    private static HomeEntry HomeOf(Home home, PlaceId here, PersonId person, SubscriptionRegistry registry) => new()
    {
        TimeZone = home.TimeZone,
        Language = home.Language,
        News = LanguagesOf(home.NewsLanguages),
        Filter = home.Filter,
        Quiet = QuietOf(home.Quiet),
        Limit = LimitOf(home.Limit),
        Style = StyleOf(home.Style),
        Notices = home.Notices is { } place ? NoticesOf(home, place, here, person, registry) : null,
        Asking = AskingOf(home.Asking),
    };

    /// <summary>The private chat of another admin is nobody else's business.</summary>
    private static string? NoticesOf(Home home, PlaceId notices, PlaceId here, PersonId person, SubscriptionRegistry registry) =>
        notices == here ? "here" : notices.Value == person.Value ? "me" : registry.Find(notices)?.Home == home.Id ? notices.Value : null;

    private static PlaceEntry PlaceOf(Place place, bool isNamed) => new()
    {
        Id = isNamed ? place.Id.Value : null,
        Quiet = QuietOf(place.Quiet),
        Limit = LimitOf(place.Limit),
        Style = StyleOf(place.Style),
        Paused = PauseWords.Write(place.Pause),
        Digests = [.. place.Digests.Select(digest => new DigestEntry(digest.Number, ScheduleOf(digest)))],
        Mutes = [.. place.Mutes.Select(mute => new MuteEntry(mute.Query, PauseWords.Write(new Pause(default, mute.Until))!))],
    };

    private static bool HoldsAny(PlaceEntry place) => place.Digests.Count > 0 || place.Mutes.Count > 0 || (place.Quiet ?? place.Limit ?? place.Style ?? place.Paused) is not null;
}
