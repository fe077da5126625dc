using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Tests.Subscriptions;

public sealed class SubscriptionMatcherTests
{
    private static readonly PlaceId Here = new("terminal:here");
    private static readonly PlaceId There = new("terminal:there");

    private readonly FeedRegistry _feeds = new();
    private readonly SubscriptionRegistry _registry;
    private readonly SubscriptionMatcher _matcher;

    public SubscriptionMatcherTests()
    {
        _feeds.Put(FeedOf(1, inCatalogue: true, "shipping"));
        _feeds.Put(FeedOf(2, inCatalogue: false, "farming"));
        _feeds.Put(FeedOf(3, inCatalogue: true, "farming", "shipping"));
        _registry = new SubscriptionRegistry(_feeds);
        _matcher = new SubscriptionMatcher(_registry, _feeds, PluralAnalyzer.Instance);
    }

    [Theory]
    [InlineData("ferry", true)]
    [InlineData("ferrys", true)]
    [InlineData("harbour ferry", true)]
    [InlineData("harbour moon", false)]
    [InlineData("moon, ferry", true)]
    [InlineData("ferry -harbour", false)]
    [InlineData("\"ferry harbour\"", false)]
    [InlineData("\"old harbour\"", true)]
    [InlineData("harb*", true)]
    [InlineData("title:harbour", false)]
    [InlineData("topic:shipping", true)]
    [InlineData("lang:en", true)]
    [InlineData("lang:de", false)]
    [InlineData("source:ellery", true)]
    [InlineData("=Ferry", true)]
    [InlineData("=FERRY", false)]
    public void A_query_subscription_follows_the_grammar(string query, bool matches)
    {
        _registry.Put(Follow(1, SubscriptionKind.Query, query));

        Assert.Equal(matches, _matcher.Match(ArticleOf(10, "Ferry sails", "The old harbour is open.")).Count == 1);
    }

    [Fact]
    public void Changes_take_effect_at_once()
    {
        var article = ArticleOf(10, "Ferry sails", "");
        _registry.Put(Follow(1, SubscriptionKind.Query, "moon"));
        Assert.Empty(_matcher.Match(article));

        _registry.Put(Follow(1, SubscriptionKind.Query, "ferry"));
        Assert.Single(_matcher.Match(article));

        _registry.Remove(new SubscriptionId(1));
        Assert.Empty(_matcher.Match(article));
    }

    [Fact]
    public void Subscriptions_known_before_the_matcher_count()
    {
        _registry.Put(Follow(1, SubscriptionKind.Query, "ferry"));

        var late = new SubscriptionMatcher(_registry, _feeds, PluralAnalyzer.Instance);

        Assert.Single(late.Match(ArticleOf(10, "Ferry sails", "")));
    }

    [Fact]
    public void An_article_older_than_the_subscription_never_matches()
    {
        _registry.Put(Follow(1, SubscriptionKind.Query, "ferry") with { Since = new ArticleId(10) });

        Assert.Empty(_matcher.Match(ArticleOf(10, "Ferry", "")));
        Assert.Single(_matcher.Match(ArticleOf(11, "Ferry", "")));
    }

    [Fact]
    public void A_place_gets_nothing_from_a_feed_it_does_not_see()
    {
        _registry.Put(Follow(1, SubscriptionKind.Query, "ferry"));
        _registry.Put(Follow(2, SubscriptionKind.Query, "ferry") with { Place = There });
        _registry.Put(Follow(3, SubscriptionKind.Feed, "Feed 2") with { Place = There, Feed = new FeedId(2) });

        var matches = _matcher.Match(ArticleOf(10, "Ferry", "", feed: 2));

        Assert.Equal([2, 3], matches.Select(subscription => subscription.Id.Value));
    }

