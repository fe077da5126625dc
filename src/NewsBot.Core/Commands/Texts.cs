using System.Globalization;
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

    public virtual string SayWhatToSearch => "Give the words to search for, such as /search solar power.";

    public virtual string NoRight => "Only admins of this place may do that. Ask one of them.";

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

    public virtual string Yes => "Yes, delete";

    public virtual string Undo => "Undo";

    public virtual string Remove => "Remove";

    public virtual string HeadlinesTitle => "Headlines";

    public virtual string LatestTitle => "Latest";

    public virtual string SavedTitle => "Saved";

    public virtual string Rising => "rising";

    public virtual string JustNow => "just now";

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

    /// <param name="lasting">The words without bounds of time, which can be waited for.</param>
    public virtual string NothingFound(string words, string lasting) =>
        $"Nothing found for {words}. {(words.All(char.IsLetterOrDigit) ? $"{words}* finds longer words too" : "Try fewer words")}{(lasting.Length > 0 ? $"; /subscribe {lasting} waits for it." : ".")}";

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

    public virtual bool SaysYes(string text) => text.Trim().ToUpperInvariant() is "YES" or "YES." or "YES!";

    public virtual bool SaysNo(string text) => text.Trim().ToUpperInvariant() is "NO" or "NO." or "NO!" or "CANCEL" or "STOP";

    public virtual string NothingChanged => "Nothing is changed.";

    public virtual string NoSuchChoice(string letter) => $"There is no choice {letter}. Pick one of the letters above.";

    public virtual string Saved(string title) => $"Saved: {title}. /saved lists your bookmarks.";

    public virtual string Sources(int count) => Count(count, "source");

    public virtual string Page(int first, int last, int total) => string.Create(CultureInfo.InvariantCulture, $"{first}-{last} of {total}");

    public virtual string MinutesAgo(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min ago");

    public virtual string HoursAgo(int hours) => string.Create(CultureInfo.InvariantCulture, $"{hours} h ago");

    public virtual string DaysAgo(int days) => days == 1 ? "yesterday" : string.Create(CultureInfo.InvariantCulture, $"{days} days ago");

    public virtual string AlsoFrom(string sources, int count) => string.Create(CultureInfo.InvariantCulture, $"+ {sources} · {count} sources");

    public virtual string UpdatedAt(string time) => $"Updated {time}";

    public virtual string Identity(string person, string place, string home, Role role) => $"You are {person}, {RoleName(role)} here. This place is {place}, its home {home}.";

    public virtual string RoleName(Role role) => role switch
    {
        Role.Operator => "operator",
        Role.Admin => "admin",
        _ => "reader",
    };

    public virtual string Greeting(int feeds, int read) => feeds == 0 ? "Hello. I read news for you and send what you choose." : read < feeds
        ? string.Create(CultureInfo.InvariantCulture, $"Hello. I read news for you and send what you choose. {read} of {feeds} feeds are read so far.")
        : string.Create(CultureInfo.InvariantCulture, $"Hello. I read news for you and send what you choose. {feeds} feeds are read.");

    public virtual string GreetingNoTopics => "/subscribe to the address of a site or feed, or to words such as \"solar power\". /headlines shows what there is; /help lists all I can do.";

    public virtual string GreetingTopics => "Pick a topic to follow, or /subscribe to an address, a source or words. /headlines shows what is new.";

    public virtual string NumberReads => "a number reads that article";

    public virtual string First => "first";

    public virtual string Reason(string words) => $"for \"{words}\"";

    public virtual string NewArticles(int count) => Count(count, "new article");

    public virtual string SavedAs(string path) => $"Saved as {path}";

    public virtual string NotSaved(string name) => $"{name} could not be saved here. Change to a folder that you may write to.";

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
