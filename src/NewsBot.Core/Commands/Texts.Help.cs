namespace NewsBot.Core.Commands;

/// <summary>Help about the commands.</summary>
public partial class Texts
{
    public virtual string HelpTitle => "Commands";

    public virtual string HelpGroup(Role role) => role switch
    {
        Role.Operator => "For whoever runs this instance:",
        Role.Admin => "To choose what comes here:",
        _ => "To ask:",
    };

    public virtual string HelpFoot => "A bare number reads that line of the last list. /help search tells more about one command.";

    public virtual string QueryHelp => "Words: all must occur. A comma means or. -word excludes. \"a phrase\". =Apple keeps case. word* is a beginning. title: source: topic: lang: name a field.";

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
        "mode" => ["/mode #3 digest", "/mode #3 both", "/mode #3 archive", "/mode #3 once", "/mode all digest"],
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
        "mode" => "#n or all once, digest, both, archive",
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
