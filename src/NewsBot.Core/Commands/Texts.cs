using System.Globalization;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Reports;

namespace NewsBot.Core.Commands;

/// <summary>
/// Every text that people read from commands, in English. A further language is one class that overrides these members; what it leaves out stays English.
/// </summary>
public partial class Texts
{
    /// <summary>Formats numbers and dates.</summary>
    public virtual CultureInfo Culture => CultureInfo.InvariantCulture;

    public virtual string NoArticles => "No article is stored yet. Feeds are being read; try again in a minute, or /subscribe to a feed.";

    public virtual string SampleNote => "These are samples: no feed could be reached. Check the network, or /subscribe to a feed you can reach.";

    public virtual string NoList => "There is no list to refer to. Ask for /headlines or /latest first.";

    public virtual string EndOfList => "That was the whole list.";

    public virtual string NoText => "The feed gave no text for this article.";

    public virtual string NothingSaved => "Nothing is saved yet. /save 3 keeps line 3 of the last list.";

    public virtual string NothingFollowed => "Nothing is followed here yet. /subscribe takes an address, a topic, a source or words.";

    public virtual string SayWhatToFollow => "Say what to follow: /subscribe https://example.org/feed, a topic such as science, a source, or words such as \"solar power\".";

    public virtual string SayWhatToSearch => "Give the words to search for, such as /search solar power.";

    public virtual string Forgotten => "What was stored about you is deleted: bookmarks, lists and language. Subscriptions belong to the place; /reset deletes those.";

    public virtual string WasReset => "Everything stored for this home is deleted. The file above brings it back with /import.";

    public virtual string ResetQuestion => "This deletes all subscriptions and settings of this home. The file keeps a copy; /import brings it back.";

    public virtual string QueryOnlyExcludes => "A query needs at least one word that must occur.";

    public virtual string NoRight => "Only admins of this place may do that. Ask one of them.";

    public virtual string OnlyOperator => "Only the operator of this instance may do that.";

    public virtual string CannotReadLink => "This page cannot be read here. Give the number of a line of the last list.";

    public virtual string LinkNotStored => "Nothing from this address is stored here. /summary with the link reads it.";

    public virtual string PageIsSold(string title, string free) => $"{title}\n{(free.Length > 0 ? free + "\n" : "")}The publisher sells the rest of this article. Read it there, or /search its title for other reports.";

    public virtual string PageUnreachable(string? reason) => reason is null
        ? "The page could not be had now. Try again later, or open it in a browser."
        : $"{reason} Check the link in a browser.";

    public virtual string PageGivesNone(Articles.PageRefusal refusal) => refusal switch
    {
        Articles.PageRefusal.ConsentWall => "The page asks for consent before it shows its article. Open it in a browser, or /search its title for other reports.",
        Articles.PageRefusal.ScriptShell => "The page shows its text only by script, which I do not run. Open it in a browser, or /search its title for other reports.",
        Articles.PageRefusal.PageOfLinks => "This page is a list of links, not an article. Give the link of one article, or follow the site.",
        Articles.PageRefusal.Blocked => "The site shows a check for robots or an error instead of its article. Open it in a browser, or /search its title for other reports.",
        Articles.PageRefusal.TooCostly => "The page is too complicated to be read. Open it in a browser.",
        _ => "The page holds no text of an article. Give the link of an article.",
    };

    public virtual string SayFile => "Give the file: /import feeds.opml. OPML, CSV or text with addresses.";

    public virtual string NothingToImport => "The file holds no feed address. OPML, CSV or text with addresses can be imported.";

    public virtual string GoesOn => "Go on";

    public virtual string Yes => "Yes, delete";

    public virtual string ShowLatest => "Show the latest";

    public virtual string Undo => "Undo";

    public virtual string Remove => "Remove";

    public virtual string HeadlinesTitle => "Headlines";

    public virtual string LatestTitle => "Latest";

    public virtual string SavedTitle => "Saved";

    public virtual string Rising => "rising";

    public virtual string Paused => "paused";

    public virtual string JustNow => "just now";

    public virtual string NotSet => "not set";

    public virtual string AllLanguages => "all languages";

    public virtual string HelpTitle => "Commands";

