using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Shows and changes what holds for a home: languages, time zone; and deletes it.</summary>
public sealed class HomeHandler(INewsStore store, SubscriptionRegistry registry, TransferHandler transfer, SubscriberChanges changes, Outbox outbox)
{
    private const int MostLanguages = 10;

    public async Task<Reply> LanguageAsync(Request request, Command.Language command, CancellationToken cancellationToken)
    {
        var choice = command.Choice.Trim().ToLowerInvariant();
        if (choice.Length == 0)
        {
            return new Reply.Message(request.Texts.LanguageIs(Languages.NameOf(LanguageOf(request)), NewsLanguagesOf(request), string.Join(", ", Languages.Codes), Languages.Codes.Count));
        }

        if (choice == "news" || choice.StartsWith("news ", StringComparison.Ordinal))
        {
            return await NewsLanguagesAsync(request, choice["news".Length..].Trim(), cancellationToken);
        }

        // Both at once, as a form that has a field for each gives them.
        var alsoSet = "";
        if (choice.Split(" news ", 2) is [var answers, var news] && Languages.IsSpoken(answers))
        {
            if (await NewsLanguagesAsync(request with { Texts = Languages.For(answers) }, news, cancellationToken) is not Reply.Message told)
            {
                return new Reply.Refusal(request.Texts.BadLanguages(news));
            }

            (choice, alsoSet) = (answers, $"\n{told.Text}");
        }

        if (!Languages.IsSpoken(choice))
        {
            return new Reply.Refusal(request.Texts.NoSuchLanguage(choice, string.Join(", ", Languages.Codes)));
        }

        if (request.Caller.IsPrivate)
        {
            var person = await store.GetPersonAsync(request.Caller.Person, cancellationToken);
            await store.SavePersonAsync(person with { Language = choice }, cancellationToken);
        }

        await changes.ChangeAsync(request.Home.Id, home => home with { Language = choice }, cancellationToken);
        return new Reply.Message(Languages.For(choice).LanguageSet(Languages.NameOf(choice)) + alsoSet);
    }

    public async Task<Reply> TimeZoneAsync(Request request, Command.TimeZone command, CancellationToken cancellationToken)
    {
        if (command.Choice.Length == 0)
        {
            return new Reply.Message(request.Texts.TimeZoneIs(request.Home.TimeZone ?? "UTC", TimeIn(request, request.Home.TimeZone))) { Completes = "/timezone" };
        }

        var found = TimeZoneFinder.Find(command.Choice, store.Now);
        if (found.Count == 0)
        {
            return new Reply.Refusal(request.Texts.NoSuchZone(command.Choice));
        }

        if (found.Count > 1)
        {
            return new Reply.Message(request.Texts.WhichZone) { Choices = [.. found.Select(zone => new Choice($"{zone}, {TimeIn(request, zone)}", $"/timezone {zone}"))] };
        }

        await changes.ChangeAsync(request.Home.Id, home => home with { TimeZone = found[0] }, cancellationToken);
        return new Reply.Message(request.Texts.TimeZoneSet(found[0], TimeIn(request, found[0])));
    }

    public async Task<Reply> SettingsAsync(Request request, Command.Settings command, CancellationToken cancellationToken)
    {
        var words = command.Wish.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Settings(request);
        }

        if (!words[0].Equals("ask", StringComparison.OrdinalIgnoreCase) || words.Length > 2)
        {
            return new Reply.Refusal(request.Texts.NoSuchSetting(command.Wish));
        }

        if (!AskRights.CanBeChosen(request))
        {
            return new Reply.Refusal(request.Texts.NobodyElseAsks);
        }

