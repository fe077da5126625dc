using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Search.Tests;

public sealed class SearchAgreesWithMatchingTests
{
    private static readonly string[] Vocabulary =
        ["ferry", "ferries", "Ferry", "harbour", "harbours", "sail", "sailing", "sailed", "Häfen", "Hafen", "île", "îles", "l'île", "nueva", "нови", "паром", "паромы", "東京", "東京都", "都", "1,000", "don't", "co-op", "new", "news", "Marrow", "marrows", "the"];

    private static readonly Gen<string> Word = OneOf(Vocabulary);
    private static readonly Gen<string> Text = Word.Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<(string Title, string Body, string? Language, long Feed)> Drafts =
        Gen.Select(Word.Array[1, 4].Select(words => string.Join(' ', words)), Text, OneOf<string?>("en", "de", "fr", "ru", "ja", "es", "xx", null), Gen.Long[1, 3]);

    private static readonly Gen<string> Plain = Gen.OneOf(
        Word,
        OneOf("fer*", "harb*", "sail*", "haf*", "îl*", "пар*", "東*", "ne*", "title:marr*"),
        Word.Array[1, 3].Select(words => "\"" + string.Join(' ', words) + "\""),
        Word.Select(word => "=" + word),
        Word.Select(word => "title:" + word),
        OneOf("lang:en", "lang:fr", "topic:shipping", "source:ellery", "source:daily"));

    private static readonly Gen<string> Queries = Gen.Select(Plain.Array[1, 3], Gen.Bool.Array[3], Plain.Array[0, 1])
        .Select((terms, any, excluded) => string.Concat(terms.Select((term, at) => term + (any[at] ? ", " : " "))) + string.Concat(excluded.Select(term => " -" + term)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    [Fact]
    public async Task A_search_finds_exactly_what_the_query_matches()
    {
        await Gen.Select(Drafts.Array[1, 20], Queries.Array[20, 40]).SampleAsync(
            async (drafts, queries) =>
            {
                await using var fixture = new IndexFixture();
                fixture.Feeds.Put(Some.Feed(1, "shipping"));
                fixture.Feeds.Put(Some.Feed(2, "farming"));
                fixture.Feeds.Put(Some.Feed(3, "shipping"));
                var articles = drafts.Select((draft, at) => Some.Article(at + 1, draft.Title, draft.Body, draft.Language, draft.Feed, draft.Feed == 1 ? "Ellery Post" : "Brannoch Daily")).ToList();
                fixture.Store.Put(articles);

                foreach (var query in queries)
                {
                    await CompareAsync(fixture, articles, query);
                }
            },
            iter: 25, threads: 1);
    }

    [Fact]
    public void A_subscription_finds_exactly_what_the_query_matches() => Gen.Select(Drafts.Array[1, 20], Queries.Array[1, 20]).Sample(
        (drafts, queries) =>
        {
            var feeds = new FeedRegistry();
            feeds.Put(Some.Feed(1, "shipping") with { InCatalogue = true });
            var registry = new SubscriptionRegistry(feeds);
            var analyzer = new StemmingAnalyzer();
            var matcher = new SubscriptionMatcher(registry, feeds, analyzer);
            var subscriptions = queries.Select((query, at) => Some.Subscription(at + 1, query)).ToList();
            subscriptions.ForEach(registry.Put);

            foreach (var (draft, at) in drafts.Select((draft, at) => (draft, at)))
            {
                var article = Some.Article(at + 1, draft.Title, draft.Body, draft.Language);
                var text = SearchText.Of(article, feeds.TopicsOf(article), analyzer);
                var expected = subscriptions.Where(subscription => Some.Query(subscription.Value).Matches(text)).Select(subscription => subscription.Id.Value);

                Assert.Equal(expected, matcher.Match(article).Select(subscription => subscription.Id.Value));
            }
        },
        iter: 60);

    private static async Task CompareAsync(IndexFixture fixture, List<Article> articles, string query)
    {
        var search = new ArticleSearch { Query = Some.Query(query), Sight = Some.Sight(1, 2) };
        var expected = articles
            .Where(article => search.Sight.Sees(article) && search.Query.Matches(SearchText.Of(article, fixture.Feeds.TopicsOf(article), fixture.Analyzer)))
            .Select(article => article.Id.Value);

        var page = await fixture.Index.SearchAsync(search, CancellationToken.None);

        Assert.True(expected.SequenceEqual(page.Articles.Select(id => id.Value).Order()), $"{query}: expected {string.Join(' ', expected)}, found {string.Join(' ', page.Articles.Select(id => id.Value).Order())}");
    }
}
