using NewsBot.Core.Articles;
using NewsBot.Core.Search;

namespace NewsBot.Search.Tests;

public sealed class LuceneArticleIndexTests
{
    [Fact]
    public async Task Nothing_is_opened_before_the_first_search()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"));

        fixture.Index.Changed([new ArticleId(1)]);
        fixture.Index.Wake();
        await fixture.CloseAsync();

        Assert.False(Directory.Exists(fixture.Folder));
    }

    [Fact]
    public async Task An_article_stored_just_now_is_found()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry to Marrow Island"));
        Assert.Equal([1], await fixture.IdsAsync("ferry"));

        fixture.Store.Put(Some.Article(2, "Second ferry bought"));
        fixture.Index.Wake();

        Assert.Equal([1, 2], (await fixture.IdsAsync("ferry")).Order());
    }

    [Fact]
    public async Task A_place_finds_counts_and_is_advised_within_its_feeds_only()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry", feed: 1), Some.Article(2, "Ferry and zeppelin", feed: 2));

        var page = await fixture.FindAsync("ferry", 1);
        var none = await fixture.FindAsync("zepelin", 1);

        Assert.Equal((1, 1), (page.Articles.Count, page.Total));
        Assert.Null(none.Advice);
        Assert.Equal("zeppelin", Assert.Single((await fixture.FindAsync("zepelin", 2)).Advice!.Spellings).Nearest);
    }

    [Fact]
    public async Task Since_and_before_bound_the_time_of_publication()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry", hoursOld: 50), Some.Article(2, "Ferry", hoursOld: 25), Some.Article(3, "Ferry", hoursOld: 1));

        var search = Some.Search("ferry") with { Since = Some.Now.AddHours(-48), Before = Some.Now.AddHours(-1) };
        var page = await fixture.Index.SearchAsync(search, TestContext.Current.CancellationToken);

        Assert.Equal([2], page.Articles.Select(id => id.Value));
    }

    [Fact]
    public async Task Only_what_was_sent_or_only_the_rest_can_be_asked_for()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"), Some.Article(2, "Ferry"));
        var sent = new HashSet<ArticleId> { new(2) };

        var inside = await fixture.Index.SearchAsync(Some.Search("ferry") with { Among = sent }, TestContext.Current.CancellationToken);
        var outside = await fixture.Index.SearchAsync(Some.Search("ferry") with { Except = sent }, TestContext.Current.CancellationToken);

        Assert.Equal([2], inside.Articles.Select(id => id.Value));
        Assert.Equal([1], outside.Articles.Select(id => id.Value));
    }

    [Fact]
    public async Task The_title_beats_the_body_and_the_new_beats_the_old()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(
            Some.Article(1, "Harbour news", "The ferry sails again. Crews wait for wind and rain.", hoursOld: 1),
            Some.Article(2, "The ferry sails", "Harbour news again. Crews wait for wind and rain.", hoursOld: 1),
            Some.Article(3, "The ferry sails", "Harbour news again. Crews wait for wind and rain.", hoursOld: 400));

        Assert.Equal([2, 1, 3], await fixture.IdsAsync("ferry"));
    }

    [Fact]
    public async Task More_hits_than_a_page_are_counted_and_the_best_are_kept()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Enumerable.Range(1, 450).Select(id => Some.Article(id, "Ferry", hoursOld: 450 - id)));

        var page = await fixture.FindAsync("ferry");

        Assert.Equal((ArticleSearch.MostHits, 450, IndexCoverage.Complete), (page.Articles.Count, page.Total, page.Coverage));
        Assert.Equal(450, page.Articles[0].Value);
    }

    [Fact]
    public async Task A_long_backlog_is_taken_in_step_by_step()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Enumerable.Range(1, 1_200).Select(id => Some.Article(id, "Ferry")));

        var first = await fixture.FindAsync("ferry");
        await fixture.Index.CatchUpAsync(TestContext.Current.CancellationToken);
        var then = await fixture.FindAsync("ferry");

        Assert.Equal(IndexCoverage.CatchingUp, first.Coverage);
        Assert.InRange(first.Total, 500, 1_200);
        Assert.Equal((1_200, IndexCoverage.Complete), (then.Total, then.Coverage));
    }

    [Fact]
    public async Task A_search_waits_a_little_for_a_backlog()
    {
        await using var fixture = new IndexFixture(TimeSpan.FromSeconds(1));
        fixture.Store.Put(Enumerable.Range(1, 1_200).Select(id => Some.Article(id, "Ferry")));

        var page = await fixture.FindAsync("ferry");

        Assert.Equal((1_200, IndexCoverage.Complete), (page.Total, page.Coverage));
    }

    [Fact]
    public async Task An_empty_result_names_the_word_to_leave_out()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry to Marrow"), Some.Article(2, "Marrow harvest"));

        var advice = (await fixture.FindAsync("ferry harvest")).Advice!;

        Assert.Empty(advice.Spellings);
        Assert.Equal(2, advice.FewerWords.Count);
        Assert.All(advice.FewerWords, fewer => Assert.Equal(1, fewer.Total));
    }

    [Fact]
    public async Task Topics_and_sources_narrow_a_search()
    {
        await using var fixture = new IndexFixture();
        fixture.Feeds.Put(Some.Feed(1, "shipping"));
        fixture.Feeds.Put(Some.Feed(2, "farming"));
        fixture.Store.Put(Some.Article(1, "Ferry", feed: 1, source: "Ellery Post"), Some.Article(2, "Ferry", feed: 2, source: "Brannoch Daily"));

        Assert.Equal([2], await fixture.IdsAsync("ferry topic:farming", 1, 2));
        Assert.Equal([1], await fixture.IdsAsync("ferry source:ellery", 1, 2));
        Assert.Equal([2], await fixture.IdsAsync("ferry -source:\"ellery post\"", 1, 2));
    }

    [Fact]
    public async Task Exact_case_is_checked_on_the_text()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "The Pear shares fell"), Some.Article(2, "A pear fell"));

        Assert.Equal([1], await fixture.IdsAsync("=Pear"));
        Assert.Equal([2], await fixture.IdsAsync("pear -=Pear"));
    }

    [Theory]
    [InlineData("en", "The ferries were running", "ferry")]
    [InlineData("de", "Die Häfen bleiben geschlossen", "Hafen")]
    [InlineData("fr", "Les élections législatives", "election")]
    [InlineData("es", "Las canciones nuevas", "cancion")]
    [InlineData("it", "I porti dell'isola", "isole")]
    [InlineData("pt", "As eleições da ilha", "eleicao")]
    [InlineData("nl", "De havens zijn dicht", "haven")]
    [InlineData("sv", "Hamnarna är stängda", "hamnarna")]
    [InlineData("ru", "Новые паромы пришли", "новый паром")]
    [InlineData("tr", "Adadaki limanlar kapandı", "liman")]
    [InlineData("fi", "Satamassa on laiva", "satama")]
    [InlineData("cs", "Nové trajekty připluly", "trajekt")]
    [InlineData("ar", "الميناء مغلق", "ميناء")]
    [InlineData("hi", "नावें बंदरगाह में", "बंदरगाह")]
    [InlineData("ko", "항구에서 배가 떠났다", "항구")]
    [InlineData("ja", "東京都の港が閉鎖", "港")]
    [InlineData("zh", "港口关闭了", "港口")]
    [InlineData("th", "ท่าเรือปิด", "ท่าเรือ")]
    [InlineData("el", "Τα λιμάνια έκλεισαν", "λιμανι")]
    [InlineData("pl", "Porty są zamknięte", "zamkniete")]
    [InlineData(null, "Portus clausus est", "clausus")]
    public async Task A_word_is_found_in_its_other_forms(string? language, string title, string query)
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, title, language: language), Some.Article(2, "Ferry", language: "en"));

        Assert.Equal([1], (await fixture.IdsAsync(query)).Where(id => id == 1));
    }
}
