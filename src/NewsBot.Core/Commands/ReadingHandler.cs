using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Answers readers: lists, articles, summaries, stories and bookmarks, always within what the place may see.</summary>
public sealed class ReadingHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry)
{
    public const int PageLines = 5;
    private const int MostLines = 100;
    private const int MostScanned = 5_000;
    private static readonly TimeSpan Today = TimeSpan.FromHours(24);

    public async Task<Reply> HeadlinesAsync(Request request, CancellationToken cancellationToken)
    {
        var recent = await VisibleAsync(request, article => IsAbout(article, request.Arguments), 500, cancellationToken);
        var stories = recent.GroupBy(article => article.Story).Select(story => (First: story.MinBy(article => article.Id.Value)!, Sources: Sources(story), Newest: story.Max(article => article.Published))).ToList();
        var fresh = stories.Where(story => story.Newest >= store.Now - Today).ToList();
        var ranked = (fresh.Count > 0 ? fresh : stories).OrderByDescending(story => Rank(story.Sources, story.Newest)).ThenByDescending(story => story.First.Id.Value);
        return await ListAsync(request, "Headlines", [.. ranked.Select(story => story.First).Take(MostLines)], recent, cancellationToken);
    }

    public async Task<Reply> LatestAsync(Request request, CancellationToken cancellationToken)
    {
        var recent = await VisibleAsync(request, article => IsAbout(article, request.Arguments), 500, cancellationToken);
        var newest = recent.OrderByDescending(article => article.Published).ThenByDescending(article => article.Id.Value).Take(MostLines);
        return await ListAsync(request, "Latest", [.. newest], recent, cancellationToken);
    }

    public async Task<Reply> SearchAsync(Request request, CancellationToken cancellationToken)
    {
        if (QueryParser.Parse(request.Arguments) is not QueryParseResult.Parsed(var query))
        {
            return new Reply.Refusal(request.Arguments.Length == 0 ? "Give the words to search for: /search words" : ((QueryParseResult.Invalid)QueryParser.Parse(request.Arguments)).Advice);
        }

        var found = await VisibleAsync(request, article => query.Matches(SearchText.Of(article, feeds.TopicsOf(article))), MostLines, cancellationToken);
        return found.Count == 0 ? new Reply.Message(Texts.NothingFound) : await ListAsync(request, $"Found for {request.Arguments}", found, found, cancellationToken);
    }

    public async Task<Reply> MoreAsync(Request request, CancellationToken cancellationToken)
    {
        if (await store.LastListAsync(request.Person, request.Place, cancellationToken) is not { } view)
        {
            return new Reply.Refusal(Texts.NoList);
        }

        return view.Shown >= view.Articles.Count ? new Reply.Message(Texts.EndOfList) : await PageAsync(view, null, cancellationToken);
    }

    public async Task<Reply> ReadAsync(Request request, CancellationToken cancellationToken) =>
        await LineAsync(request, cancellationToken) is { } article ? new Reply.ArticleView(article) : new Reply.Refusal(Texts.NoList);

