using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Ranks the stories of the last day that a place may see.</summary>
public sealed class HeadlineReader(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry)
{
    private const int MostScanned = 5_000;
    private const int MostArticles = 1_000;
    private static readonly TimeSpan Today = TimeSpan.FromHours(24);

    /// <summary>Best first. When nothing is fresher than a day, the newest there are and false.</summary>
    public async Task<(IReadOnlyList<Headline> Ranked, bool IsFresh)> ReadAsync(Home home, PlaceId place, string subject, CancellationToken cancellationToken)
    {
        var recent = await VisibleAsync(place, article => IsAbout(article, subject) && IsInNewsLanguage(home, article), MostArticles, cancellationToken);
        var stories = recent.GroupBy(article => article.Story).Select(Headline.Of).ToList();
        var fresh = stories.Where(story => story.Newest >= store.Now - Today).ToList();
        var ranked = (fresh.Count > 0 ? fresh : stories).OrderByDescending(story => story.Rank(store.Now)).ThenByDescending(story => story.Lead.Id.Value);
        return ([.. ranked], fresh.Count > 0);
    }

    /// <summary>Lines for a digest of headlines: only what is fresher than a day.</summary>
    public async Task<IReadOnlyList<ListLine>> TodayAsync(Home home, Place place, CancellationToken cancellationToken)
    {
        var (ranked, isFresh) = await ReadAsync(home, place.Id, "", cancellationToken);
        return isFresh ? [.. ranked.Take(ListPager.MostLines).Select(story => story.LineAt(store.Now))] : [];
    }

    /// <summary>Newest ids first.</summary>
    public async Task<IReadOnlyList<Article>> VisibleAsync(PlaceId place, Func<Article, bool> wanted, int limit, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(place);
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

    /// <summary>True for a topic of the article's feed or a part of its publisher's name.</summary>
    public bool IsAbout(Article article, string subject) =>
        subject.Length == 0
        || feeds.TopicsOf(article).Contains(subject, StringComparer.OrdinalIgnoreCase)
        || TextFolding.Fold(article.Source).Contains(TextFolding.Fold(subject), StringComparison.Ordinal);

    private static bool IsInNewsLanguage(Home home, Article article) =>
        home.NewsLanguages.Count == 0 || article.Language is null || home.NewsLanguages.Contains(article.Language, StringComparer.OrdinalIgnoreCase);
}
