using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>What is said about how, when and where things are sent, and about languages and time.</summary>
public partial class Texts
{
    public virtual string Forgotten => "What was stored about you is deleted: bookmarks, lists and language. Subscriptions belong to the place; /reset deletes those.";

    public virtual string WasReset => "Everything stored for this home is deleted. The file above brings it back with /import.";

    public virtual string ResetQuestion => "This deletes all subscriptions and settings of this home. The file keeps a copy; /import brings it back.";

    public virtual string Paused => "paused";

    public virtual string NotSet => "not set";

    public virtual string AllLanguages => "all languages";

    public virtual string SettingLanguage => "Language of answers";

    public virtual string SettingNewsLanguages => "Languages of news";

    public virtual string SettingTimeZone => "Time zone";

    public virtual string SettingPause => "Delivery";

    public virtual string SettingSubscriptions => "Subscriptions";

    public virtual string SettingsTitle => "Settings of this place";

    public virtual string DeliveryOn => "on";

    public virtual string PausedNow(string what, string? until) => until is null ? $"{what} is paused. Everything is kept; /resume goes on." : $"{what} is paused until {until}. Everything is kept; /resume goes on earlier.";

    public virtual string Resumed(string what, int waiting) => waiting switch
    {
        0 => $"{what} goes on.",
        1 => $"{what} goes on. One article came meanwhile and follows.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. {waiting} articles came meanwhile and follow as one message."),
    };

    public virtual string ThisPlace => "This place";

    public virtual string ThisHome => "Everything here";

    public virtual string SettingFilter => "Filter for everything";

    public virtual string AllOf(int count) => string.Create(CultureInfo.InvariantCulture, $"Each of {Count(count, "subscription")}");

    public virtual string BadTime(string text) => $"\"{text}\" is no time I know. Write 7d, 12h, until monday or until 2027-01-31.";

    public virtual string NoDigest => "There is no digest here. /digest 7:30 mon-fri makes one; it collects what is followed here, or tells the headlines.";

    public virtual string DigestsTitle => "Digests of this place";

    public virtual string OnlyOrAlso(int count) => string.Create(CultureInfo.InvariantCulture, $"Shall what the {Count(count, "subscription")} here match come only in the digest, or also at once as before?");

    public virtual string OnlyDigest => "Only in the digest";

    public virtual string AlsoAtOnce => "Also at once";

    public virtual string SettingDigests => "Digests";

    public virtual string SettingQuiet => "Quiet hours";

    public virtual string SettingLimit => "Limit";

    public virtual string SettingStyle => "Style";

    public virtual string SettingNotices => "Notices go to";

    public virtual string NoticesToChanger => "whoever changed the subscription last";

    public virtual string ResumedSkipping(string what, int skipped) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. {Count(skipped, "article")} that came meanwhile {(skipped == 1 ? "is" : "are")} skipped; /latest shows them.");

    public virtual string ResumedSoon(string what, int waiting, int seconds) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. {waiting} articles came meanwhile and follow as one message in {seconds} seconds, unless you want less.");

    public virtual string ResumedWithBest(string what, int kept, int skipped) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. The {Count(kept, "article")} that most report of {(kept == 1 ? "follows" : "follow")}; {Count(skipped, "other")} {(skipped == 1 ? "is" : "are")} skipped; /latest shows all.");

    public virtual string ButtonBest(int count) => string.Create(CultureInfo.InvariantCulture, $"Top {count}");

    public virtual string ButtonSkip => "Skip";

    public virtual string TheHeadlines => "the headlines";

    public virtual string SetTimeZone => "Set the time zone";

    public virtual string DigestOff => "There is no digest any more; what was collected comes now, and the rest at once again.";

    public virtual string NoQuiet => "There are no quiet hours here. /quiet 22:00-07:00 lets alerts wait; add silent to get them without a sound, or except 3 sources.";

    public virtual string QuietOff => "There are no quiet hours here any more.";

    public virtual string NoLimit(string what) => $"{what} has no limit. /limit 10 per day sets one, /limit #3 10 per day one for a subscription; the rest comes as one message.";

    public virtual string BadMode => "Say which subscription and when its articles come: /mode #3 once, digest, both or archive; /mode all digest for all of them.";

    public virtual string SayWhereNotices => "Say where notices about failing feeds and lost rights go: /notices here, or /notices me.";

    public virtual string BadDigest(string word) => $"\"{word}\" is no part of a digest. Such as: /digest 7:30, 18:00 mon-fri of science top 10 only.";

    public virtual string TooManyDigests(int most) => $"There are {Count(most, "digest")} here already. /digest off removes them.";

    public virtual string DigestLine(string times, string days, string what, string next) => $"{times}{(days.Length > 0 ? ", " + days : "")}: {what}. Next {next}.";

    public virtual string DigestSet(string times, string days, string what, string next) => $"A digest comes at {times}{(days.Length > 0 ? ", " + days : "")} with {what}. The first comes {next}.";

    public virtual string AndOthers(string some, int others) => string.Create(CultureInfo.InvariantCulture, $"{some} and {Count(others, "other")}");

    public virtual string HereInSettings => "this place";

    public virtual string YouInPrivate => "you in private";

    public virtual string StandardStyle(string form) => $"{form}, as it comes";

    public virtual string StyleSample => "For example:";

    public virtual string OnlyInDigest(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number} only in the digest");

    public virtual string DigestComes(int count) => $"{Count(count, "article")} {(count == 1 ? "comes" : "come")} now.";

    public virtual string QuietIs(string quiet) => $"Quiet hours here: {quiet}. Alerts wait and come as one message. /quiet off ends that.";

    public virtual string BadQuiet(string text) => $"\"{text}\" cannot be read as quiet hours. Such as: /quiet 22:00-07:00 sat, sun silent except 3 sources, words storm.";

    public virtual string LimitIs(string what, int count, string period) => string.Create(CultureInfo.InvariantCulture, $"{what} sends at most {Count(count, "message")} {period}; the rest comes as one. /limit off ends that.");

    public virtual string ALot(string? place) => $"A lot? Very many alerts came {(place is null ? "here" : "to " + place)} within a day. How shall they come?";

    public virtual string ButtonFewADay => "10 a day";

    public virtual string ButtonLeave => "Leave it so";

    public virtual string LimitKept => "It stays as it is. /limit 10 per day or /digest 8:00 only make it less later.";

    public virtual string Period(Delivery.LimitPeriod period) => period == Delivery.LimitPeriod.Hour ? "an hour" : "a day";

    public virtual string BadLimit(string text) => $"\"{text}\" is no limit. Such as: /limit 10 per day, or /limit 3 per hour.";

    public virtual string StyleIs(string what, string style) => style.Length == 0 ? $"{what} follows the style of its surroundings. /help style shows what can be changed." : $"{what} looks like this: {style}. /help style shows what can be changed.";

    public virtual string BadStyle(string word) => $"\"{word}\" is no style. Words: compact, summary, full, images, preview, silent, buttons, rich, publish, public, pin (each on or off), title \"...\", tags #a #b, footer \"...\", merge off, copies or stories, edits off, edit or resend, default.";

    public virtual string ModeSet(int number, string what, Subscriptions.SubscriptionMode mode) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what}: {ModeName(mode)}.");

    public virtual string ModeSetForAll(int count, Subscriptions.SubscriptionMode mode) => $"{Count(count, "subscription")} here: {ModeName(mode)}.";

    public virtual string AllInDigest(int count, string times, string next) => $"What the {Count(count, "subscription")} here {(count == 1 ? "brings" : "bring")} is in the digest of {times} now; the next comes {next}. /digest changes the times, /digest off undoes it.";

    public virtual string ModeName(Subscriptions.SubscriptionMode mode) => mode switch
    {
        Subscriptions.SubscriptionMode.Digest => "only in the digest",
        Subscriptions.SubscriptionMode.AtOnceAndDigest => "at once and in the digest",
        Subscriptions.SubscriptionMode.Archive => "archive only, nothing is sent",
        _ => "at once",
    };

    public virtual string NoticesSet(bool isHere) => isHere ? "Notices come here now." : "Notices come to you in private now.";

    public virtual string DigestTitle => "Digest";

    public virtual string LanguageIs(string name, string news, string spoken, int count) =>
        $"I answer in {name}{(count == 1 ? ", the only language I speak so far" : "")}. News come in {news}. {(count == 1 ? "" : $"/language chooses among {spoken}; ")}/language news de, en chooses the languages of news.";

    public virtual string NoSuchLanguage(string code, string known) => $"I do not speak {code} yet. I speak {known}. /language news {code} chooses the language of news.";

    public virtual string LanguageSet(string name) => $"I answer in {name} now.";

    public virtual string NewsLanguagesSet(string languages) => $"Headlines and topics come in {languages} now.";

    public virtual string BadLanguages(string text) => $"\"{text}\" holds no language code. Write codes such as: /language news de, en, or /language news all.";

    public virtual string TimeZoneIs(string zone, string time) => $"The time zone here is {zone}; it is {time} there. Change it with /timezone Berlin, or tell me what time it is: /timezone 14:35";

    public virtual string TimeZoneSet(string zone, string time) => $"The time zone is {zone} now; it is {time} there.";

    public virtual string NoSuchZone(string text) => $"I know no place or zone \"{text}\". Write a larger city nearby, a zone such as Europe/Berlin, or what time it is for you, such as 14:35.";

    public virtual string WhichZone => "Which of these is yours?";
}
