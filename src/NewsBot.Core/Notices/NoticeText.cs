using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Notices;

/// <summary>Words for what happened to feeds, a line a feed, by what holds when it is sent. Pure.</summary>
public static class NoticeText
{
    /// <summary>Null when nothing of it holds any more.</summary>
    /// <param name="number">The number of the subscription where the home is the same, else null.</param>
    public static string? Line(Texts texts, Home home, OutboxRow row, Feed feed, int? number, DateTimeOffset now) => row.Event switch
    {
        FeedEvent.Failing when feed.Health is { LastError: { } error, FailingSince: { } since } => texts.NoticeFailing(feed.Title, LocalClock.Show(since, now, home.TimeZone, texts.Culture), error, number),
        FeedEvent.Recovered when feed.Health.LastError is null => texts.NoticeRecovered(feed.Title),
        FeedEvent.Merged => texts.NoticeMerged(feed.Title, number),
        FeedEvent.Ended => texts.NoticeEnded(feed.Title, number),
        _ => null,
    };
}
