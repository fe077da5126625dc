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
        var stories = new Dictionary<StoryId, List<RecentArticle>>();
        foreach (var article in await VisibleAsync(place, subject, home.NewsLanguages, cancellationToken))
        {
            ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(stories, article.Story, out _);
            (reports ??= []).Add(article);
        }

        var all = stories.Values.Select(reports => Headline.Of(reports, now)).ToList();
        var fresh = all.Where(story => story.Newest >= now - Today).ToList();
        var ranked = (fresh.Count > 0 ? fresh : all).OrderByDescending(story => story.Rank(now)).ThenByDescending(story => story.Lead.Value);
        return ([.. ranked], fresh.Count > 0);
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
        return [.. feeds.All.Where(feed => sight.Sees(feed.Id)).SelectMany(feed => feed.Topics).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(topic => TextDistance.Between(TextFolding.Fold(topic), folded)).ThenBy(topic => topic, StringComparer.Ordinal)];
    }

    private async Task<List<RecentArticle>> VisibleAsync(PlaceId place, string subject, IReadOnlyList<string> languages, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(place);
        var folded = TextFolding.Fold(subject.Trim());
        var aboutFeeds = folded.Length == 0 ? [] : feeds.All.Where(feed => feed.Topics.Any(topic => TextFolding.Fold(topic) == folded)).Select(feed => feed.Id).ToHashSet();
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
}
