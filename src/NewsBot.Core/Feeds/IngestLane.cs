using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Feeds;

/// <summary>
/// The one place where articles get ids, stories and deliveries, one feed at a time. That makes story updates safe and article ids commit-ordered.
/// </summary>
public sealed class IngestLane(
    INewsStore store,
    StoryGrouper grouper,
    SubscriptionMatcher matcher,
    Outbox outbox) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Commits the feed and whatever of the drafts is new or changed.</summary>
    public async Task<RefreshReport> IngestAsync(Feed feed, IReadOnlyList<ArticleDraft> drafts, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await IngestInTurnAsync(feed, drafts, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<RefreshReport> IngestInTurnAsync(Feed feed, IReadOnlyList<ArticleDraft> drafts, CancellationToken cancellationToken)
    {
        var memory = drafts.Count > 0 ? await store.GetFeedMemoryAsync(feed.Id, cancellationToken) : null;
        var seen = memory?.Items.ToDictionary(item => item.Key, StringComparer.Ordinal) ?? [];
        var fresh = new List<Article>();

        // Feeds list the newest item first; ids are to grow with age, so the oldest is taken in first.
        foreach (var draft in drafts.Reverse().Where(draft => !seen.ContainsKey(draft.Key)))
        {
            fresh.Add(await NewArticleAsync(feed, draft, cancellationToken));
        }

        var changed = await ChangedArticlesAsync(drafts, seen, cancellationToken);
        var planned = Plan(feed, fresh);
        var outcome = new RefreshOutcome
        {
            Feed = feed with { Health = feed.Health with { NewestItem = fresh.Count > 0 ? fresh.Max(article => article.Published) : feed.Health.NewestItem } },
            Memory = memory?.With(Current(drafts, seen, fresh), drafts.Count),
            NewArticles = fresh,
            ChangedArticles = changed,
            Deliveries = planned,
        };
        if (await store.CommitRefreshAsync(outcome, cancellationToken) is not { } commit)
        {
            return new RefreshReport(null, 0, 0);
        }

        outbox.Enqueue(commit.Deliveries);
        return new RefreshReport(commit.Feed, fresh.Count, changed.Count);
    }

    private async Task<Article> NewArticleAsync(Feed feed, ArticleDraft draft, CancellationToken cancellationToken)
    {
        var id = await store.NextArticleIdAsync(cancellationToken);
        var now = store.Now;
        var article = ArticleOf(feed, draft, id, now);
        if (feed.Kind is FeedKind.Samples or FeedKind.Pages)
        {
            return article;
        }

        var decision = grouper.Assign(StoryCandidate.Of(article));
        return article with { Story = decision.Story, CopyOf = decision.CopyOf };
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

    private async Task<IReadOnlyList<Article>> ChangedArticlesAsync(
        IReadOnlyList<ArticleDraft> drafts, Dictionary<string, SeenItem> seen, CancellationToken cancellationToken)
    {
        var edited = drafts.Where(draft => seen.TryGetValue(draft.Key, out var item) && item.ContentHash != draft.ContentHash).ToList();
        if (edited.Count == 0)
        {
            return [];
        }

        var stored = await store.GetArticlesAsync([.. edited.Select(draft => seen[draft.Key].Article)], cancellationToken);
        var byKey = edited.ToDictionary(draft => draft.Key, StringComparer.Ordinal);
        return
        [
            .. stored.Where(article => byKey.ContainsKey(article.Key)).Select(article => article with
            {
                Title = byKey[article.Key].Title,
                Paragraphs = byKey[article.Key].Paragraphs,
                Summary = byKey[article.Key].Summary,
                ContentHash = byKey[article.Key].ContentHash,
                Image = byKey[article.Key].Image ?? article.Image,
                Updated = store.Now,
            }),
        ];
    }

    /// <summary>What a feed held when it was read for the first time is old: it is stored and never sent.</summary>
    private List<PlannedDelivery> Plan(Feed feed, IReadOnlyList<Article> fresh)
    {
        var firstRead = feed.Health.NewestItem is null;
        if (firstRead || feed.Kind != FeedKind.Web)
        {
            return [];
        }

        return [.. fresh.SelectMany(article => DeliveryPlanner.Plan(article, matcher.Match(article), store.Now))];
    }

    private static List<SeenItem> Current(IReadOnlyList<ArticleDraft> drafts, Dictionary<string, SeenItem> seen, IReadOnlyList<Article> fresh)
    {
        var added = fresh.ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal);
        return [.. drafts.Select(draft => new SeenItem(draft.Key, added.TryGetValue(draft.Key, out var id) ? id : seen[draft.Key].Article, draft.ContentHash))];
    }
}
