using NewsBot.Core.Feeds;
using NewsBot.Feeds.Discovery;
using NewsBot.Feeds.Http;
using NewsBot.Feeds.Parsing;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Discovery;

/// <summary>A made-up site on loopback; what its pages name decides what is found.</summary>
public sealed class FeedFinderTests : IAsyncDisposable
{
    private const string Html = "text/html; charset=utf-8";
    private readonly FeedServer _site = FeedServer.Start();
    private readonly GuardedHttp _http = new(new HttpOptions { AllowedNetworks = ["127.0.0.1/32"], FetchTimeout = TimeSpan.FromSeconds(5) }, TimeProvider.System, new HostPace(4, TimeSpan.Zero));
    private readonly SearchedAnswers _answers;
    private readonly FeedFinder _finder;

    public FeedFinderTests()
    {
        _answers = new SearchedAnswers(new HttpFeedFetcher(_http, TimeProvider.System), TimeProvider.System);
        _finder = new FeedFinder(_answers, new FeedParser(), TimeProvider.System);
    }

    [Fact]
    public async Task A_feed_is_found_at_its_own_address_and_costs_one_request_until_it_is_read()
    {
        Feed("/news", "Ferry to Marrow Island resumes");

        Assert.Equal([Url("/news")], await FoundAsync("/news"));
        Assert.IsType<FetchResult.Fetched>(await _answers.FetchAsync(new FetchRequest(_site.Url("/news")), Stop));

        Assert.Single(_site.Requests);
    }

    [Fact]
    public async Task A_kept_answer_serves_one_check_only()
    {
        Feed("/news", "Ferry to Marrow Island resumes");
        await FoundAsync("/news");

        await _answers.FetchAsync(new FetchRequest(_site.Url("/news")), Stop);
        await _answers.FetchAsync(new FetchRequest(_site.Url("/news")), Stop);

        Assert.Equal(2, _site.Requests.Count);
    }

    [Fact]
    public async Task The_feed_that_a_page_names_is_found()
    {
        Page("/", """<link rel="alternate" type="application/rss+xml" href="/stories.xml" title="Larkfield daily">""");
        Feed("/stories.xml", "Old depot becomes a market");

        var found = Assert.IsType<FeedSearch.Found>(await _finder.FindAsync(Url("/"), Stop));

        Assert.Equal([new FoundFeed(Url("/stories.xml"), "Larkfield daily")], found.Feeds);
    }

    [Fact]
    public async Task Several_feeds_are_a_choice_with_titles_and_comments_come_last()
    {
        Page("/", """
            <link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Comments">
            <link rel="alternate" type="application/rss+xml" href="/town.xml" title="Town">
            <link rel="alternate" type="application/atom+xml" href="/sport.xml" title="Sport">
            """);
        Feed("/town.xml", "Bridge over the Aldra opens");
        Feed("/sport.xml", "Regatta on the Aldra");
        Feed("/comments/feed", "Re: bridge");

        var found = Assert.IsType<FeedSearch.Found>(await _finder.FindAsync(Url("/"), Stop));

        Assert.Equal(["Town", "Sport", "Comments"], found.Feeds.Select(feed => feed.Title));
    }

    [Fact]
    public async Task A_named_feed_that_is_none_makes_way_for_the_others()
    {
        Page("/", """
            <link rel="alternate" type="application/rss+xml" href="/gone.xml">
            <link rel="alternate" type="application/rss+xml" href="/town.xml">
            """);
        Feed("/town.xml", "Bridge over the Aldra opens");

        Assert.Equal([Url("/town.xml")], await FoundAsync("/"));
    }

    [Fact]
    public async Task A_failing_candidate_of_a_site_rule_falls_through_to_the_page()
    {
        Page("/@tamsin", """<link rel="alternate" type="application/rss+xml" href="/tamsin.xml">""");
        Feed("/tamsin.xml", "A post from Tollen");

        Assert.Equal([Url("/tamsin.xml")], await FoundAsync("/@tamsin"));
    }

