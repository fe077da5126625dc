using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Notices;
using NewsBot.Core.Storage;

namespace NewsBot.Hosting;

/// <summary>The loops that run while the bot runs: reading feeds and sending. A loop that fails is logged and begun again after a while; disposing stops all and waits for them.</summary>
internal sealed partial class BotWork : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Bot _bot;
    private readonly CancellationTokenSource _stop;
    private readonly Task _loops;

    private BotWork(Bot bot, IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> loops, CancellationToken cancellationToken)
    {
        _bot = bot;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task>();
        foreach (var (name, run) in loops)
        {
            running.Add(KeepAsync(name, run, bot.Get<ILogger<BotWork>>(), bot.Get<TimeProvider>(), _stop.Token));
        }

        _loops = Task.WhenAll(running);
        bot.IsWorking = true;
    }

    /// <param name="platforms">The loops of the chat platforms that take part.</param>
    public static BotWork Start(Bot bot, IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> platforms, CancellationToken cancellationToken) => new(
        bot,
        [
            ("feeds", bot.Get<FeedPoller>().RunAsync),
            .. bot.Get<DeliveryLanes>().All.Select(lane => ($"delivery to {lane.Key}", (Func<CancellationToken, Task>)lane.Value.RunAsync)),
            ("digests", bot.Get<DigestScheduler>().RunAsync),
            ("full text", bot.Get<ArticleEnricher>().RunAsync),
            ("notices", bot.Get<FeedNotices>().RunAsync),
            ("network notices", bot.Get<NetworkNotices>().RunAsync),
            ("retention", bot.Get<Retention>().RunAsync),
            ("backups", new DailyBackup(bot).RunAsync),
            .. platforms,
        ],
        cancellationToken);

    /// <summary>Only reads feeds, for a single command on an empty store.</summary>
    public static BotWork StartReading(Bot bot, CancellationToken cancellationToken) => new(bot, [("feeds", bot.Get<FeedPoller>().RunAsync)], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _bot.IsWorking = false;
        await _stop.CancelAsync();
        await _loops;
        _stop.Dispose();
    }

    private static async Task KeepAsync(string name, Func<CancellationToken, Task> loop, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        // The caller goes on at once; what a loop does before its first wait must not delay the first answer.
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await loop(cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailure(logger, e, name);
                await Task.Delay(Pause, time, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The loop \"{Name}\" failed and begins again")]
    private static partial void LogFailure(ILogger logger, Exception e, string name);
}