    public async Task<Reply> SummaryAsync(Request request, CancellationToken cancellationToken)
    {
        if (await LineAsync(request, cancellationToken) is not { } article)
        {
            return new Reply.Refusal(Texts.NoList);
        }

        var sentences = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = article.Title, Paragraphs = article.Paragraphs, Language = article.Language });
        return new Reply.SummaryView(article, sentences);
    }

    public async Task<Reply> StoryAsync(Request request, CancellationToken cancellationToken)
    {
        if (await LineAsync(request, cancellationToken) is not { } article)
        {
            return new Reply.Refusal(Texts.NoList);
        }

        var sight = await SightAsync(request.Place, cancellationToken);
        var members = await store.GetArticlesAsync(await store.StoryArticlesAsync(article.Story, cancellationToken), cancellationToken);
        return new Reply.StoryView(article.Title, [.. members.Where(sight.Sees).OrderBy(member => member.Published)]);
    }

    public async Task<Reply> SaveAsync(Request request, CancellationToken cancellationToken)
    {
        if (await LineAsync(request, cancellationToken) is not { } article)
        {
            return new Reply.Refusal(Texts.NoList);
        }

        var person = await store.GetPersonAsync(request.Person, cancellationToken);
        await store.SavePersonAsync(person with { Saved = [article.Id.Value, .. person.Saved.Where(id => id != article.Id.Value).Take(499)] }, cancellationToken);
        return new Reply.Message($"Saved: {article.Title}. /saved lists your bookmarks.");
    }

    public async Task<Reply> SavedAsync(Request request, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(request.Person, cancellationToken);
        var saved = await store.GetArticlesAsync([.. person.Saved.Select(id => new ArticleId(id))], cancellationToken);
        return saved.Count == 0 ? new Reply.Message("Nothing is saved yet. /save n keeps line n of the last list.") : await ListAsync(request, "Saved", saved, saved, cancellationToken);
    }

    private async Task<Sight> SightAsync(PlaceId place, CancellationToken cancellationToken) =>
        registry.SightOf(place, samplesShown: await store.CountArticlesAsync(cancellationToken) <= SampleCount());

    private int SampleCount() => feeds.All.Where(feed => feed.Kind == FeedKind.Samples).Sum(feed => feed.Health.Requests);

    private async Task<IReadOnlyList<Article>> VisibleAsync(Request request, Func<Article, bool> wanted, int limit, CancellationToken cancellationToken)
    {
        var sight = await SightAsync(request.Place, cancellationToken);
        var found = new List<Article>();
        ArticleId? below = null;
        for (var scanned = 0; scanned < MostScanned && found.Count < limit; scanned += 500)
        {
            var chunk = await store.NewestArticlesAsync(below, 500, cancellationToken);
            found.AddRange(chunk.Where(article => sight.Sees(article) && wanted(article)));
            if (chunk.Count < 500)
            {
                break;
            }

            below = chunk[^1].Id;
        }

        return [.. found.Take(limit)];
    }

    private bool IsAbout(Article article, string subject) =>
        subject.Length == 0
        || feeds.TopicsOf(article).Contains(subject, StringComparer.OrdinalIgnoreCase)
        || article.Source.Contains(subject, StringComparison.OrdinalIgnoreCase);

    private static int Sources(IEnumerable<Article> story) => story.Select(article => article.Source).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>A report loses half its weight in eight hours; each further source adds one report's weight.</summary>
    private double Rank(int sources, DateTimeOffset newest) => sources * Math.Pow(0.5, Math.Max(0, (store.Now - newest).TotalHours) / 8);

    private async Task<Reply> ListAsync(Request request, string title, IReadOnlyList<Article> articles, IReadOnlyList<Article> context, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
        {
            return new Reply.Message(request.Arguments.Length > 0 ? $"Nothing about {request.Arguments} is stored. /latest shows all there is." : Texts.NoArticles);
        }

        var view = new ListView(request.Person, request.Place, title, [.. articles.Select(article => article.Id)], 0, store.Now);
        return await PageAsync(view, context, cancellationToken);
    }

    private async Task<Reply> PageAsync(ListView view, IReadOnlyList<Article>? context, CancellationToken cancellationToken)
    {
        var ids = view.Articles.Skip(view.Shown).Take(PageLines).ToList();
        var page = await store.GetArticlesAsync(ids, cancellationToken);
        var lines = page.Select(article => new ListLine(article, context is null ? 1 : Math.Max(1, Sources(context.Where(other => other.Story == article.Story))))).ToList();
        var first = view.Shown + 1;
        await store.SaveListAsync(view with { Shown = view.Shown + ids.Count }, cancellationToken);
        var isSample = page.Any(article => feeds.Find(article.Feed)?.Kind == FeedKind.Samples);
        return new Reply.ArticleList(view.Title, lines, first, view.Articles.Count, isSample ? Texts.SampleNote : null);
    }

    /// <summary>Line n of the list this person saw last here; without a number its first line.</summary>
    private async Task<Article?> LineAsync(Request request, CancellationToken cancellationToken)
    {
        var number = request.Arguments.Length == 0 ? 1 : int.TryParse(request.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var view = await store.LastListAsync(request.Person, request.Place, cancellationToken);
        if (view is null || number < 1 || number > view.Articles.Count)
        {
            return null;
        }

        var found = await store.GetArticlesAsync([view.Articles[number - 1]], cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }
}
