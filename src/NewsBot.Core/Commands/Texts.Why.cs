using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>Why something came or did not come, and notices about feeds and places.</summary>
public partial class Texts
{
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
}