    [Fact]
    public void Matches_come_in_id_order_and_a_filter_must_pass()
    {
        _registry.Put(Follow(9, SubscriptionKind.Source, "Ellery Post"));
        _registry.Put(Follow(3, SubscriptionKind.Topic, "shipping"));
        _registry.Put(Follow(5, SubscriptionKind.Feed, "Feed 1") with { Feed = new FeedId(1), Filter = "/sail.{1,3}ferry/" });
        _registry.Put(Follow(4, SubscriptionKind.Feed, "Feed 1") with { Feed = new FeedId(1), Filter = "-ferry" });
        _registry.Put(Follow(2, SubscriptionKind.Query, "sail, ferry, harbour"));

        Assert.Equal([2, 3, 5, 9], _matcher.Match(ArticleOf(10, "Sail a ferry", "")).Select(subscription => subscription.Id.Value));
    }

    [Fact]
    public void The_filter_of_the_home_holds_for_all_its_subscriptions()
    {
        _registry.Put(new Home { Id = new HomeId("terminal:home"), Created = default, Filter = "-harbour" });
        _registry.Put(Follow(1, SubscriptionKind.Query, "ferry"));

        Assert.Empty(_matcher.Match(ArticleOf(10, "Ferry", "In the harbour")));
        Assert.Single(_matcher.Match(ArticleOf(10, "Ferry", "At sea")));
    }

    [Fact]
    public void A_trial_counts_what_would_have_passed()
    {
        var query = Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse("ferry, moons")).Query;

        var trial = QueryTrial.Of(query, [ArticleOf(3, "Moon", ""), ArticleOf(2, "Harbour", ""), ArticleOf(1, "Ferrys", "")], _feeds.TopicsOf, PluralAnalyzer.Instance, examples: 1);

