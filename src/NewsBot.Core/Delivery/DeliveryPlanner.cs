using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Decides which places are told of an article and how: a message of its own, an addition to the message that told the story, or a line of a digest. Reads the registries; has no state of its own.</summary>
public sealed class DeliveryPlanner(SubscriptionRegistry registry, StoryMessages messages, QuietExceptions exceptions)
{
    private static readonly TimeSpan EditPause = TimeSpan.FromMinutes(10);

    /// <summary>At most one message a place, for the oldest subscription that wants it at once, and a line in each digest that collects it.</summary>
    /// <param name="news">The article and what is known of its story.</param>
    public IReadOnlyList<PlannedDelivery> Plan(StoryNews news, IReadOnlyList<Subscription> matches, DateTimeOffset now)
    {
        var planned = new List<PlannedDelivery>();
        var isUrgent = exceptions.For(news);
        foreach (var place in matches.GroupBy(subscription => subscription.Place))
        {
            if (registry.Find(place.Key) is not { } known || registry.Find(known.Home) is not { } home)
            {
                continue;
            }

            var atOnce = place.Where(subscription => subscription.IsAtOnce).OrderBy(subscription => subscription.Id.Value).ToList();
            if (atOnce.Count > 0 && PlanAtOnce(news, home, known, atOnce, now) is { } plan)
            {
                planned.Add(plan with { IsUrgent = isUrgent(known.Quiet ?? home.Quiet) });
            }

            planned.AddRange(PlanDigests(news, home, known, [.. place], now));
        }

        return planned;
    }

    /// <summary>Changes of messages that told the article before it was changed; at most one waits for a message at a time.</summary>
    public IReadOnlyList<PlannedDelivery> PlanCorrections(Article article, Outbox outbox, DateTimeOffset now)
    {
        var planned = new List<PlannedDelivery>();
        foreach (var message in messages.Of(article.Id))
        {
            if (registry.Find(message.Place) is not { } place || registry.Find(place.Home) is not { } home)
            {
                continue;
            }

            var rule = StyleOf(home, place, null).Edits;
            var isWaiting = outbox.Of(place.Id).Any(row => row.Kind == DeliveryKind.Edit && row.Target == message.Delivery && row.Article == article.Id);
            if (rule == EditRule.Off || isWaiting)
            {
                continue;
            }

            planned.Add(rule == EditRule.Edit
                ? new PlannedDelivery(place.Id, article.Id, article.Story, default, now + EditPause) { Feed = article.Feed, Kind = DeliveryKind.Edit, Target = message.Delivery }
                : new PlannedDelivery(place.Id, article.Id, article.Story, SubscriptionOf(place.Id, article), now) { Feed = article.Feed, Target = message.Delivery });
        }

        return planned;
    }

    /// <summary>Null when the place was told and wants no more of it.</summary>
    private PlannedDelivery? PlanAtOnce(StoryNews news, Home home, Place place, IReadOnlyList<Subscription> atOnce, DateTimeOffset now)
    {
        var article = news.Article;
        var plan = new PlannedDelivery(place.Id, article.Id, article.Story, atOnce[0].Id, now) { Feed = article.Feed };
        if ((messages.Find(place.Id, article.Story, article.CopyOf) ?? (place.Former is { } former ? messages.Find(former, article.Story, article.CopyOf) : null)) is not { } told)
        {
            return plan;
        }

        if (Joins(news, told, StyleOf(home, place, atOnce[0]).Merge ?? MergeRule.Stories, atOnce))
        {
            return plan with { Kind = DeliveryKind.Edit, Target = told.Delivery };
        }

        // A top story is told once, however many tell it after.
        return atOnce.All(subscription => subscription.Kind == SubscriptionKind.Top) ? null : plan with { Target = told.Delivery };
    }

    /// <summary>Copies join whatever was followed; a later report joins only where nobody asked for its feed or source by name, and only when it is surely the same event.</summary>
    private static bool Joins(StoryNews news, StoryMessage told, MergeRule merge, IReadOnlyList<Subscription> atOnce)
    {
        if (merge == MergeRule.Off || told.Tells(news.Article.Feed))
        {
            return false;
        }

        if (news.Article.CopyOf is not null)
        {
            return true;
        }

        var isByName = atOnce.Any(subscription => subscription.Kind is SubscriptionKind.Feed or SubscriptionKind.Source);
        return merge == MergeRule.Stories && news.IsSurelySame && !isByName;
    }

    private static IEnumerable<PlannedDelivery> PlanDigests(StoryNews news, Home home, Place place, IReadOnlyList<Subscription> matches, DateTimeOffset now)
    {
        var numbers = matches.Where(subscription => (subscription.Kind != SubscriptionKind.Top || news.BecomesTop) && subscription.Mode is SubscriptionMode.Digest or SubscriptionMode.AtOnceAndDigest).OrderBy(subscription => subscription.Id.Value).ToLookup(subscription => subscription.Digest);
        foreach (var digest in place.Digests)
        {
            if (numbers[digest.Number].FirstOrDefault() is { } subscription)
            {
                yield return new PlannedDelivery(place.Id, news.Article.Id, news.Article.Story, subscription.Id, digest.NextSlot(now > digest.LastSlot ? now : digest.LastSlot, home.TimeZone)) { Feed = news.Article.Feed, Digest = digest.Number };
            }
        }
    }

    private SubscriptionId SubscriptionOf(PlaceId place, Article article) =>
        registry.In(place).FirstOrDefault(subscription => subscription.Feed is null || subscription.Feed == article.Feed)?.Id ?? default;

    private static Style StyleOf(Home home, Place place, Subscription? subscription) =>
        (subscription?.Style ?? Style.None).Over(place.Style ?? Style.None).Over(home.Style ?? Style.None).Over(Style.Default);
}

/// <summary>An article as the planner sees it.</summary>
/// <param name="Sources">Distinct publishers of its story so far, its own included.</param>
/// <param name="IsSurelySame">True when it tells the same event as the story's earlier reports with the certainty that merging messages needs.</param>
public sealed record StoryNews(Article Article, int Sources, bool IsSurelySame)
{
    private const int TopFrom = 3;

    /// <summary>True when the publisher had not told the story before.</summary>
    public bool IsNewSource { get; init; }

    /// <summary>True for the report that makes its story one that many sources tell, and for what further sources add.</summary>
    public bool IsTop => IsNewSource && Sources >= TopFrom;

    /// <summary>True for the report that makes its story one that many sources tell: once a story.</summary>
    public bool BecomesTop => IsNewSource && Sources == TopFrom;
}