    public virtual string HelpGroup(Role role) => role switch
    {
        Role.Operator => "For whoever runs this instance:",
        Role.Admin => "To choose what comes here:",
        _ => "To ask:",
    };

    public virtual string HelpFoot => "A bare number reads that line of the last list. /help search tells more about one command.";

    public virtual string QueryHelp => "Words: all must occur. A comma means or. -word excludes. \"a phrase\". =Apple keeps case. word* is a beginning. title: source: topic: lang: name a field.";

    public virtual string SettingLanguage => "Language of answers";

    public virtual string SettingNewsLanguages => "Languages of news";

    public virtual string SettingTimeZone => "Time zone";

    public virtual string SettingPause => "Delivery";

    public virtual string SettingSubscriptions => "Subscriptions";

    public virtual string SettingsTitle => "Settings of this place";

    public virtual string DeliveryOn => "on";

    public virtual string FileName => "newsbot-subscriptions.opml";

    public virtual string HeadlinesAbout(string subject) => subject.Length == 0 ? HeadlinesTitle : $"{HeadlinesTitle}: {subject}";

    public virtual string LatestAbout(string subject) => subject.Length == 0 ? LatestTitle : $"{LatestTitle}: {subject}";

    public virtual string Found(string words) => $"Found for {words}";

    public virtual string OlderNote => "Nothing is fresher than a day; these are the newest.";

    public virtual string NothingAbout(string subject) => $"Nothing about {subject} is stored. /latest shows all there is; /subscribe {subject} waits for it.";

    public virtual string WhatIsWrong => "What is wrong?";

    public virtual string TooManyReports => "So much is marked as wrong already that no more is kept. The operator sees it with newsbot reports.";

    public virtual string Wrong(ReportKind kind) => kind switch
    {
        ReportKind.Summary => "The summary",
        ReportKind.Story => "It is another story",
        _ => "The page is no article",
    };

    public virtual string Reported(ReportKind kind) => kind switch
    {
        ReportKind.Summary => "Thank you. Here this article shows its title and link alone from now on.",
        ReportKind.Story => "Thank you. The article is a story of its own now.",
        _ => "Thank you. The operator will see it.",
    };

    public virtual string WrittenBy(string model) => $"written by {model}, checked against the article";

    public virtual string SearchFor(string words) => $"Search for {words}";

    public virtual string NothingInLanguages(string languages) => $"Nothing in your news languages ({languages}) is stored yet. /latest shows all languages; /language news sets yours.";

    public virtual string NothingFound(string words) => words.All(char.IsLetterOrDigit)
        ? $"Nothing found for {words}. {words}* finds longer words too; /subscribe {words} waits for it."
        : $"Nothing found for {words}. Try fewer words; /subscribe {words} waits for it.";

    public virtual string StillIndexing => "The search index is still being filled; more may be found in a moment.";

    public virtual string SearchUnavailable => "The search cannot be used now. /latest still works; the operator's log says why.";

    public virtual string SearchInstead(string word) => $"Search {word} instead";

    public virtual string SearchWithout(string word, int hits) => $"Without {word}: {Count(hits, "hit")}";

    public virtual string NoSuchLine(int line, int lines) => string.Create(CultureInfo.InvariantCulture, $"The last list has {Count(lines, "line")}, none is number {line}.");

    public virtual string LineOrSubscription(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number} is a subscription, {number} is a line of the last list. Which did you mean?");

    public virtual string OfLine(int number) => string.Create(CultureInfo.InvariantCulture, $"Line {number}");

    public virtual string OfSubscription(int number) => string.Create(CultureInfo.InvariantCulture, $"Subscription #{number}");

    public virtual string UnknownCommand(string name, string? nearest) =>
        nearest is null ? $"/{name} is no command. /help lists all." : $"/{name} is no command. Did you mean /{nearest}? /help lists all.";

    public virtual string WhatWithLink(string link) => $"What shall I do with {link}?";

    public virtual string SummaryOfIt => "Summary";

    public virtual string FollowIt => "Follow this site";

    public virtual string FollowWords(string words) => $"Follow {words}";

    public virtual string NotACommand(string text) => $"\"{text}\" is no command. /help lists all; /search {text} looks for it.";

    public virtual string NoSuchChoice(string letter) => $"There is no choice {letter}. Pick one of the letters above.";

