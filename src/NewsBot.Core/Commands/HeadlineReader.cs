using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Ranks the stories of the last day that a place may see. Asks memory, not the store.</summary>
public sealed class HeadlineReader(INewsStore store, RecentArticles recent, FeedRegistry feeds, SubscriptionRegistry registry)
{
    private static readonly TimeSpan Today = TimeSpan.FromHours(24);

    /// <summary>Best first. When nothing is fresher than a day, the newest there are and false.</summary>
    public async Task<(IReadOnlyList<Headline> Ranked, bool IsFresh)> ReadAsync(Home home, PlaceId place, string subject, CancellationToken cancellationToken)
    {
        var now = store.Now;
        var stories = ByStory(await VisibleAsync(place, subject, home.NewsLanguages, cancellationToken));
        var fresh = stories.Where(reports => reports.Any(report => report.Published >= now - Today)).ToList();
        return (Ranked(fresh.Count > 0 ? fresh : stories, now), fresh.Count > 0);
    }

    /// <summary>Lines for a digest of headlines: only what is fresher than a day.</summary>
    public async Task<IReadOnlyList<ListLine>> TodayAsync(Home home, Place place, CancellationToken cancellationToken)
    {
        var (ranked, isFresh) = await ReadAsync(home, place.Id, "", cancellationToken);
        if (!isFresh)
        {
            return [];
        }

        var byLead = ranked.Take(ListPager.MostLines).ToDictionary(story => story.Lead);
        return [.. (await store.GetArticlesAsync([.. byLead.Keys], cancellationToken)).Select(article => byLead[article.Id].Line(article))];
    }

    /// <summary>The newest articles that the place may see, by their own dates; of copies the newest alone.</summary>
    public async Task<IReadOnlyList<ArticleId>> LatestAsync(PlaceId place, string subject, CancellationToken cancellationToken)
    {
        var visible = await VisibleAsync(place, subject, [], cancellationToken);
        return [.. visible.OrderByDescending(article => article.Published).ThenByDescending(article => article.Id.Value).DistinctBy(article => article.Original).Take(ListPager.MostLines).Select(article => article.Id)];
    }

    /// <summary>Topics of the feeds that the place may see, those that are nearest to the subject first.</summary>
    public IReadOnlyList<string> TopicsNear(PlaceId place, string subject)
    {
        var sight = registry.SightOf(place);
        var folded = TextFolding.Fold(subject);
        return [.. SeenIn(sight).SelectMany(feed => feed.Topics).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(topic => TextDistance.Between(TextFolding.Fold(topic), folded)).ThenBy(topic => topic, StringComparer.Ordinal)];
    }

    private static List<List<RecentArticle>> ByStory(List<RecentArticle> articles)
    {
        var stories = new Dictionary<StoryId, List<RecentArticle>>(articles.Count);
        foreach (var article in articles)
        {
            ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(stories, article.Story, out _);
            (reports ??= new List<RecentArticle>(capacity: 1)).Add(article);
        }

        return [.. stories.Values];
    }

    private static Headline[] Ranked(List<List<RecentArticle>> stories, DateTimeOffset now)
    {
        var ranked = stories.ConvertAll(reports => Headline.Of(reports, now)).ToArray();
        Array.Sort(Array.ConvertAll(ranked, story => (-story.Rank(now), -story.Lead.Value)), ranked);
        return ranked;
    }

    private async Task<List<RecentArticle>> VisibleAsync(PlaceId place, string subject, IReadOnlyList<string> languages, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(place);
        var folded = TextFolding.Fold(subject.Trim());
        var aboutFeeds = folded.Length == 0 ? [] : SeenIn(sight).Where(feed => feed.Topics.Any(topic => TextFolding.Fold(topic) == folded)).Select(feed => feed.Id).ToHashSet();
        var wanted = languages.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var visible = new List<RecentArticle>();
        foreach (var article in await recent.ReadAsync(store, store.Now, cancellationToken))
        {
            var isAbout = folded.Length == 0 || aboutFeeds.Contains(article.Feed) || article.Source.Contains(folded, StringComparison.Ordinal);
            if (isAbout && (wanted.Count == 0 || article.Language is null || wanted.Contains(article.Language)) && sight.Sees(article.Feed))
            {
                visible.Add(article);
            }
        }

        return visible;
    }

    private IEnumerable<Feed> SeenIn(Sight sight) => sight.Feeds.Select(feeds.Find).OfType<Feed>();
}
