using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Inbox;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Hosting;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Updates;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Time;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Tests.EndToEnd;

/// <summary>
/// The adapter's way in and out in virtual time, over a store in memory: poller, inbox, delivery lane. Alerts are put into the outbox by the test; a command is answered with a line, as what it says costs no time here.
/// </summary>
internal sealed class FloodBench : IInboxHandler, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualTime _time;
    private readonly MemoryNewsStore _store;
    private readonly SubscriptionRegistry _registry;
    private readonly Outbox _outbox = new();
    private readonly TelegramBotApi _api;
    private readonly AnswerSender _answers;
    private readonly List<Func<CancellationToken, Task>> _loops = [];
    private Task _running = Task.CompletedTask;
    private long _articles;

    public FloodBench(VirtualTime time)
    {
        _time = time;
        Telegram = FakeTelegram.InMemory(time);
        Telegram.EnforcesLimits = true;
        Telegram.KeepsExchanges = false;
        _store = new MemoryNewsStore(new MemoryNewsData(), time);
        var feeds = new FeedRegistry();
        _registry = new SubscriptionRegistry(feeds);
        _api = new TelegramBotApi(new BotEndpoint(Telegram.Token, Telegram.ApiUrl), Telegram.Handler, Telegram.Handler, time);
        var (kinds, sender) = (new ChatKinds(_store), new TelegramSender(_api, NullLogger<TelegramSender>.Instance));
        var headlines = new HeadlineReader(_store, new Core.Articles.RecentArticles(), feeds, _registry);
        var lanes = new DeliveryLanes(
            [new TelegramMessenger(sender, _registry, kinds, _store, time)], new PostBuilder(_store, _registry, headlines), new DeliveryLimits(_store, _registry), new VolumeWatch(_store, _registry, _outbox, Microsoft.Extensions.Options.Options.Create(new DeliveryOptions())), _store, _outbox, _registry, time, NullLogger<DeliveryLane>.Instance);
        _answers = new AnswerSender(lanes, sender, kinds, _store);
        _loops.Add(lanes.Of(ChatAddress.Platform).RunAsync);
        AddWayIn(time, headlines);
    }

    public FakeTelegram Telegram { get; }

    /// <summary>How long it takes to make an answer.</summary>
    public TimeSpan Thinking { get; set; }

    /// <summary>Nothing is answered.</summary>
    public bool IsSilent { get; set; }

    public void Begin() => _running = Task.WhenAll(_loops.Select(loop => loop(_stop.Token)));

    /// <summary>Lets a chat follow something.</summary>
    public async Task FollowAsync(long chat)
    {
        var place = new ChatAddress(chat).Place;
        var home = new Home { Id = new HomeId(place.Value), Created = _store.Now };
        await _store.EnsurePlaceAsync(home, new Place { Id = place, Home = home.Id, Created = _store.Now }, CancellationToken.None);
        await _store.AddSubscriptionAsync(
            new Subscription { Id = default, Number = 0, Home = home.Id, Place = place, Kind = SubscriptionKind.Topic, Value = "town", Since = default, ChangedBy = new PersonId(place.Value), ChangedAt = _store.Now },
            CancellationToken.None);
        _registry.Load(await _store.LoadSubscriptionsAsync(CancellationToken.None));
    }

    /// <summary>Puts one new article for each chat named, as often as it is named, into the outbox.</summary>
    public async Task AlertAsync(IReadOnlyList<long> chats)
    {
        var feed = await _store.AddFeedAsync(new NewFeed(FeedKind.Web, "https://morning.example/feed", "Morning of Larkfield"), CancellationToken.None);
        var articles = chats.Select(_ => Some.Article(string.Create(CultureInfo.InvariantCulture, $"Report {++_articles} from Tollen"), _articles)).ToList();
        await _store.CommitRefreshAsync(new RefreshOutcome { Feed = feed, NewArticles = articles }, CancellationToken.None);
        var planned = chats.Select((chat, index) => new PlannedDelivery(new ChatAddress(chat).Place, articles[index].Id, new StoryId(articles[index].Id.Value), SubscriptionOf(chat), _store.Now)).ToList();
        _outbox.Enqueue(await _store.AddDeliveriesAsync(planned, null, CancellationToken.None));
    }

    public async Task HandleAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var asked = JsonSerializer.Deserialize<Update>(row.Payload, JsonBotAPI.Options)!.Message!;
        _answers.Expect(new ChatAddress(asked.Chat.Id));
        await Task.Delay(Thinking, _time, cancellationToken);
        if (IsSilent)
        {
            return;
        }

        var place = new ChatAddress(asked.Chat.Id).Place;
        var home = new Home { Id = new HomeId(place.Value), Created = _store.Now };
        var caller = new Caller { Person = new PersonId(place.Value), Place = place, Home = home.Id, Role = Role.Reader };
        var request = new Request(caller, home, new Place { Id = place, Home = home.Id, Created = _store.Now }, new Texts());
        await _answers.SendAsync(new ChatAddress(asked.Chat.Id), new Answer(request, new Reply.Message("Here you are."), null), AnswerForm.Plain, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _api.Dispose();
        await Telegram.DisposeAsync();
    }

    private void AddWayIn(VirtualTime time, HeadlineReader headlines)
    {
        var (options, me) = (Options.Create(new TelegramOptions { Token = Telegram.Token }), new OwnAccount(_api.BotId));
        me.Learn(new User { Id = Telegram.Bot.Id, IsBot = true, FirstName = Telegram.Bot.FirstName, Username = Telegram.Bot.Username });
        var inline = new InlineAnswers(
            new NoIndex(), headlines, new RequestReader(_store, _registry), _registry, _store, new ChatRights(_api, me, options, time), new CallerLimits(time), _api, time, NullLogger<InlineAnswers>.Instance);
        var inbox = new InboxWorker(me.Source, this, _store, TimeSpan.FromMinutes(10), time, NullLogger<InboxWorker>.Instance);
        var intake = new UpdateIntake(inbox, inline, me, time, NullLogger<UpdateIntake>.Instance);
        _loops.Add(inbox.RunAsync);
        _loops.Add(new UpdatePoller(_api, intake, options, new Random(1), time, NullLogger<UpdatePoller>.Instance).RunAsync);
    }

    private SubscriptionId SubscriptionOf(long chat) => _registry.Of(new HomeId(new ChatAddress(chat).Place.Value))[0].Id;
}