    public virtual string Saved(string title) => $"Saved: {title}. /saved lists your bookmarks.";

    public virtual string Sources(int count) => Count(count, "source");

    public virtual string Page(int first, int last, int total) => string.Create(CultureInfo.InvariantCulture, $"{first}-{last} of {total}");

    public virtual string MinutesAgo(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min ago");

    public virtual string HoursAgo(int hours) => string.Create(CultureInfo.InvariantCulture, $"{hours} h ago");

    public virtual string DaysAgo(int days) => days == 1 ? "yesterday" : string.Create(CultureInfo.InvariantCulture, $"{days} days ago");

    public virtual string TooMany(int most, bool isOfPerson) => string.Create(
        CultureInfo.InvariantCulture, $"{(isOfPerson ? "You look after" : "There are")} {most} subscriptions already. Remove one with /unsubscribe first, or ask the operator for more.");

    public virtual string AddressUnreadable(string address) => $"{address} cannot be read as an address. Copy it from the browser's address line.";

    public virtual string CredentialsRefused(string address) => $"{address} holds a user name or password. Only the operator can add such a feed; use the address without it.";

    public virtual string CannotFollow(string address, string reason) => $"{address} cannot be followed: {reason}";

    public virtual string LinkHoldsSecret => "The link holds a user name or password, so nothing is done with it. The operator can follow such a feed in private with /subscribe; else use the link without them.";

    public virtual string OnlyOperatorFollows(string address) => $"{address} needs credentials here, so only the operator can follow it.";

    public virtual string HostAsksToWait => "The server asks us to wait. Try again in an hour.";

    public virtual string SeveralFeeds(string address, int count) => string.Create(CultureInfo.InvariantCulture, $"{address} has {Count(count, "feed")}. Which one is to be followed?");

    public virtual string FollowedAlready(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is followed here already.");

    public virtual string Followed(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is followed now. New articles come here; nothing old is sent.");

    public virtual string FollowedQuery(int number, string what, int passed, int looked) => string.Create(
        CultureInfo.InvariantCulture, $"#{number} {what} is followed now. In the last 7 days {passed} of {looked} articles would have come; nothing old is sent.");

    public virtual string LastItem(string title) => $"Newest there: {title}";

    public virtual string Publishes(int items, int days) => string.Create(CultureInfo.InvariantCulture, $"It published {items} in the last {days} days.");

    public virtual string SeveralReadings(string what) => $"\"{what}\" can be read in more than one way. What is to be followed?";

    public virtual string AsTopic(string topic) => $"The topic {topic}";

    public virtual string AsSource(string source) => $"The source {source}";

    public virtual string AsWords(string words) => $"Articles with the words {words}";

    public virtual string Unfollowed(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is removed.");

    public virtual string UnfollowedAll(int count) => string.Create(CultureInfo.InvariantCulture, $"{Count(count, "subscription")} {(count == 1 ? "is" : "are")} removed. The file brings {(count == 1 ? "it" : "them")} back with /import.");

    public virtual string NoSuchSubscription(string what) => $"There is no subscription {what} here. /subscriptions lists them.";

    public virtual string WhichSubscription => "Which subscription?";

    public virtual string WhichWords(int number) => string.Create(CultureInfo.InvariantCulture, $"Say which words #{number} is to pass: /filter #{number} words, or /filter #{number} off.");

    public virtual string FilterSet(string what, string words, int passed, int looked, string? example) => string.Create(
        CultureInfo.InvariantCulture, $"{what} passes only {words}. Of the last 7 days {passed} of {looked} articles would have passed{(example is null ? "." : $", such as: {example}")}");

    public virtual string FilterOff(string what) => $"{what} passes everything again.";

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

    public virtual string ReportName => "newsbot-import.txt";

    public virtual string FollowedTop(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number} top is followed now: a story comes once three sources tell it. Nothing old is sent.");

    public virtual string ResumedSkipping(string what, int skipped) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. {Count(skipped, "article")} that came meanwhile {(skipped == 1 ? "is" : "are")} skipped; /latest shows them.");

    public virtual string ResumedSoon(string what, int waiting, int seconds) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. {waiting} articles came meanwhile and follow as one message in {seconds} seconds, unless you want less.");

    public virtual string ResumedWithBest(string what, int kept, int skipped) => string.Create(CultureInfo.InvariantCulture, $"{what} goes on. The {Count(kept, "article")} that most report of {(kept == 1 ? "follows" : "follow")}; {Count(skipped, "other")} {(skipped == 1 ? "is" : "are")} skipped; /latest shows all.");

    public virtual string ButtonBest(int count) => string.Create(CultureInfo.InvariantCulture, $"Top {count}");

    public virtual string ButtonSkip => "Skip";

    public virtual string IsBanned => "The operator of this instance has closed it to this chat.";

    public virtual string ChatsTitle(int count) => Count(count, "home");

    public virtual string ChatLine(string home, bool hasFullPlan, bool isBanned, int subscriptions) => $"{home}: {Count(subscriptions, "subscription")}, plan {(hasFullPlan ? "full" : "guest")}{(isBanned ? ", banned" : "")}";

    public virtual string NoSuchHome(string home) => $"I know no home \"{home}\". /chats lists them by their ids.";

    public virtual string NotYourself => "That is this place itself. Name another one.";

    public virtual string BanSet(string home, bool isBanned) => isBanned ? $"{home} gets no answer and no message any more; its settings are kept." : $"{home} is welcome again; what waited follows.";

    public virtual string BadPlan => "Say which home and which plan: /plan telegram:123 full, or guest. The quotas of both are settings.";

    public virtual string PlanSet(string home, bool isFull) => $"{home} has the plan {(isFull ? "full" : "guest")} now.";

    public virtual string SayWhatToAnnounce(int most) => string.Create(CultureInfo.InvariantCulture, $"Say what all homes are to be told, in at most {most} characters: /announce The bot moves on Sunday.");

    public virtual string AnnounceQuestion(string words, int homes) => $"This goes to {Count(homes, "home")}:\n{words}";

    public virtual string SendIt => "Send it";

    public virtual string Announced(int homes) => $"It goes to {Count(homes, "home")} now, at the platforms' pace.";

    public virtual string ClaimCode(string code) => $"Send /claim {code} to the bot in a private chat to become its operator there. It works once, while this process runs.";

    public virtual string ClaimedAlready => "This instance has its operator.";

    public virtual string WrongClaim => "That is not the code. The operator sees it in the terminal with /claim; send it in a private chat.";

    public virtual string Claimed => "You are the operator of this instance now. /help lists what you may do.";

    public virtual string TheHeadlines => "the headlines";

    public virtual string SetTimeZone => "Set the time zone";

    public virtual string DigestOff => "There is no digest any more; what was collected comes now, and the rest at once again.";

    public virtual string NoQuiet => "There are no quiet hours here. /quiet 22:00-07:00 lets alerts wait; add silent to get them without a sound, or except 3 sources.";

    public virtual string QuietOff => "There are no quiet hours here any more.";

    public virtual string NoLimit(string what) => $"{what} has no limit. /limit 10 per day sets one, /limit #3 10 per day one for a subscription; the rest comes as one message.";

    public virtual string BadMode => "Say which subscription and when its articles come: /mode #3 once, digest, both or archive.";

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

    public virtual string FollowsIt(int number, string what, string kind) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what}: {kind}");

    public virtual string MatchedLastWeek(int passed, int looked) => string.Create(CultureInfo.InvariantCulture, $"In the last 7 days {passed} of {Count(looked, "article")} matched.");

    public virtual string InFolder(string folder) => $"In the folder {folder}.";

    public virtual string ComesWhen(string mode, string? schedule) => schedule is null ? $"Comes {mode}." : $"Comes {mode}: {schedule}.";

    public virtual string ChangedLast(string time, string person) => $"Changed {time} by {person}.";

    public virtual string You => "you";

    public virtual string OnlyInDigest(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number} only in the digest");

    public virtual string DigestComes(int count) => $"{Count(count, "article")} {(count == 1 ? "comes" : "come")} now.";

    public virtual string QuietIs(string quiet) => $"Quiet hours here: {quiet}. Alerts wait and come as one message. /quiet off ends that.";

    public virtual string BadQuiet(string text) => $"\"{text}\" cannot be read as quiet hours. Such as: /quiet 22:00-07:00 sat, sun silent except 3 sources, words storm.";

    public virtual string LimitIs(string what, int count, string period) => string.Create(CultureInfo.InvariantCulture, $"{what} sends at most {Count(count, "message")} {period}; the rest comes as one. /limit off ends that.");

    public virtual string Period(Delivery.LimitPeriod period) => period == Delivery.LimitPeriod.Hour ? "an hour" : "a day";

    public virtual string BadLimit(string text) => $"\"{text}\" is no limit. Such as: /limit 10 per day, or /limit 3 per hour.";

    public virtual string StyleIs(string what, string style) => style.Length == 0 ? $"{what} follows the style of its surroundings. /help style shows what can be changed." : $"{what} looks like this: {style}. /help style shows what can be changed.";

    public virtual string BadStyle(string word) => $"\"{word}\" is no style. Words: compact, summary, full, images, preview, silent, buttons, rich, publish, public, pin (each on or off), title \"...\", tags #a #b, footer \"...\", merge off, copies or stories, edits off, edit or resend, default.";

    public virtual string ModeSet(int number, string what, Subscriptions.SubscriptionMode mode) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what}: {ModeName(mode)}.");

    public virtual string ModeName(Subscriptions.SubscriptionMode mode) => mode switch
    {
        Subscriptions.SubscriptionMode.Digest => "only in the digest",
        Subscriptions.SubscriptionMode.AtOnceAndDigest => "at once and in the digest",
        Subscriptions.SubscriptionMode.Archive => "archive only, nothing is sent",
        _ => "at once",
    };

    public virtual string NoticeFailing(string feed, string since, string error, int? number) => string.Create(
        CultureInfo.InvariantCulture, $"{feed} cannot be read since {since}: {error} I go on trying.{(number is null ? "" : $" /unsubscribe #{number} removes it.")}");

    public virtual string NoticeRecovered(string feed) => $"{feed} can be read again.";

    public virtual string NoticeEnded(string feed, int? number) => string.Create(
        CultureInfo.InvariantCulture, $"{feed} was ended by its publisher and is not read any more.{(number is null ? "" : $" /unsubscribe #{number} removes it.")} Look for a new feed on its site.");

    public virtual string NoticeNetworkDown(int unreachable, int feeds) => string.Create(
        CultureInfo.InvariantCulture, $"{unreachable} of {feeds} feeds cannot be reached. This looks like the bot's own network: check its connection, its name server and its proxy. Nobody else is told, and I go on trying.");

    public virtual string NoticeNetworkUp(string since) => $"Feeds can be reached again. Most could not be since {since}; what was published meanwhile follows.";

    public virtual string NoticeMerged(string feed, int? number) => string.Create(
        CultureInfo.InvariantCulture, $"{feed} moved to the address of another feed that is followed in the same place{(number is null ? "" : $" as #{number}")}. The two are one subscription now; nothing is lost and nothing comes twice.");

    public virtual string NoticePlaceLost(string place, string reason) => $"I cannot write to {place} any more: {reason}. Everything set up there is kept and goes on once I may write there again.";

    public virtual string NoticesSet(bool isHere) => isHere ? "Notices come here now." : "Notices come to you in private now.";

    public virtual string AlsoFrom(string sources, int count) => string.Create(CultureInfo.InvariantCulture, $"+ {sources} · {count} sources");

    public virtual string UpdatedAt(string time) => $"Updated {time}";

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

    public virtual string Identity(string person, string place, string home, Role role) => $"You are {person}, {RoleName(role)} here. This place is {place}, its home {home}.";

    public virtual string RoleName(Role role) => role switch
    {
        Role.Operator => "operator",
        Role.Admin => "admin",
        _ => "reader",
    };

    public virtual string Imported(int added, int known, int refused) => string.Create(CultureInfo.InvariantCulture, $"{added} added, {known} followed already, {refused} refused.");

    public virtual string Exported(int count) => string.Create(CultureInfo.InvariantCulture, $"{Count(count, "subscription")}.");

    public virtual string StaysAsItIs(string setting, string value) => $"{setting}: stays {value}, as it is set here already.";

    public virtual string NotUnderstood(string setting, string words) => $"{setting}: \"{words}\" is not understood and passed over.";

    public virtual string NameTooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"this is longer than {most} characters.");

    public virtual string ImportCut(Subscriptions.BundleFault fault, int entries) => fault == Subscriptions.BundleFault.TooMany
        ? string.Create(CultureInfo.InvariantCulture, $"Only the first {Count(entries, "entry", "entries")} of the file are read. Split it and import the rest.")
        : string.Create(CultureInfo.InvariantCulture, $"The file is damaged after {Count(entries, "entry", "entries")}; what stood before is read. Export it anew for the rest.");

    public virtual string WhyTitle => "The last 24 hours here";

    public virtual string WhyRead(int articles, int feeds) => string.Create(CultureInfo.InvariantCulture, $"{Count(articles, "article")} came from {Count(feeds, "feed")} that this place may see.");

    public virtual string WhyMatched(int matched) => string.Create(CultureInfo.InvariantCulture, $"Of these {matched} {(matched == 1 ? "matches" : "match")} the subscriptions here as they are now.");

    public virtual string WhyStoodBefore(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} of them {(count == 1 ? "is" : "are")} older than what is followed here; nothing old is sent. /latest shows {(count == 1 ? "it" : "them")}.");

    public virtual string WhySent(int sent, int waiting, int failed) => string.Create(CultureInfo.InvariantCulture, $"Sent: {sent}. Waiting: {waiting}. Failed: {failed}.");

    public virtual string WhyPaused(string? until) => until is null ? "This place is paused until somebody types /resume." : $"This place is paused until {until}.";

    public virtual string WhyFailing(string feed, string error, string next) => $"{feed} cannot be read: {error} Next try {next}.";

    public virtual string WhyNextCheck(string feed, string at, string reason) => $"Next feed to be read: {feed} at {at} ({reason}).";

    public virtual string WhyNothingFollowed => "Nothing is followed here, so nothing is sent. /subscribe changes that.";

    public virtual string WhyDelivered(string time) => $"Sent here at {time}.";

    public virtual string WhyWaiting => "It waits to be sent.";

    public virtual string WhyFailed(string reason) => $"It could not be sent: {reason}.";

    public virtual string WhyOlder => "It is older than the subscriptions that it matches; nothing old is sent.";

    public virtual string WhyFiltered(int number, string filter) => string.Create(CultureInfo.InvariantCulture, $"#{number} follows it, but its filter stopped it: {filter}");

    public virtual string WhyMerged(string time) => $"It joined a message of the same story, at {time}.";

    public virtual string WhyInDigest(string time) => $"It waits for the digest at {time}.";

    public virtual string WhyNoMatch => "No subscription here matches it, as they are now.";

    public virtual string WhyMatches(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what} matches it.");

    public virtual string SubscriptionKind(Subscriptions.SubscriptionKind kind) => kind switch
    {
        Subscriptions.SubscriptionKind.Feed => "feed",
        Subscriptions.SubscriptionKind.Source => "source",
        Subscriptions.SubscriptionKind.Topic => "topic",
        Subscriptions.SubscriptionKind.Top => "stories of three sources",
        _ => "words",
    };

    public virtual string OnlyFilter(string filter) => $"only {filter}";

    public virtual string LastSent(string time) => $"last sent {time}";

    public virtual string NothingSentYet => "nothing sent yet";

    public virtual string ChangedBy(string person) => $"by {person}";

    public virtual string Greeting(int feeds, int read) => feeds == 0 ? "Hello. I read news for you and send what you choose." : read < feeds
        ? string.Create(CultureInfo.InvariantCulture, $"Hello. I read news for you and send what you choose. {read} of {feeds} feeds are read so far.")
        : string.Create(CultureInfo.InvariantCulture, $"Hello. I read news for you and send what you choose. {feeds} feeds are read.");

    public virtual string GreetingNoTopics => "/subscribe to the address of a site or feed, or to words such as \"solar power\". /headlines shows what there is; /help lists all I can do.";

    public virtual string GreetingTopics => "Pick a topic to follow, or /subscribe to an address, a source or words. /headlines shows what is new.";

    public virtual string NumberReads => "a number reads that article";

    public virtual string First => "first";

    public virtual string NotReadYet => "not read yet";

    public virtual string LastRead(string time) => $"read {time}";

    public virtual string NextCheck(string time) => $"next {time}";

    /// <param name="status">Of the last answer; null when there was none.</param>
    /// <param name="unchanged">Share of the checks that cost no body, 0 to 1.</param>
    public virtual string FeedAnswers(int? status, double unchanged, int checks) => checks == 0 ? "not asked yet" : string.Create(
        CultureInfo.InvariantCulture, $"{(status is null ? "no answer" : $"HTTP {status}")}, unchanged (304) {100 * unchanged:F0} % of {checks}");

    public virtual string Reason(string words) => $"for \"{words}\"";

    public virtual string NewArticles(int count) => Count(count, "new article");

    public virtual string SavedAs(string path) => $"Saved as {path}";

    public virtual string NotSaved(string name) => $"{name} could not be saved here. Change to a folder that you may write to.";

    public virtual string FeedsTitle(int shown, int total) => string.Create(CultureInfo.InvariantCulture, $"{shown} of {Count(total, "feed")}");

    public virtual string NoFailingFeeds => "No feed fails.";

    public virtual string WhichFeed => "Name a feed that is followed: /feed #3 fulltext on, or its address. /feeds lists them.";

    public virtual string BadFeedSetting => "That cannot be set. /help feed shows what can be.";

    public virtual string OnlyInPrivate => "Others read along here. Set this in the private chat or in the terminal.";

    public virtual string OthersFollow => "Others follow this feed too, and would see what the header opens.";

    public virtual string FeedSettings(string title, FullTextMode fullText, bool hasCredentials, IReadOnlyList<string> headers, string? proxy, string? agent, bool onlyHttp11)
    {
        var lines = new List<string>
        {
            title,
            "Pages of its articles: " + fullText switch
            {
                FullTextMode.On => "always read",
                FullTextMode.Off => "never read",
                _ => "read where the feed gives only the beginning",
            },
        };
        lines.AddRange(hasCredentials ? ["Credentials: kept, not shown"] : []);
        lines.AddRange(headers.Count > 0 ? ["Headers: " + string.Join(", ", headers)] : []);
        lines.AddRange(proxy is null ? [] : ["Proxy: " + proxy]);
        lines.AddRange(agent is null ? [] : ["It is asked as: " + agent]);
        lines.AddRange(onlyHttp11 ? ["HTTP/1.1 only"] : []);
        lines.Add("/help feed shows what can be set.");
        return string.Join('\n', lines);
    }

    public virtual string StatsTitle => "This instance";

    public virtual string Stats(long articles, int feeds, int failing, int subscriptions, int waiting) => string.Create(
        CultureInfo.InvariantCulture, $"{articles} {(articles == 1 ? "article" : "articles")}, {Count(feeds, "feed")} ({failing} failing), {Count(subscriptions, "subscription")}. Messages that wait: {waiting}.");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>What the command does, one line.</summary>
    public virtual string Summary(string command) => command switch
    {
        "help" => "what I can do",
        "headlines" => "the top stories of the last 24 hours",
        "latest" => "the newest articles",
        "search" => "articles with these words",
        "summary" => "an article in two or three sentences",
        "read" => "the whole article",
        "story" => "all reports of one event",
        "save" => "keep an article",
        "saved" => "your bookmarks",
        "more" => "the next page of the last list",
        "why" => "why something came or did not come",
        "wrong" => "say that a summary, a story or a page is wrong",
        "subscribe" => "follow a feed, topic, source or words",
        "unsubscribe" => "stop following",
        "subscriptions" => "what is followed here",
        "filter" => "let only some articles through",
        "pause" => "stop sending for a while",
        "resume" => "go on sending",
        "digest" => "one message at set times",
        "quiet" => "hours in which alerts wait",
        "limit" => "how many messages come",
        "style" => "how messages look",
        "mode" => "at once, in the digest or archive only",
        "less" => "less like an article: hide its source or a word",
        "notices" => "where notices go",
        "language" => "language of answers and of news",
        "timezone" => "your local time",
        "settings" => "all settings of this place",
        "import" => "follow the feeds of a file",
        "export" => "your subscriptions as a file",
        "reset" => "delete everything of this home",
        "forgetme" => "delete what is stored about you",
        "id" => "ids and your role here",
        "feeds" => "feeds and their health",
        "feed" => "how one feed is read: pages, headers, proxy",
        "stats" => "figures of this instance",
        "chats" => "the homes that use this instance",
        "ban" => "close the instance to a home",
        "plan" => "how much a home may follow",
        "announce" => "tell all homes something",
        "claim" => "become the operator of this instance",
        "manage" => "choose the channel or group to manage from here",
        _ => "",
    };

    /// <summary>Lines that show how the command is used, for its own help.</summary>
    public virtual IReadOnlyList<string> Examples(string command) => command switch
    {
        "headlines" => ["/headlines", "/headlines science"],
        "latest" => ["/latest Ellery Post"],
        "search" => ["/search solar power -stocks since:7d", "/search title:ferry before:2026-01-31", "/search harbour sent:yes"],
        "summary" or "read" => [$"/{command} 3 takes line 3 of the last list", $"/{command} https://example.org/article"],
        "why" => ["/why tells of the last 24 hours", "/why 3 of an article of the last list", "/why #3 of a subscription"],
        "subscribe" => ["/subscribe https://example.org in Mornings", "/subscribe https://example.org/feed ferry -sports", "/subscribe science", "/subscribe \"solar power\", wind farm", "/subscribe top for stories that three sources tell"],
        "filter" => ["/filter #3 ferry, harbour", "/filter #3 -sports", "/filter all -horoscope", "/filter #3 off"],
        "pause" => ["/pause 7d", "/pause #3 until monday"],
        "digest" => ["/digest 7:30", "/digest 7:30, 18:00 mon-fri of science top 10 only", "/digest now", "/digest off"],
        "quiet" => ["/quiet 22:00-07:00", "/quiet 23:00-08:00 sat, sun silent except 3 sources, words storm"],
        "limit" => ["/limit 10 per day", "/limit #3 2 per hour", "/limit off"],
        "style" => ["/style compact", "/style #3 full images on", "/style all title \"News\" tags #sea #land", "/style default"],
        "mode" => ["/mode #3 digest", "/mode #3 both", "/mode #3 archive", "/mode #3 once"],
        "less" => ["/less 3", "/less 3 source", "/less 3 word ferry", "/less lists what is hidden"],
        "timezone" => ["/timezone Berlin", "/timezone 14:35"],
        "language" => ["/language en", "/language news de, en", "/language news all"],
        "settings" => ["/settings", "/settings ask admins"],
        "feed" => ["/feed #3 fulltext on (or off, auto)", "/feed #3 header Cookie: name=value (off takes it away)", "/feed #3 agent words", "/feed #3 proxy http://host:port", "/feed #3 http1 on"],
        "plan" => ["/plan telegram:123 full"],
        "ban" => ["/ban telegram:123", "/ban telegram:123 off"],
        _ => [],
    };

    /// <summary>How the command's arguments are typed; empty when it takes none.</summary>
    public virtual string Usage(string command) => command switch
    {
        "help" => "[command]",
        "headlines" or "latest" => "[topic or source]",
        "search" => "words",
        "summary" or "read" => "n or link",
        "story" or "save" => "n",
        "why" => "[n, #n or link]",
        "wrong" => "[n] summary, story or page",
        "subscribe" => "address, topic, source, words or top",
        "unsubscribe" => "#n, name or all",
        "filter" => "#n, folder or all, words or off",
        "pause" => "[#n or folder] [7d, until monday]",
        "resume" => "[#n] [top or skip]",
        "digest" => "times [mon-fri] [of #n or folder] [top 10] [only or also], now, off",
        "quiet" => "22:00-07:00 [days] [silent] [except ...], off",
        "limit" => "[#n] count per day or hour, off",
        "style" => "[#n, folder or all] words",
        "mode" => "#n once, digest, both, archive",
        "less" => "[n] [source or word ...]",
        "notices" => "here or me",
        "language" => "code, or news codes",
        "timezone" => "place, zone or time",
        "settings" => "[ask everyone, admins or nobody]",
        "import" => "file",
        "feeds" => "[failing]",
        "chats" => "[words]",
        "ban" => "id [off]",
        "plan" => "id full or guest",
        "announce" => "words",
        "feed" => "#n or address [setting]",
        _ => "",
    };
}
