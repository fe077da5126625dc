using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Hosting;
using NewsBot.Verbs;

namespace NewsBot.Terminal;

/// <summary>On an empty store the first answer waits a moment for the first feeds and shows how far they are.</summary>
internal sealed class FirstFeeds(Bot bot, VerbConsole console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public async Task AwaitAsync(CancellationToken cancellationToken)
    {
        var feeds = bot.Get<FeedRegistry>();
        if (feeds.HoldsNews || Open() == 0)
        {
            return;
        }

        var time = bot.Get<TimeProvider>();
        var end = time.GetUtcNow() + Patience;
        await using var work = bot.IsWorking ? null : BotWork.StartReading(bot, cancellationToken);
        var total = Open();
        var shown = -1;
        while (!feeds.HoldsNews && Open() > 0 && time.GetUtcNow() < end)
        {
            shown = await ShowAsync(total - Open(), total, shown);
            await Task.Delay(Tick, time, cancellationToken);
        }

        await ClearAsync();
    }

    /// <summary>Feeds that were never looked at.</summary>
    private int Open()
    {
        var subscriptions = bot.Get<SubscriptionRegistry>();
        return bot.Get<FeedRegistry>().All.Count(feed => feed.IsFetched && feed.Health.LastCheck is null && subscriptions.IsFollowed(feed));
    }

    private async Task<int> ShowAsync(int done, int total, int shown)
    {
        if (shown < 0 && !console.Screen.HasColor)
        {
            await console.Error.WriteLineAsync("Reading the first feeds ...");
        }
        else if (console.Screen.HasColor && shown != done)
        {
            await console.Error.WriteAsync($"\r\u001b[KReading the first feeds: {done} of {total}");
        }

        return done;
    }

    private Task ClearAsync() => console.Screen.HasColor ? console.Error.WriteAsync("\r\u001b[K") : Task.CompletedTask;
}
