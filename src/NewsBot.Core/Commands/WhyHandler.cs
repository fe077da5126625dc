using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Explains what was sent here and what was not. Nothing is kept of what did not match: it is matched again with the rules of now.</summary>
public sealed class WhyHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, SubscriptionMatcher matcher, Outbox outbox, Backtest backtest, ReferenceResolver references)
{
    private const int MostFailing = 5;
    private static readonly TimeSpan FirstReading = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<Reply> WhyAsync(Request request, Command.Why command, CancellationToken cancellationToken)
    {
        if (command.What is Reference.None)
        {
            return await WhyPlaceAsync(request, cancellationToken);
        }

        if (command.What is Reference.Subscription(var number))
        {
            return await WhySubscriptionAsync(request, number, cancellationToken);
        }

        return await references.ResolveAsync(request, command.What, "why", cancellationToken) switch
        {
            Resolution.Found found => await WhyArticleAsync(request, found.Article, cancellationToken),
            Resolution.Answered(var reply) => reply,
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
    }

    private async Task<Reply> WhyPlaceAsync(Request request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var sight = registry.SightOf(request.Place.Id);
        var today = (await backtest.LastWeekAsync(sight, cancellationToken)).Where(article => article.FirstSeen > store.Now - Day).ToList();
        var lines = new List<string> { texts.WhyRead(today.Count, today.Select(article => article.Feed).Distinct().Count()) };
        if (registry.Of(request.Home.Id).Any(subscription => subscription.Place == request.Place.Id))
        {
            var rows = await store.RecentDeliveriesAsync(request.Place.Id, store.Now - Day, cancellationToken);
            var told = rows.Concat(outbox.Of(request.Place.Id)).Select(row => row.Article).ToHashSet();
            var matched = today.Where(article => matcher.Match(article).Any(subscription => subscription.Place == request.Place.Id)).ToList();
            var before = today.Except(matched).Where(article => WasThereBefore(request.Place.Id, article)).ToList();
            lines.Add(texts.WhyMatched(matched.Count + before.Count));
            if (before.Count + matched.Count(article => !told.Contains(article.Id) && CameWithItsFeed(article)) is > 0 and var old)
            {
                lines.Add(texts.WhyStoodBefore(old));
            }

            lines.Add(texts.WhySent(Alerts(rows, DeliveryState.Sent), outbox.Of(request.Place.Id).Count(IsNews), Alerts(rows, DeliveryState.Failed)));
        }
        else
        {
            lines.Add(texts.WhyNothingFollowed);
        }

        if (request.Place.Pause is { } pause && pause.HoldsAt(store.Now))
        {
            lines.Add(texts.WhyPaused(pause.Until is { } until ? Show(request, until) : null));
        }

        lines.AddRange(FeedLines(request, sight));
        return new Reply.Explanation(texts.WhyTitle, lines);
    }

    /// <summary>A feed that is followed here gave it before it was followed.</summary>
    private bool WasThereBefore(PlaceId place, Article article) =>
        registry.FollowersOf(article.Feed).Any(subscription => subscription.Place == place && article.Id.Value <= subscription.Since.Value && matcher.Wants(subscription, article));

    /// <summary>What a feed held when it was read for the first time is never sent.</summary>
    private bool CameWithItsFeed(Article article) => feeds.Find(article.Feed)?.Health.FirstRead is { } first && article.FirstSeen < first + FirstReading;

    /// <summary>Articles that were told or joined.</summary>
    private static int Alerts(IEnumerable<OutboxRow> rows, DeliveryState state) => rows.Count(row => row.State == state && IsNews(row));

    /// <summary>Notices about feeds and questions are no news.</summary>
    private static bool IsNews(OutboxRow row) => row.Kind is not (DeliveryKind.Notice or DeliveryKind.Question);

    private IEnumerable<string> FeedLines(Request request, Sight sight)
    {
        var fetched = feeds.All.Where(feed => feed.IsFetched && sight.Sees(feed.Id)).ToList();
        foreach (var feed in fetched.Where(feed => feed.Health.LastError is not null).Take(MostFailing))
        {
            yield return request.Texts.WhyFailing(feed.Title, feed.Health.LastError!, Show(request, feed.Health.NextCheck));
        }

        if (fetched.MinBy(feed => feed.Health.NextCheck) is { } next)
        {
            yield return request.Texts.WhyNextCheck(next.Title, Show(request, next.Health.NextCheck), next.Health.NextCheckReason);
        }
    }

    private async Task<Reply> WhySubscriptionAsync(Request request, int number, CancellationToken cancellationToken)
    {
        if (registry.Of(request.Home.Id).FirstOrDefault(subscription => subscription.Number == number) is not { } asked)
        {
            return new Reply.Refusal(request.Texts.NoSuchSubscription($"#{number}"));
        }

        var isPaused = asked.Pause?.HoldsAt(store.Now) == true;
        List<string> lines =
        [
            .. SubscriptionFacts.Of(request, asked, store.Now),
            .. isPaused ? [request.Texts.PausedNow($"#{number}", asked.Pause!.Until is { } until ? Show(request, until) : null)] : Array.Empty<string>(),
            .. FeedLine(request, asked),
        ];
        if (asked.Kind != SubscriptionKind.Top)
        {
            var week = await backtest.PublishedLastWeekAsync(registry.SightOf(asked.Place), cancellationToken);
            lines.Add(request.Texts.MatchedLastWeek(week.Count(article => matcher.Wants(asked, article)), week.Count));
        }

        if (asked.Feed is { } read && feeds.Find(read) is { Health: { LastCheck: not null } health })
        {
            lines.Add(request.Texts.FeedAnswers(health.LastStatus, health.NotModifiedRate, health.Requests));
        }

        return new Reply.Explanation($"#{number} {asked.Value}", lines) { Choices = ManagementChoices.Of(request, asked, isPaused) };
    }

    private IEnumerable<string> FeedLine(Request request, Subscription asked) => asked.Feed is { } id && feeds.Find(id) is { } feed
        ?
        [
            feed.Health.LastError is { } error
                ? request.Texts.WhyFailing(feed.Title, error, Show(request, feed.Health.NextCheck))
                : request.Texts.WhyNextCheck(feed.Title, Show(request, feed.Health.NextCheck), feed.Health.NextCheckReason),
        ]
        : [];

    private async Task<Reply> WhyArticleAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        var stored = await store.DeliveriesOfAsync(request.Place.Id, article.Id, cancellationToken);
        var rows = outbox.Of(request.Place.Id).Where(row => row.Article == article.Id).Concat(stored).DistinctBy(row => row.Id).ToList();
        var lines = rows.ConvertAll(row => Line(request, row));
        if (lines.Count == 0)
        {
            lines.AddRange(MatchLines(request, article));
        }

        return new Reply.Explanation(article.Title, lines);
    }

