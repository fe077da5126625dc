using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>What is said about following, filtering, files of subscriptions and lists of them.</summary>
public partial class Texts
{
    public virtual string NothingFollowed => "Nothing is followed here yet. /subscribe takes an address, a topic, a source or words.";

    public virtual string SayWhatToFollow => "Say what to follow: /subscribe https://example.org/feed, a topic such as science, a source, or words such as \"solar power\".";

    public virtual string QueryOnlyExcludes => "A query needs at least one word that must occur.";

    public virtual string SayFile => "Give the file: /import feeds.opml. OPML, CSV or text with addresses.";

    public virtual string NothingToImport => "The file holds no feed address. OPML, CSV or text with addresses can be imported.";

    public virtual string GoesOn => "Go on";

    public virtual string ShowLatest => "Show the latest";

    public virtual string FileName => "newsbot-subscriptions.opml";

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

    public virtual string FollowedQuery(int number, string what, int passed, int looked) => looked == 0
        ? string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is followed now, in all feeds this place sees. There is no article of the last 7 days to try it on; nothing old is sent.")
        : string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is followed now. In the last 7 days {passed} of {Count(looked, "article")} would have come; nothing old is sent.");

    public virtual string LastItem(string title) => $"Newest there: {title}";

    /// <param name="newest">When the newest of all was published, told where none is of these days.</param>
    public virtual string Publishes(int items, int days, DateTimeOffset newest) => items == 0
        ? string.Create(CultureInfo.InvariantCulture, $"It published nothing in the last {days} days; that one is of {newest:yyyy-MM-dd}.")
        : string.Create(CultureInfo.InvariantCulture, $"It published {items} in the last {days} days.");

    public virtual string SeveralReadings(string what) => $"\"{what}\" can be read in more than one way. What is to be followed?";

    public virtual string AsTopic(string topic) => $"The topic {topic}";

    public virtual string AsSource(string source) => $"The source {source}";

    public virtual string EveryFeedOf(string source) => $"Whatever has {source} as its source";

    public virtual string AsWords(string words) => $"Articles with the words {words}";

    public virtual string Unfollowed(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"#{number} {what} is removed.");

    public virtual string UnfollowedAll(int count) => string.Create(CultureInfo.InvariantCulture, $"{Count(count, "subscription")} {(count == 1 ? "is" : "are")} removed. The file brings {(count == 1 ? "it" : "them")} back with /import.");

    public virtual string NoSuchSubscription(string what) => $"There is no subscription {what} here. /subscriptions lists them.";

    public virtual string WhichSubscription => "Which subscription?";

    public virtual string WhichWords(int number) => string.Create(CultureInfo.InvariantCulture, $"Say which words #{number} is to pass: /filter #{number} words, or /filter #{number} off.");

    public virtual string FilterSet(string what, string words, int passed, int looked, string? example) => looked == 0 ? $"{what} passes only {words}. No article of the last 7 days is here to try it on." : string.Create(
        CultureInfo.InvariantCulture, $"{what} passes only {words}. Of the last 7 days {passed} of {looked} articles would have passed{(example is null ? "." : $", such as: {example}")}");

    public virtual string FilterOff(string what) => $"{what} passes everything again.";

    public virtual string ReportName => "newsbot-import.txt";

    public virtual string FollowedTop(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number} top is followed now: a story comes once three sources tell it. Nothing old is sent.");

    public virtual string MatchedLastWeek(int passed, int looked) => looked == 0 ? "No article of the last 7 days is here to match." : string.Create(CultureInfo.InvariantCulture, $"In the last 7 days {passed} of {Count(looked, "article")} matched.");

    public virtual string InFolder(string folder) => $"In the folder {folder}.";

    public virtual string ComesWhen(string mode, string? schedule) => schedule is null ? $"Comes {mode}." : $"Comes {mode}: {schedule}.";

    public virtual string ChangedLast(string time, string person) => $"Changed {time} by {person}.";

    public virtual string You => "you";

    public virtual string Imported(int added, int known, int refused) => string.Create(CultureInfo.InvariantCulture, $"{added} added, {known} followed already, {refused} refused.");

    public virtual string Exported(int count) => string.Create(CultureInfo.InvariantCulture, $"{Count(count, "subscription")}.");

    public virtual string OverQuota(int count, string reason) => $"{Count(count, "entry", "entries")} {(count == 1 ? "is" : "are")} not followed. {reason}";

    public virtual string NotFollowed(string name) => $"{name}: not followed.";

    public virtual string LeftOutSecrets(int count) => string.Create(
        CultureInfo.InvariantCulture, $"{Count(count, "feed")} with a secret in {(count == 1 ? "its address is" : "their addresses are")} not in the file, as everybody here could read it. For the whole file ask in private: /manage chooses this chat there, then /export.");

    public virtual string StaysAsItIs(string setting, string value) => $"{setting}: stays {value}, as it is set here already.";

    public virtual string NotUnderstood(string setting, string words) => $"{setting}: \"{words}\" is not understood and passed over.";

    public virtual string NameTooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"this is longer than {most} characters.");

    public virtual string ImportCut(Subscriptions.BundleFault fault, int entries) => fault == Subscriptions.BundleFault.TooMany
        ? string.Create(CultureInfo.InvariantCulture, $"Only the first {Count(entries, "entry", "entries")} of the file are read. Split it and import the rest.")
        : string.Create(CultureInfo.InvariantCulture, $"The file is damaged after {Count(entries, "entry", "entries")}; what stood before is read. Export it anew for the rest.");

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
}
