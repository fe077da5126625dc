using NewsBot.Core.Reports;

namespace NewsBot.Core.Commands;

/// <summary>One command with its arguments, whichever platform it came from. <see cref="CommandCatalog"/> says how each is typed.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <param name="Payload">What a deep link carried; empty when typed.</param>
    public sealed record Start(string Payload) : Command;

    /// <param name="Topic">The command asked about, or empty.</param>
    public sealed record Help(string Topic) : Command;

    /// <param name="Subject">A topic or source, or empty for all.</param>
    public sealed record Headlines(string Subject) : Command;

    /// <param name="Subject">A topic or source, or empty for all.</param>
    public sealed record Latest(string Subject) : Command;

    public sealed record Search(string Words) : Command;

    public sealed record Summary(Reference What) : Command;

    public sealed record Read(Reference What) : Command;

    public sealed record Story(Reference What) : Command;

    public sealed record Save(Reference What) : Command;

    public sealed record Saved : Command;

    /// <param name="List">Token of the list to page; null means the last one this person saw here.</param>
    public sealed record More(string? List) : Command;

    public sealed record Why(Reference What) : Command;

    /// <param name="Kind">What is wrong, or null to be asked.</param>
    public sealed record Wrong(Reference What, ReportKind? Kind) : Command;

    /// <param name="Shown">What is no longer hidden, or null.</param>
    public sealed record Less(Reference What, LessWish Wish, string? Shown) : Command;

    /// <param name="What">Addresses, a topic, a source or a query, perhaps followed by "in FOLDER".</param>
    public sealed record Subscribe(string What) : Command;

    /// <param name="Confirmed">True when the removal of all was confirmed.</param>
    public sealed record Unsubscribe(Selection What, bool Confirmed) : Command;

    /// <param name="Page">From 1 on.</param>
    public sealed record Subscriptions(int Page) : Command;

    /// <param name="Words">A query that articles must pass, "off", or empty to be asked.</param>
    public sealed record Filter(Selection What, string Words) : Command;

    /// <param name="Until">"7d", "until monday" or empty for as long as nobody resumes.</param>
    public sealed record Pause(Selection What, string Until) : Command;

    /// <param name="Kept">How much of what came meanwhile is wanted; null when that was not said.</param>
    public sealed record Resume(Selection What, int? Kept) : Command;

    /// <param name="Wish">Times, days, what to collect; "off", "now" or empty.</param>
    public sealed record Digest(string Wish) : Command;

    /// <param name="Wish">Hours, days and exceptions; "off" or empty.</param>
    public sealed record Quiet(string Wish) : Command;

    /// <param name="What">A subscription, or this place.</param>
    /// <param name="Wish">"10 per day", "off" or empty.</param>
    public sealed record Limit(Selection What, string Wish) : Command;

    /// <param name="What">A subscription, all of the home, or this place.</param>
    public sealed record StyleChange(Selection What, string Wish) : Command;

    /// <param name="Name">"once", "digest", "both" or "archive".</param>
    public sealed record Mode(Selection What, string Name) : Command;

    /// <param name="Where">"here" or "me".</param>
    public sealed record Notices(string Where) : Command;

    /// <param name="Choice">A language code, "news de, en", or empty to be shown what is set.</param>
    public sealed record Language(string Choice) : Command;

    /// <param name="Choice">A zone, a place, the time it is there, or empty to be shown what is set.</param>
    public sealed record TimeZone(string Choice) : Command;

    /// <param name="Wish">"ask admins", or empty to be shown all.</param>
    public sealed record Settings(string Wish) : Command;

    /// <param name="Name">The file to import on platforms without attachments, else empty.</param>
    public sealed record Import(string Name) : Command;

    public sealed record Export : Command;

    public sealed record Reset(bool Confirmed) : Command;

    public sealed record ForgetMe : Command;

    public sealed record Id : Command;

    /// <param name="OnlyFailing">True for feeds that fail.</param>
    /// <param name="Page">From 1 on.</param>
    public sealed record Feeds(bool OnlyFailing, int Page) : Command;

    /// <param name="What">A feed and what is to change about its reading.</param>
    public sealed record FeedSettings(string What) : Command
    {
        public override string ToString() => "feed settings";
    }

    public sealed record Stats : Command;

    /// <param name="Words">What the ids of the homes hold; empty for all.</param>
    public sealed record Chats(string Words) : Command;

    /// <param name="IsLifted">True to lift the ban.</param>
    public sealed record Ban(string Home, bool IsLifted) : Command;

    public sealed record Plan(string Home, string Name) : Command;

    /// <param name="Words">What to tell all homes; with "yes:" in front it is sent.</param>
    public sealed record Announce(string Words) : Command;

    /// <param name="Code">As typed; empty to be shown it, where it is known.</param>
    public sealed record Claim(string Code) : Command;
}