        Assert.Equal((2, 3, "Moon"), (trial.Passed, trial.Looked, Assert.Single(trial.Examples).Title));
    }

    private static readonly string[] Vocabulary = ["ferry", "ferrys", "Ferry", "harbour", "harbours", "sail", "moon", "moons", "東京", "東京都", "都", "île", "ile", "don't", "the"];
    private static readonly Gen<string> Word = Gen.Int[0, Vocabulary.Length - 1].Select(at => Vocabulary[at]);
    private static readonly Gen<string> Sentence = Word.Array[1, 7].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Terms = Gen.OneOf(
        Word, Word, Word,
        Gen.Int[0, 5].Select(at => new[] { "fer*", "harb*", "東*", "mo*", "topic:shipping", "lang:en" }[at]),
        Word.Array[1, 3].Select(words => "\"" + string.Join(' ', words) + "\""),
        Word.Select(word => "=" + word),
        Word.Select(word => "title:" + word),
        Gen.Int[0, 2].Select(at => new[] { "source:ellery", "/s.il/", "lang:de" }[at]));

    private static readonly Gen<string> Queries = Gen.Select(Terms.Array[1, 3], Gen.Bool.Array[3], Terms.Array[0, 1])
        .Select((terms, any, excluded) => string.Concat(terms.Select((term, at) => term + (any[at] ? ", " : " "))) + string.Concat(excluded.Select(term => " -" + term)));

    private static readonly Gen<Subscription> Subscriptions = Gen.Select(Gen.Int[1, 30], Gen.Int[0, 9], Queries, Gen.Bool, Gen.Int[0, 20], Gen.Int[1, 3], Queries)
        .Select((id, kind, query, here, since, feed, filter) => (kind switch
        {
            0 => Follow(id, SubscriptionKind.Feed, "Feed") with { Feed = new FeedId(feed) },
            1 => Follow(id, SubscriptionKind.Source, "ellery post"),
            2 => Follow(id, SubscriptionKind.Topic, "Farming"),
            _ => Follow(id, SubscriptionKind.Query, query),
        }) with
        { Place = here ? Here : There, Since = new ArticleId(since), Filter = kind % 3 == 0 ? filter : null });

    private static readonly Gen<Article> Articles = Gen.Select(Gen.Int[1, 40], Sentence, Sentence, Gen.Int[1, 4], Gen.Bool)
        .Select((id, title, body, feed, english) => ArticleOf(id, title, body, feed, english ? "en" : "de"));

    [Fact]
    public void The_index_finds_exactly_what_a_loop_over_all_finds() => Gen.Select(Subscriptions.Array[1, 40], Articles.Array[1, 8], Gen.Int[1, 30].Array[0, 10]).Sample(
        (subscriptions, articles, removed) =>
        {
            var test = new SubscriptionMatcherTests();
            foreach (var subscription in subscriptions)
            {
                test._registry.Put(subscription);
            }

            foreach (var article in articles)
            {
                test.AssertSameAsLoop(article);
            }

            foreach (var id in removed)
            {
                test._registry.Remove(new SubscriptionId(id));
            }

            // Enough articles that the index hangs its queries anew.
            for (var round = 0; round < 10; round++)
            {
                foreach (var article in articles)
                {
                    test.AssertSameAsLoop(article);
                }
            }
        },
        iter: 80);

    private void AssertSameAsLoop(Article article)
    {
        var text = SearchText.Of(article, _feeds.TopicsOf(article), PluralAnalyzer.Instance);
        var expected = _registry.All.Where(subscription => Wants(subscription, article, text) && article.Id.Value > subscription.Since.Value
            && _registry.SightOf(subscription.Place).Sees(article) && (subscription.Filter is null || Passes(subscription.Filter, text)));

        Assert.Equal(expected.Select(subscription => subscription.Id.Value), _registry.All.Where(subscription => article.Id.Value > subscription.Since.Value && _matcher.Wants(subscription, article)).Select(subscription => subscription.Id.Value));
        Assert.Equal(expected.Select(subscription => subscription.Id.Value), _matcher.Match(article).Select(subscription => subscription.Id.Value));
    }

    private static bool Wants(Subscription subscription, Article article, SearchText text) => subscription.Kind switch
    {
        SubscriptionKind.Feed => article.Feed == subscription.Feed,
        SubscriptionKind.Source => string.Equals(article.Source, subscription.Value, StringComparison.OrdinalIgnoreCase),
        SubscriptionKind.Topic => text.Topics.Contains(subscription.Value, StringComparer.OrdinalIgnoreCase),
        _ => Passes(subscription.Value, text),
    };

    private static bool Passes(string query, SearchText text) => QueryParser.Parse(query) is QueryParseResult.Parsed(var parsed) && parsed.Matches(text);

    private static Feed FeedOf(long id, bool inCatalogue, params string[] topics) =>
        new() { Id = new FeedId(id), Kind = FeedKind.Web, Url = "https://feed.example/" + id, Title = "Feed " + id, Topics = topics, InCatalogue = inCatalogue };

    private static Subscription Follow(long id, SubscriptionKind kind, string value) => new()
    {
        Id = new SubscriptionId(id),
        Number = (int)id,
        Home = new HomeId("terminal:home"),
        Place = Here,
        Kind = kind,
        Value = value,
        Since = default,
        ChangedBy = new PersonId("terminal:me"),
        ChangedAt = default,
    };

    private static Article ArticleOf(long id, string title, string body, long feed = 1, string language = "en") => new()
    {
        Id = new ArticleId(id),
        Feed = new FeedId(feed),
        Story = new StoryId(id),
        Key = "key",
        Title = title,
        Source = "Ellery Post",
        Language = language,
        Published = default,
        FirstSeen = default,
        Paragraphs = body.Length == 0 ? [] : [body],
        Summary = [],
        ContentHash = "",
    };

    /// <summary>Cuts an English plural, so that stems differ by language.</summary>
    private sealed class PluralAnalyzer : ITermAnalyzer
    {
        public static readonly PluralAnalyzer Instance = new();

        public Term[] Analyze(string text, string? language) =>
            [.. FoldingAnalyzer.Instance.Analyze(text, language).SelectMany(term => language == "en" && term.Folded.EndsWith('s') ? (Term[])[term with { Value = term.Folded[..^1] }, term] : [term])];
    }
}
