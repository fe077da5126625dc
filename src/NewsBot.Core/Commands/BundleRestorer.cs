using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Takes what a file tells of a home and its places. Only what is not set here is set, so that a stranger's list changes nothing; what cannot be read is told and passed over.</summary>
public sealed class BundleRestorer(INewsStore store, SubscriptionRegistry registry, SubscriberChanges changes)
{
    public async Task<RestoredBundle> RestoreAsync(Request request, SubscriptionBundle bundle, CancellationToken cancellationToken)
    {
        var filling = new SettingFilling(request.Texts);
        if (bundle.Home is { } told)
        {
            await changes.ChangeAsync(request.Home.Id, home => Filled(request, home, told, filling), cancellationToken);
        }

        var digests = new Dictionary<(string?, int), int>();
        foreach (var entry in bundle.Places)
        {
            await changes.ChangeAsync(TargetOf(request, entry.Id).Id, place => WithDigests(Filled(place, entry, filling), entry, digests, filling), cancellationToken);
        }

        return new RestoredBundle(filling.Lines, digests);
    }

    /// <summary>A place of this home that the file names, else the one where it was given: nobody reaches another's chats by naming them.</summary>
    public Place TargetOf(Request request, string? id) =>
        id is not null && registry.Find(new PlaceId(id)) is { } named && named.Home == request.Home.Id ? named : registry.Find(request.Place.Id) ?? request.Place;

    private Home Filled(Request request, Home home, HomeEntry told, SettingFilling filling)
    {
        var texts = request.Texts;
        var news = filling.Fill(texts.SettingNewsLanguages, HomeBundle.LanguagesOf(home.NewsLanguages), told.News, words => HomeHandler.LanguagesOf(words) is { Count: > 0 } codes ? HomeBundle.LanguagesOf(codes) : null, words => words);
        return home with
        {
            TimeZone = filling.Fill(texts.SettingTimeZone, home.TimeZone, told.TimeZone, words => TimeZoneFinder.Find(words, store.Now) is [var zone] ? zone : null, zone => zone),
            Language = filling.Fill(texts.SettingLanguage, home.Language, told.Language, words => Languages.IsSpoken(words) ? words : null, code => code),
            NewsLanguages = news?.Split(", ") ?? [],
            Filter = filling.Fill(texts.SettingFilter, home.Filter, told.Filter, QueryOf, query => query),
            Quiet = filling.Fill(texts.SettingQuiet, home.Quiet, told.Quiet, QuietWish.TryParse, QuietWish.Show),
            Limit = filling.Fill(texts.SettingLimit, home.Limit, told.Limit, DeliveryHandler.LimitOf, limit => HomeBundle.LimitOf(limit)!),
            Style = filling.Fill(texts.SettingStyle, home.Style, told.Style, StyleOf, StyleWish.Show),
            Notices = filling.Fill(texts.SettingNotices, home.Notices is { } held ? new Target(held) : null, told.Notices, words => NoticesOf(request, words), target => target.Place.Value)?.Place,
            Asking = filling.Fill(texts.SettingAsking, home.Asking is { } rule ? new Rule(rule) : null, told.Asking, words => HomeHandler.AskRuleOf(words) is { } named ? new Rule(named) : null, named => HomeBundle.AskingOf(named.Asking)!)?.Asking,
        };
    }

    private Place Filled(Place place, PlaceEntry told, SettingFilling filling) => place with
    {
        Quiet = filling.Fill(filling.Texts.SettingQuiet, place.Quiet, told.Quiet, QuietWish.TryParse, QuietWish.Show),
        Limit = filling.Fill(filling.Texts.SettingLimit, place.Limit, told.Limit, DeliveryHandler.LimitOf, limit => HomeBundle.LimitOf(limit)!),
        Style = filling.Fill(filling.Texts.SettingStyle, place.Style, told.Style, StyleOf, StyleWish.Show),
        Pause = place.Pause ?? PauseWords.Read(told.Paused, store.Now),
        Mutes = [.. place.Mutes.Concat(told.Mutes.Select(MuteOf).OfType<Mute>()).DistinctBy(mute => mute.Query).Take(SubscriptionFile.MostMutes)],
    };

    /// <summary>A digest is joined where the place has one at the same times, else made. Each of the file is one of the place.</summary>
    private Place WithDigests(Place place, PlaceEntry told, Dictionary<(string?, int), int> digests, SettingFilling filling)
    {
        var taken = new HashSet<int>();
        foreach (var entry in told.Digests)
        {
            var (changed, number) = Joined(place, entry.Schedule, taken, store.Now);
            if (number is not { } held)
            {
                filling.Lines.Add(filling.Texts.NotUnderstood(filling.Texts.SettingDigests, entry.Schedule));
                continue;
            }

            place = changed;
            taken.Add(held);
            digests[(told.Id, entry.Number)] = held;
            filling.Lines.Add($"{filling.Texts.SettingDigests}: {entry.Schedule}");
        }

        return place;
    }

    /// <summary>The number of the digest at those times; null when they cannot be read or the place has too many.</summary>
    /// <param name="taken">Digests that are not joined.</param>
    internal static (Place Place, int? Number) Joined(Place place, string schedule, IReadOnlySet<int> taken, DateTimeOffset now)
    {
        if (DigestWish.Parse(schedule) is not DigestWish.At at)
        {
            return (place, null);
        }

        var digest = new Digest { Number = place.LastDigest + 1, Times = at.Times, Days = at.Days, Top = at.Top, LastSlot = now };
        var same = place.Digests.FirstOrDefault(held => !taken.Contains(held.Number) && HomeBundle.ScheduleOf(held) == HomeBundle.ScheduleOf(digest));
        if (same is not null || place.Digests.Count >= DigestHandler.MostDigests)
        {
            return (place, same?.Number);
        }

        return (place with { Digests = [.. place.Digests, digest], LastDigest = digest.Number }, digest.Number);
    }

    private Target? NoticesOf(Request request, string words) => words switch
    {
        "here" => new Target(request.Place.Id),
        "me" => new Target(new PlaceId(request.Caller.Person.Value)),
        _ => registry.Find(new PlaceId(words)) is { } named && named.Home == request.Home.Id ? new Target(named.Id) : null,
    };

    private Mute? MuteOf(MuteEntry entry) =>
        QueryOf(entry.Query) is { } query && PauseWords.Read(entry.Until, store.Now) is { } time ? new Mute(query, time.Until) : null;

    private static string? QueryOf(string words) => QueryParser.Parse(words) is QueryParseResult.Parsed ? words : null;

    private static Style? StyleOf(string words) => StyleWish.TryParse(Style.None, words, out _);

    private sealed record Target(PlaceId Place);

    private sealed record Rule(AskRule Asking);
}

/// <summary>What came of the settings of a file.</summary>
/// <param name="Lines">What was set, what was left as it is and what could not be read, for people.</param>
/// <param name="Digests">The number here of each digest of the file, by its place and number there.</param>
public sealed record RestoredBundle(IReadOnlyList<string> Lines, IReadOnlyDictionary<(string? Place, int Number), int> Digests);