        return words.Length == 1 ? AskWho(request) : await SetAskingAsync(request, words[1], cancellationToken);
    }

    private static Reply.Message AskWho(Request request) => new(request.Texts.WhoMayAsk(request.Home.Asking ?? AskRule.Everyone))
    {
        Choices = [.. Enum.GetValues<AskRule>().Where(rule => rule != (request.Home.Asking ?? AskRule.Everyone)).Select(rule => new Choice(request.Texts.Asking(rule), CommandOf(rule)))],
    };

    private async Task<Reply> SetAskingAsync(Request request, string name, CancellationToken cancellationToken)
    {
        if (AskRuleOf(name) is not { } rule)
        {
            return AskWho(request);
        }

        await changes.ChangeAsync(request.Home.Id, home => home with { Asking = rule }, cancellationToken);
        return new Reply.Message(request.Texts.AskingSet(rule)) { Choices = [new(request.Texts.Undo, CommandOf(request.Home.Asking ?? AskRule.Everyone))] };
    }

    /// <summary>Null for words that name no rule.</summary>
    internal static AskRule? AskRuleOf(string name) => name.All(char.IsAsciiLetter) && Enum.TryParse<AskRule>(name, ignoreCase: true, out var rule) ? rule : null;

    private static string CommandOf(AskRule rule) => $"/settings ask {rule.ToString().ToLowerInvariant()}";

    private Reply.SettingsView Settings(Request request)
    {
        var (texts, home, place) = (request.Texts, request.Home, request.Place);
        var pause = request.Place.Pause is { } held && held.HoldsAt(store.Now) ? texts.Paused : texts.DeliveryOn;
        return new Reply.SettingsView(
            texts.SettingsTitle,
            [
                new(texts.SettingSubscriptions, registry.Of(request.Home.Id).Count.ToString(texts.Culture), "/subscriptions"),
                new(texts.SettingPause, pause, pause == texts.Paused ? "/resume" : "/pause 7d"),
                new(texts.SettingDigests, place.Digests.Count == 0 ? texts.NotSet : string.Join("; ", place.Digests.Select(DigestHandler.TimesOf)), "/digest 7:30"),
                new(texts.SettingQuiet, (place.Quiet ?? home.Quiet) is { } quiet ? QuietWish.Show(quiet) : texts.NotSet, "/quiet 22:00-07:00"),
                new(texts.SettingLimit, (place.Limit ?? home.Limit) is { } limit ? string.Create(texts.Culture, $"{limit.Count} {texts.Period(limit.Period)}") : texts.NotSet, "/limit 10 per day"),
                new(texts.SettingStyle, StyleOf(request), "/style compact"),
                new(texts.SettingNotices, home.Notices is { } notices ? NoticesOf(request, notices) : texts.NoticesToChanger, "/notices here"),
                new(texts.SettingFilter, request.Home.Filter ?? texts.NotSet, "/filter all words"),
                new(texts.SettingLanguage, Languages.NameOf(LanguageOf(request)), "/language en"),
                new(texts.SettingNewsLanguages, NewsLanguagesOf(request), "/language news de, en"),
                new(texts.SettingTimeZone, request.Home.TimeZone ?? texts.NotSet, "/timezone Berlin"),
                .. AskRights.CanBeChosen(request) ? [new(texts.SettingAsking, texts.Asking(home.Asking ?? AskRule.Everyone), CommandOf(AskRule.Admins))] : Array.Empty<SettingLine>(),
            ])
        {
            Choices = ManagementChoices.OfSettings(request, pause == texts.Paused),
        };
    }

    /// <summary>Hands out the subscriptions first; only the confirmed command deletes.</summary>
    public async Task<Reply> ResetAsync(Request request, Command.Reset command, CancellationToken cancellationToken)
    {
        if (!command.Confirmed)
        {
            return transfer.Document(request, request.Texts.ResetQuestion) with { Choices = [new(request.Texts.Yes, "/reset yes")] };
        }

        var file = transfer.Document(request, request.Texts.WasReset);
        var places = registry.PlacesOf(request.Home.Id);
        await store.RemoveHomeAsync(request.Home.Id, cancellationToken);
        registry.Remove(request.Home.Id);
        foreach (var place in places)
        {
            outbox.Remove(place.Id);
        }

        return file;
    }

    private async Task<Reply> NewsLanguagesAsync(Request request, string text, CancellationToken cancellationToken)
    {
        if ((text == "all" ? [] : LanguagesOf(text)) is not { } chosen)
        {
            return new Reply.Refusal(request.Texts.BadLanguages(text));
        }

        await changes.ChangeAsync(request.Home.Id, home => home with { NewsLanguages = chosen }, cancellationToken);
        return new Reply.Message(request.Texts.NewsLanguagesSet(NewsLanguagesOf(request with { Home = request.Home with { NewsLanguages = chosen } })));
    }

    /// <summary>Null when the text holds anything but codes.</summary>
    internal static IReadOnlyList<string>? LanguagesOf(string text)
    {
        var codes = text.Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostLanguages).ToList();
        return codes.Count == 0 || codes.Exists(code => code.Length is not (2 or 3) || !code.All(char.IsAsciiLetterLower)) ? null : codes;
    }

    /// <summary>Only what was chosen here; the whole would hide it.</summary>
    private static string StyleOf(Request request)
    {
        var own = StyleWish.Show((request.Place.Style ?? Style.None).Over(request.Home.Style ?? Style.None));
        return own.Length > 0 ? own : request.Texts.StandardStyle(StyleWish.Show(new Style { Form = Style.Default.Form }));
    }

    private string NoticesOf(Request request, PlaceId notices) =>
        notices.Value == request.Caller.Person.Value && notices != request.Place.Id ? request.Texts.YouInPrivate
        : notices == request.Place.Id ? request.Texts.HereInSettings
        : registry.Find(notices)?.Name ?? notices.Value;

    private static string LanguageOf(Request request) => request.Home.Language ?? "en";

    private static string NewsLanguagesOf(Request request) => request.Home.NewsLanguages.Count == 0 ? request.Texts.AllLanguages : string.Join(", ", request.Home.NewsLanguages);

    private string TimeIn(Request request, string? zone) => LocalClock.Show(store.Now, store.Now, zone, request.Texts.Culture);
}
