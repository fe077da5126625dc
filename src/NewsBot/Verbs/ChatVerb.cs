using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Hosting;
using NewsBot.Terminal;

namespace NewsBot.Verbs;

/// <summary>The terminal chat: one command, piped commands, or a conversation while feeds are polled and alerts arrive.</summary>
internal static class ChatVerb
{
    private static readonly TimeSpan FirstFeeds = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(Bot bot, string name, string? single, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var place = new PlaceId("terminal:" + name);
        var messenger = bot.Get<TerminalMessenger>();
        messenger.Attach(place);
        var work = new List<Task> { bot.Get<FeedPoller>().RunAsync(stop.Token) };
        if (single is null)
        {
            work.Add(bot.Get<DeliveryLane>().RunAsync(stop.Token));
        }

        try
        {
            if (single is not null)
            {
                return await AnswerAsync(bot, single, name, cancellationToken);
            }

            var lines = new LineInput(Console.In);
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.Trim().Length > 0)
                {
                    await AnswerAsync(bot, line, name, cancellationToken);
                }
            }

            return 0;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(work).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task<int> AnswerAsync(Bot bot, string line, string name, CancellationToken cancellationToken)
    {
        var place = new PlaceId("terminal:" + name);
        var request = Request.Parse(line, new PersonId(place.Value), place, new HomeId(place.Value));
        if (request.Name is "headlines" or "latest")
        {
            await AwaitFirstFeedsAsync(bot, cancellationToken);
        }

        var reply = await bot.Get<CommandDispatcher>().HandleAsync(request, cancellationToken);
        await bot.Get<TerminalMessenger>().PrintAsync(PlainRenderer.Render(reply, bot.Get<INewsStore>().Now));
        return reply is Reply.Refusal ? 1 : 0;
    }

    /// <summary>On an empty store the first answer waits a moment for the first feeds.</summary>
    private static async Task AwaitFirstFeedsAsync(Bot bot, CancellationToken cancellationToken)
    {
        var feeds = bot.Get<FeedRegistry>();
        var time = bot.Get<TimeProvider>();
        var end = time.GetUtcNow() + FirstFeeds;
        bool Waiting() => feeds.All.Any(feed => feed.InCatalogue && feed.Health.LastCheck is null) && feeds.All.All(feed => feed.Kind != FeedKind.Web || feed.Health.NewestItem is null);
        if (Waiting())
        {
            await Console.Error.WriteLineAsync("Reading the first feeds ...");
        }

        while (Waiting() && time.GetUtcNow() < end)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }
}
