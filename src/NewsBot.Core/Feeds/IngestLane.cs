using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Delivery;
using NewsBot.Core.Search;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>
/// The one place where articles get ids, stories and deliveries, one feed at a time. That makes story updates safe and article ids commit-ordered.
/// </summary>
public sealed class IngestLane(
    IRefreshStore store,
    StoryGrouper grouper,
    SubscriptionMatcher matcher,
    DeliveryPlanner planner,
    StoryMessages messages,
    StorySources sources,
    RecentArticles recent,
    IngestWarmUp warmUp,
    IArticleIndex index,
    Outbox outbox) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Samples make stories among themselves alone.</summary>
    private readonly StoryGrouper _samples = new();

    /// <summary>Commits the feed and whatever of the drafts is new or changed.</summary>
    public async Task<RefreshReport> IngestAsync(Feed feed, IReadOnlyList<ArticleDraft> drafts, CancellationToken cancellationToken)
    {
        var memory = drafts.Count > 0 ? await store.GetFeedMemoryAsync(feed.Id, cancellationToken) : FeedMemory.Empty;
        return await IngestAsync(feed, memory.Match(drafts), cancellationToken);
    }

    /// <summary>The same for drafts that were matched already; the feed's version guards the memory they were matched with.</summary>
    public async Task<RefreshReport> IngestAsync(Feed feed, MemoryMatch match, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await IngestInTurnAsync(feed, match, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<RefreshReport> IngestInTurnAsync(Feed feed, MemoryMatch match, CancellationToken cancellationToken)
    {
        await warmUp.RunAsync(cancellationToken);
        var news = new List<StoryNews>();

        // Feeds list the newest item first; ids are to grow with age, so the oldest is taken in first.
        foreach (var draft in match.New.Reverse())
        {
            news.Add(await NewArticleAsync(feed, draft, cancellationToken));
        }

        IReadOnlyList<Article> fresh = [.. news.Select(item => item.Article)];
        var (changed, visiblyChanged) = await ChangedArticlesAsync(match, cancellationToken);
        var newest = fresh.Select(article => (DateTimeOffset?)article.Published).Append(feed.Health.NewestItem).Max();
        var outcome = new RefreshOutcome
        {
            Feed = feed with { Health = feed.Health with { NewestItem = newest } },
            Memory = match.Drafts.Count > 0 ? match.After(fresh.ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal)) : null,
            NewArticles = fresh,
            ChangedArticles = changed,
            Enrichments = EnrichmentPlan.Of(feed, match.Extents, fresh.Concat(changed), store.Now),
            Deliveries = [.. Plan(feed, news), .. visiblyChanged.SelectMany(article => planner.PlanCorrections(article, outbox, store.Now))],
        };
        if (await store.CommitRefreshAsync(outcome, cancellationToken) is not { } commit)
        {
            return new RefreshReport(null, 0, 0);
        }

        messages.Put(commit.Deliveries);
        messages.Forget(store.Now);
        outbox.Enqueue(commit.Deliveries);
        recent.Put([.. fresh, .. changed], store.Now);
        index.Changed([.. changed.Select(article => article.Id)]);
        index.Wake();
        return new RefreshReport(commit.Feed, fresh.Count, changed.Count);
    }

    private async Task<StoryNews> NewArticleAsync(Feed feed, ArticleDraft draft, CancellationToken cancellationToken)
    {
        var id = await store.NextArticleIdAsync(cancellationToken);
        var now = store.Now;
        var article = ArticleOf(feed, draft, id, now);
        if (feed.Kind == FeedKind.Pages)
        {
            return new StoryNews(article, Sources: 1, IsSurelySame: false);
        }

        var decision = feed.Kind == FeedKind.Samples ? _samples.Assign(StoryCandidate.OfSample(article)) : grouper.Assign(StoryCandidate.Of(article));
        var (count, isNew) = sources.Add(decision.Story, Publisher.Of(article));
        return new StoryNews(article with { Story = decision.Story, CopyOf = decision.CopyOf }, count, decision.Joins) { IsNewSource = isNew };
    }

    private static Article ArticleOf(Feed feed, ArticleDraft draft, ArticleId id, DateTimeOffset now) => new()
    {
        Id = id,
        Feed = feed.Id,
        Story = new StoryId(id.Value),
        Key = draft.Key,
        Title = draft.Title,
        Url = draft.Url,
        Source = draft.Source,
        Author = draft.Author,
        Language = draft.Language,
        Published = draft.Published ?? now,
        FirstSeen = now,
        Paragraphs = draft.Paragraphs,
        Summary = draft.Summary,
        Image = draft.Image,
        ContentHash = draft.ContentHash,
    };

    /// <summary>All that changed, and those of them whose title or shown sentences did.</summary>
    private async Task<(IReadOnlyList<Article> All, IReadOnlyList<Article> Visibly)> ChangedArticlesAsync(MemoryMatch match, CancellationToken cancellationToken)
    {
        if (match.Edited.Count == 0)
        {
            return ([], []);
        }

        var byId = match.Edited.DistinctBy(draft => match.Known[draft.Key].Article).ToDictionary(draft => match.Known[draft.Key].Article);
        var stored = await store.GetArticlesAsync([.. byId.Keys], cancellationToken);
        var edited = stored.Select(article => (Before: article, After: EditedArticle.Of(article, byId[article.Id], store.Now))).ToList();
        return ([.. edited.Select(pair => pair.After)], [.. edited.Where(pair => pair.Before.Title != pair.After.Title || !pair.Before.Summary.SequenceEqual(pair.After.Summary)).Select(pair => pair.After)]);
    }

    /// <summary>What a feed held when it was read for the first time is old: it is stored and never sent.</summary>
    private List<PlannedDelivery> Plan(Feed feed, IReadOnlyList<StoryNews> news)
    {
        var firstRead = feed.Health.FirstRead is null || feed.Health.FirstRead == feed.Health.LastCheck;
        if (firstRead || feed.Kind != FeedKind.Web)
        {
            return [];
        }

        return [.. news.SelectMany(item => planner.Plan(item, [.. matcher.Match(item.Article), .. item.IsTop ? matcher.MatchTop(item.Article) : []], store.Now))];
    }
}
