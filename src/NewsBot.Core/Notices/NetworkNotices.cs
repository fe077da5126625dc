using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Notices;

/// <summary>
/// Tells the operators that most feeds cannot be reached, which is our own network and nothing that readers should hear of, and later that it is over: each once, also over a restart.
/// </summary>
public sealed partial class NetworkNotices(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, OperatorPlaces operators, Outbox outbox, TimeProvider time, ILogger<NetworkNotices> logger)
{
    private const string DownSince = "notices:network-down-since";
    private static readonly TimeSpan LookPause = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await PlanAsync(cancellationToken);
            await Task.Delay(LookPause, time, cancellationToken);
        }
    }

    /// <summary>Plans what is to be told now.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var reach = feeds.Reach;
        var now = store.Now;
        var told = await store.FindStateAsync(DownSince, cancellationToken);
        if (told is null && reach.MostAreOut)
        {
            LogDown(reach.Unreachable, reach.Feeds);
            await TellAsync((texts, _) => texts.NoticeNetworkDown(reach.Unreachable, reach.Feeds), cancellationToken);
            await store.SaveStateAsync(DownSince, now.ToString("O", CultureInfo.InvariantCulture), cancellationToken);
        }
        else if (told is not null && reach.IsGood)
        {
            var since = DateTimeOffset.Parse(told, CultureInfo.InvariantCulture);
            LogUp(since);
            await TellAsync((texts, home) => texts.NoticeNetworkUp(LocalClock.Show(since, now, home.TimeZone, texts.Culture)), cancellationToken);
            await store.SaveStateAsync(DownSince, null, cancellationToken);
        }
    }

    /// <summary>The state is saved after the message: a crash between the two repeats it and never loses it.</summary>
    private async Task TellAsync(Func<Texts, Home, string> words, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedDelivery>();
        foreach (var place in await operators.FindAsync(cancellationToken))
        {
            if (registry.Find(place.Home) is { } home)
            {
                planned.Add(new PlannedDelivery(place.Id, default, default, default, store.Now) { Kind = DeliveryKind.Notice, Words = words(Languages.For(home.Language), home) });
            }
        }

        outbox.Enqueue(await store.AddDeliveriesAsync(planned, null, cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Unreachable} of {Feeds} feeds cannot be reached: this looks like our own network. Check its connection, its name server and its proxy.")]
    private partial void LogDown(int unreachable, int feeds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feeds can be reached again; most could not be since {Since:u}.")]
    private partial void LogUp(DateTimeOffset since);
}