    [Fact]
    public async Task A_profile_is_found_by_the_rule_of_its_site()
    {
        Feed("/@tamsin.rss", "A post from Tollen");

        Assert.Equal([Url("/@tamsin.rss")], await FoundAsync("/@tamsin"));
    }

    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/blog/feed.xml")]
    public async Task A_feed_that_no_page_names_is_found_at_a_usual_address(string path)
    {
        Page("/blog/", "<p>Welcome to Larkfield</p>");
        Feed(path, "Otters counted in Brannoch");

        Assert.Equal([Url(path)], await FoundAsync("/blog/"));
    }

    [Fact]
    public async Task A_news_sitemap_is_the_last_resort()
    {
        Page("/", "<p>Welcome to Larkfield</p>");
        _site.Script("/robots.txt", ServerAnswer.Ok($"User-agent: *\nSitemap: {Url("/pages.xml")}\nSitemap: {Url("/news-map.xml")}\n", "text/plain"));
        _site.Script("/news-map.xml", ServerAnswer.Ok($"""
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>{Url("/bridge")}</loc><news:news><news:publication><news:name>Larkfield</news:name></news:publication><news:title>Bridge over the Aldra opens</news:title></news:news></url></urlset>
            """, "application/xml"));

        Assert.Equal([Url("/news-map.xml")], await FoundAsync("/"));
    }

    [Fact]
    public async Task A_search_costs_a_host_at_most_twelve_requests_redirects_included()
    {
        Page("/a/b/", string.Concat(Enumerable.Range(1, 30).Select(number => $"""<link rel="alternate" type="application/rss+xml" href="/{number}.xml">""")));
        foreach (var number in Enumerable.Range(1, 30))
        {
            _site.Script($"/{number}.xml", ServerAnswer.Redirect(302, "/nowhere"));
        }

        Assert.IsType<FeedSearch.NotFound>(await _finder.FindAsync(Url("/a/b/"), Stop));

        Assert.InRange(_site.Requests.Count, 2, 12);
    }

    [Fact]
    public async Task What_cannot_be_followed_says_what_was_tried_and_what_works()
    {
        Page("/", "<p>Welcome to Larkfield</p>");

        var nothing = Assert.IsType<FeedSearch.NotFound>(await _finder.FindAsync(Url("/"), Stop));

        Assert.Contains("usual addresses gave none", nothing.Advice, StringComparison.Ordinal);
        Assert.InRange(_site.Requests.Count, 9, 12);
        var closed = Assert.IsType<FeedSearch.NotFound>(await _finder.FindAsync("https://x.com/larkfield", Stop));
        Assert.Contains("Mastodon", closed.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://10.0.0.7/feed")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://[::1]/")]
    [InlineData("http://router.local/")]
    [InlineData("http://127.0.0.2/feed")]
    [InlineData("http://larkfield.invalid/")]
    public async Task Addresses_inside_are_told_nothing_about(string address)
    {
        var refused = Assert.IsType<FeedSearch.NotFound>(await _finder.FindAsync(address, Stop));

        Assert.DoesNotContain("HTTP", refused.Advice, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", refused.Advice, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task A_page_that_names_an_address_inside_leads_nowhere()
    {
        await using var inside = FeedServer.Start(System.Net.IPAddress.Parse("127.0.0.2"));
        inside.Serve("/feed", Some.Rss(Some.Item("Secret")));
        Page("/", $"""<link rel="alternate" type="application/rss+xml" href="{inside.Url("/feed")}"><link rel="canonical" href="{inside.Url("/")}">""");

        Assert.IsType<FeedSearch.NotFound>(await _finder.FindAsync(Url("/"), Stop));

        Assert.Equal(0, inside.Connections);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _site.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Url(string path) => _site.Url(path).AbsoluteUri;

    private void Feed(string path, string title) => _site.Serve(path, Some.Rss(Some.Item(title)));

    private void Page(string path, string head) => _site.Script(path, ServerAnswer.Ok($"<!doctype html><html><head><title>Larkfield</title>{head}</head><body><h1>Larkfield</h1></body></html>", Html));

    private async Task<IReadOnlyList<string>> FoundAsync(string path) => await _finder.FindAsync(Url(path), Stop) switch
    {
        FeedSearch.Found(var feeds) => [.. feeds.Select(feed => feed.Url)],
        FeedSearch.NotFound(var advice) => [advice],
        _ => [],
    };
}
