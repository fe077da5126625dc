using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Reports;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

/// <summary>The whole command path over a store in memory, with nothing outside that answers.</summary>
internal sealed class CommandDesk
{
    private readonly MemoryNewsStore _store;
    private readonly Conversation _conversation;
    private readonly IngestLane _lane;

    public CommandDesk(QuotaOptions? quotas = null)
    {
        var (time, world, options, random) = (new FakeTimeProvider(Some.Morning), new ClosedWorld(), Options.Create(new FeedsOptions()), new Random(1));
        var (analyzer, recent, grouper, access) = (FoldingAnalyzer.Instance, new RecentArticles(), new StoryGrouper(), new FeedAccessRegistry());
        _store = new MemoryNewsStore(Data, time);
        Registry = new SubscriptionRegistry(Feeds);
        var matcher = new SubscriptionMatcher(Registry, Feeds, analyzer);
        var lane = SomeLane.Over(_store, Feeds, Registry, Outbox);
        _lane = lane;
        var intake = new ArticleIntake(world);
        var moves = new FeedMoves(world, world, _store, lane, intake, Feeds, Registry, access, NullLogger<FeedMoves>.Instance);
        Pipeline = new NewsPipeline(world, world, intake, lane, _store, Feeds, access, moves, options, random, NullLogger<NewsPipeline>.Instance);
        var poller = new FeedPoller(Pipeline, Feeds, Registry, options, time, random, NullLogger<FeedPoller>.Instance);
        var admission = new SubscriptionAdmission(_store, Registry, poller, Options.Create(quotas ?? new QuotaOptions()));
        var changes = new SubscriberChanges(_store, Registry, Outbox);
        var (headlines, pager, backtest) = (new HeadlineReader(_store, recent, Feeds, Registry), new ListPager(_store, Feeds), new Backtest(_store, Feeds, matcher, analyzer));
        var guarded = new GuardedFeeds(_store, world, access, Feeds, Registry, world);
        var references = new ReferenceResolver(_store, Registry, new NamedPages(_store, world, world, world, lane, Feeds, Registry));
        var transfer = new TransferHandler(_store, Feeds, Registry, admission, guarded, new EntrySettings(_store, changes), new BundleRestorer(_store, Registry, changes));
        var search = new SearchHandler(_store, new NoIndex(), analyzer, Registry, pager);
        var lists = new ListHandler(_store, headlines, search, pager);
        Claim = new OperatorClaim(_store);
        var dispatcher = new CommandDispatcher(
            new StartHandler(_store, Feeds, changes, Outbox),
            lists,
            search,
            new ArticleHandler(_store, Feeds, Registry, references, new ExtractOnly()),
            new FollowHandler(_store, Feeds, Registry, admission, poller, world, guarded, backtest),
            new SubscriptionHandler(_store, Feeds, Registry, new WaitingAlerts(_store, Outbox), backtest, transfer, changes),
            new DigestHandler(_store, Registry, Outbox, headlines, pager, changes),
            new DeliveryHandler(Registry, changes),
            new ModeHandler(_store, Registry, changes),
            new StyleHandler(Registry, backtest, changes),
            new HomeHandler(_store, Registry, transfer, changes, Outbox),
            transfer,
            new WhyHandler(_store, Feeds, Registry, matcher, Outbox, backtest, references),
            new ReportHandler(_store, recent, references, grouper),
            new LessHandler(_store, Registry, matcher, Outbox, references, changes),
            new FeedHandler(_store, world, access, Feeds, Registry),
            new OperatorHandler(_store, Feeds, Registry, Outbox, changes),
            Claim);
        _conversation = new Conversation(dispatcher, new RequestReader(_store, Registry), lists, _store);
    }

    public MemoryNewsData Data { get; } = new();

    public FeedRegistry Feeds { get; } = new();

    public SubscriptionRegistry Registry { get; }

    public Outbox Outbox { get; } = new();

    public OperatorClaim Claim { get; }

    public NewsPipeline Pipeline { get; }

    public async Task<Reply> AskAsync(string text, Role role = Role.Admin, string place = "test:anna", bool isPrivate = true, Attachment? file = null, string? person = null)
    {
        var caller = new Caller { Person = new PersonId(person ?? place), Place = new PlaceId(place), Home = new HomeId(place), Role = role, IsPrivate = isPrivate, Attachment = file };
        return (await _conversation.AnswerAsync(text, caller, slashNeeded: true, TestContext.Current.CancellationToken)).Reply;
    }

    /// <summary>The words of a plain answer.</summary>
    public async Task<string> TellAsync(string text, Role role = Role.Admin, string place = "test:anna", bool isPrivate = true) => await AskAsync(text, role, place, isPrivate) switch
    {
        Reply.Message(var words) => words,
        Reply.Refusal(var words) => words,
        Reply.Explanation(var title, var lines) => string.Join('\n', lines.Prepend(title)),
        var other => other.ToString(),
    };

    /// <summary>Articles that wait for the place, as the planner leaves them.</summary>
    public async Task WaitAsync(int count, string place = "test:anna")
    {
        var planned = Enumerable.Range(1, count).Select(at => new PlannedDelivery(new PlaceId(place), new ArticleId(at), new StoryId(at), new SubscriptionId(1), Some.Morning));
        Outbox.Enqueue(await _store.AddDeliveriesAsync([.. planned], null, TestContext.Current.CancellationToken));
    }

    /// <summary>A source of the operator's catalogue publishes.</summary>
    public async Task PublishAsync(string source, params IReadOnlyList<string> titles)
    {
        var url = $"https://{source.Replace(' ', '-')}.example/feed";
        var feed = Feeds.FindByUrl(url) ?? await _store.AddFeedAsync(new NewFeed(FeedKind.Web, url, source), TestContext.Current.CancellationToken);
        feed = feed with { InCatalogue = true, Health = feed.Health with { FirstRead = Some.Morning.AddDays(-1), LastCheck = Some.Morning } };
        Feeds.Put(feed);
        var drafts = titles.Select(title => new ArticleDraft { Key = title, Title = title, Source = source, Language = "en", Paragraphs = [$"{title}, says {source}."], Summary = [$"{title}, says {source}."], ContentHash = title });
        var report = await _lane.IngestAsync(feed, [.. drafts], TestContext.Current.CancellationToken);
        Feeds.Put((report.Feed ?? feed) with { InCatalogue = true });
    }

    public IReadOnlyList<Subscription> Followed(string home = "test:anna") => Registry.Of(new HomeId(home));
}