    private string Line(Request request, OutboxRow row) => row.State switch
    {
        DeliveryState.Sent when row.Kind == DeliveryKind.Edit => request.Texts.WhyMerged(Show(request, row.Finished ?? row.Due)),
        _ when row.IsOpen && row.Digest is not null => request.Texts.WhyInDigest(Show(request, row.Due)),
        DeliveryState.Sent => request.Texts.WhyDelivered(Show(request, row.Finished ?? row.Due)),
        DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Unknown => request.Texts.WhyFailed(row.Error ?? row.State.ToString()),
        _ => request.Texts.WhyWaiting,
    };

    private IEnumerable<string> MatchLines(Request request, Article article)
    {
        var here = registry.Of(request.Home.Id).Where(subscription => subscription.Place == request.Place.Id).ToList();
        var unlimited = here.Select(subscription => subscription with { Since = default, Filter = null }).ToList();
        var matching = unlimited.Where(subscription => matcher.Wants(subscription, article)).ToList();
        if (matching.Count == 0)
        {
            return matcher.MuteOf(request.Place.Id, article) is { } mute ? [request.Texts.WhyHidden(mute.Query)] : [request.Texts.WhyNoMatch];
        }

        var stopped = here.Where(subscription => subscription.Filter is { } && matching.Exists(match => match.Id == subscription.Id) && !matcher.Wants(subscription with { Since = default }, article)).ToList();
        return stopped.Count == matching.Count
            ? stopped.Select(subscription => request.Texts.WhyFiltered(subscription.Number, subscription.Filter!))
            : [.. matching.Where(match => !stopped.Exists(stop => stop.Id == match.Id)).Select(match => request.Texts.WhyMatches(match.Number, match.Value)), request.Texts.WhyOlder];
    }

    private string Show(Request request, DateTimeOffset time) => LocalClock.Show(time, store.Now, request.Home.TimeZone, request.Texts.Culture);
}
