using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Articles.Enrichment;

public sealed class ArticleEnricherTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] FullText =
    [
        "The council of Sarn voted on Tuesday to open the northern bridge again after two years of repairs.",
        "Engineers had found cracks in three of the seven piers, and the works cost twice what was planned.",
        "Mayor Mira Oswin said the first trams would cross the river on Saturday morning, weather permitting.",
    ];

    private readonly FakeTimeProvider _time = new(Start);
    private readonly MemoryEnrichmentStore _store;
    private readonly FakeWeb _web = new();
    private readonly FakeExtractor _extractor = new();
    private readonly ArticleEnricher _enricher;

    public ArticleEnricherTests()
    {
        _store = new MemoryEnrichmentStore(_time);
        _enricher = new ArticleEnricher(_store, _web, _extractor, new NoIndex(), new FeedRegistry(), _time, Options.Create(new EnrichmentOptions { Parallel = 1, HostPause = TimeSpan.Zero }), NullLogger<ArticleEnricher>.Instance);
    }

    [Fact]
    public async Task A_teaser_gets_the_text_of_its_page()
    {
        var article = Plan("The northern bridge of Sarn opens again after two years.");

        var better = await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, better);
        Assert.Equal(FullText, _store.Articles[article.Id].Paragraphs);
        Assert.NotEqual(article.ContentHash, _store.Articles[article.Id].ContentHash);
        Assert.Equal("Ledo Vance", _store.Articles[article.Id].Author);
        Assert.NotEmpty(_store.Articles[article.Id].Summary);
        Assert.Empty(_store.Tasks);
    }

    [Theory]
    [InlineData(PageRefusal.ConsentWall)]
    [InlineData(PageRefusal.PageOfLinks)]
    [InlineData(PageRefusal.ScriptShell)]
    public async Task A_page_that_is_no_article_leaves_the_text_of_the_feed(PageRefusal refusal)
    {
        var article = Plan("The northern bridge of Sarn opens again after two years.");
        _extractor.Answer = new PageReading.NotAnArticle(refusal, "No article.", null);

        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(article, _store.Articles[article.Id]);
        Assert.Empty(_store.Tasks);
    }

    [Fact]
    public async Task A_page_about_something_else_leaves_the_text_of_the_feed()
    {
        var article = Plan("Voters in Brannoch chose a younger parliament, with farmers losing nine seats to teachers and nurses.");

        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(article, _store.Articles[article.Id]);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_later_and_not_for_ever()
    {
        Plan("The northern bridge of Sarn opens again after two years.");
        _web.Answer = new PageFetch.TryLater(TimeSpan.FromMinutes(10));

        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Start + TimeSpan.FromMinutes(10), Assert.Single(_store.Tasks).Due);

        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, _web.Requests);

        for (var round = 0; round < 5; round++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, _web.Requests);
        Assert.Empty(_store.Tasks);
    }

    [Fact]
    public async Task An_article_that_changed_while_its_page_was_read_stays()
    {
        var article = Plan("The northern bridge of Sarn opens again after two years.");
        var changed = article with { Title = "Bridge opens on Friday", ContentHash = "changed" };
        _web.OnRequest = () => _store.Articles[article.Id] = changed;

        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(changed, _store.Articles[article.Id]);
    }

    [Fact]
    public async Task A_claimed_task_is_not_read_twice_until_its_lease_ends()
    {
        Plan("The northern bridge of Sarn opens again after two years.");

        var first = await _store.ClaimEnrichmentsAsync(10, Start + TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);
        Assert.Single(first);
        Assert.Equal(0, _web.Requests);

        _time.Advance(TimeSpan.FromMinutes(3));
        await _enricher.EnrichDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, _web.Requests);
    }

    [Fact]
    public async Task Pages_of_one_host_are_read_with_a_pause_between_them()
    {
        var token = TestContext.Current.CancellationToken;
        var enricher = new ArticleEnricher(_store, _web, _extractor, new NoIndex(), new FeedRegistry(), _time, Options.Create(new EnrichmentOptions { Parallel = 4, HostPause = TimeSpan.FromSeconds(5) }), NullLogger<ArticleEnricher>.Instance);
        var articles = new[] { Teaser(1, "First short item."), Teaser(2, "Second short item.") };
        foreach (var article in articles)
        {
            _store.Articles[article.Id] = article;
        }

        _store.Add(Planned(FullTextMode.On, articles));
        var work = enricher.EnrichDueAsync(token);
        await _web.Asked.WaitAsync(token);
        Assert.False(work.IsCompleted);
        Assert.Equal(1, _web.Requests);

        while (!work.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await work;
        Assert.Equal(2, _web.Requests);
    }

    [Fact]
    public void A_feed_with_full_texts_is_left_alone_unless_it_is_switched_on()
    {
        var full = Teaser(1, string.Concat(Enumerable.Repeat("A long and whole article about the bridge of Sarn. ", 60)));

        _store.Add(Planned(FullTextMode.Automatic, [full]));
        _store.Add(Planned(FullTextMode.Off, [full]));
        Assert.Empty(_store.Tasks);

        _store.Add(Planned(FullTextMode.On, [full]));
        Assert.Single(_store.Tasks);
    }

    private Article Plan(string text)
    {
        var article = Teaser(1, text);
        _store.Articles[article.Id] = article;
        _store.Add(Planned(FullTextMode.Automatic, [article]));
        return article;
    }

    private static IReadOnlyList<EnrichmentTask> Planned(FullTextMode mode, IReadOnlyList<Article> articles) =>
        EnrichmentPlan.Of(Some.Feed() with { FullText = mode }, [.. articles.Select(article => TextExtent.Of(article.Body))], articles, Start);

    private static Article Teaser(long id, string text) => new()
    {
        Id = new ArticleId(id),
        Feed = new FeedId(1),
        Story = new StoryId(id),
        Key = "k" + id,
        Title = "Northern bridge opens",
        Url = "https://news.example/bridge/" + id,
        Source = "Sarn Courier",
        Language = "en",
        Published = Start,
        FirstSeen = Start,
        Paragraphs = [text],
        Summary = [text],
        ContentHash = "hash" + id,
    };

    private sealed class FakeWeb : IPageFetcher
    {
        public PageFetch Answer { get; set; } = new PageFetch.Fetched(new WebPage("<p>"u8.ToArray(), "text/html", null));

        public Action? OnRequest { get; set; }

        public int Requests { get; private set; }

        public SemaphoreSlim Asked { get; } = new(0);

        public Task<PageFetch> FetchAsync(Uri url, CancellationToken cancellationToken)
        {
            Requests++;
            OnRequest?.Invoke();
            Asked.Release();
            return Task.FromResult(Answer);
        }
    }

    private sealed class FakeExtractor : IArticleExtractor
    {
        public PageReading Answer { get; set; } = new PageReading.Read(new PageArticle { Title = "Northern bridge opens", Authors = ["Ledo Vance"], Paragraphs = FullText });

        public PageReading Extract(WebPage page, CancellationToken cancellationToken) => Answer;
    }
}
