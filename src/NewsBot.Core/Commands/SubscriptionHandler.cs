using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Changes what a place receives.</summary>
public sealed class SubscriptionHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, FeedPoller poller, Outbox outbox)
{
    private const int MostOfHome = 2_000;

    public async Task<Reply> SubscribeAsync(Request request, CancellationToken cancellationToken)
    {
        var what = request.Arguments;
        if (what.Length == 0)
        {
            return new Reply.Refusal("Say what to follow: /subscribe https://example.org/feed, a topic, a source or words.");
        }

        if (registry.Of(request.Home).Count >= MostOfHome)
        {
            return new Reply.Refusal($"There are {MostOfHome} subscriptions already. Remove one with /unsubscribe first.");
        }

        var space = what.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? what : what[..space];
        if (word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return await FollowFeedAsync(request, word, space < 0 ? null : what[space..].Trim(), cancellationToken);
        }

        if (feeds.All.SelectMany(feed => feed.Topics).Contains(what, StringComparer.OrdinalIgnoreCase))
        {
            return await AddAsync(request, SubscriptionKind.Topic, what.ToLowerInvariant(), null, null, cancellationToken);
        }

        if (feeds.All.FirstOrDefault(feed => feed.InCatalogue && string.Equals(feed.Title, what, StringComparison.OrdinalIgnoreCase)) is { } source)
        {
            return await AddAsync(request, SubscriptionKind.Source, source.Title, null, null, cancellationToken);
        }

        return QueryParser.Parse(what) switch
        {
            QueryParseResult.Parsed({ IsOnlyExclusion: true }) => new Reply.Refusal("A query needs at least one word that must occur."),
            QueryParseResult.Parsed => await AddAsync(request, SubscriptionKind.Query, what, null, null, cancellationToken),
            QueryParseResult.Invalid(var advice) => new Reply.Refusal(advice),
            var other => throw new InvalidOperationException($"Unknown query result {other.GetType().Name}."),
        };
    }

    public async Task<Reply> UnsubscribeAsync(Request request, CancellationToken cancellationToken)
    {
        if (Numbered(request.Home, request.Arguments) is not { } subscription)
        {
            return List(request);
        }

        await store.RemoveSubscriptionAsync(subscription.Id, cancellationToken);
        registry.Remove(subscription.Id);
        return new Reply.Message($"#{subscription.Number} {subscription.Value} is removed.");
    }

    public Reply List(Request request) =>
        registry.Of(request.Home) is { Count: > 0 } all
            ? new Reply.SubscriptionList(all, store.Now)
            : new Reply.Message("Nothing is followed here yet. /subscribe address, topic, source or words.");

    public async Task<Reply> FilterAsync(Request request, CancellationToken cancellationToken)
    {
        var space = request.Arguments.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || Numbered(request.Home, request.Arguments[..space]) is not { } subscription)
        {
            return new Reply.Refusal("Say which subscription and which words: /filter #1 words, or /filter #1 off.");
        }

        var words = request.Arguments[space..].Trim();
        var isOff = words.Equals("off", StringComparison.OrdinalIgnoreCase);
        if (!isOff && QueryParser.Parse(words) is QueryParseResult.Invalid(var advice))
        {
            return new Reply.Refusal(advice);
        }

        await SaveAsync(subscription with { Filter = isOff ? null : words }, request, cancellationToken);
        return new Reply.Message(isOff ? $"#{subscription.Number} has no filter now." : $"#{subscription.Number} passes only: {words}");
    }

    public Task<Reply> PauseAsync(Request request, CancellationToken cancellationToken) => SetPauseAsync(request, new Pause(store.Now, null), cancellationToken);

    public Task<Reply> ResumeAsync(Request request, CancellationToken cancellationToken) => SetPauseAsync(request, null, cancellationToken);

    private async Task<Reply> SetPauseAsync(Request request, Pause? pause, CancellationToken cancellationToken)
    {
        var what = "This place";
        if (Numbered(request.Home, request.Arguments) is { } subscription)
        {
            await SaveAsync(subscription with { Pause = pause }, request, cancellationToken);
            what = $"#{subscription.Number}";
        }
        else if (registry.Find(request.Place) is { } place)
        {
            var changed = place with { Pause = pause };
            await store.SavePlaceAsync(changed, cancellationToken);
            registry.Put(changed);
        }

        outbox.Wake();
        return new Reply.Message(pause is null ? $"{what} goes on." : $"{what} is paused; everything is kept. /resume goes on.");
    }

    private async Task<Reply> FollowFeedAsync(Request request, string address, string? filter, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            return new Reply.Refusal("This address cannot be read. Copy it from the browser's address line.");
        }

        if (filter is not null && QueryParser.Parse(filter) is QueryParseResult.Invalid(var advice))
        {
            return new Reply.Refusal(advice);
        }

        var feed = feeds.FindByUrl(url.AbsoluteUri) ?? await store.AddFeedAsync(new NewFeed(FeedKind.Web, url.AbsoluteUri, Feed.NameFor(null, url.AbsoluteUri)), cancellationToken);
        feeds.Put(feed);
        if (feed.Health.LastSuccess is null)
        {
            var report = await poller.RefreshNowAsync(feed, cancellationToken);
            if (report.Error is { } error)
            {
                return new Reply.Refusal($"{address} cannot be followed: {error}");
            }

            feed = feeds.Find(feed.Id) ?? feed;
        }

        return await AddAsync(request, SubscriptionKind.Feed, feed.Title, feed, filter, cancellationToken);
    }

    private async Task<Reply> AddAsync(Request request, SubscriptionKind kind, string value, Feed? feed, string? filter, CancellationToken cancellationToken)
    {
        if (registry.Of(request.Home).FirstOrDefault(known => known.Place == request.Place && known.Kind == kind && known.Feed == feed?.Id && known.Value == value) is { } existing)
        {
            return new Reply.Message($"#{existing.Number} {existing.Value} is followed here already.");
        }

        var subscription = await store.AddSubscriptionAsync(
            new Subscription
            {
                Id = default,
                Number = 0,
                Home = request.Home,
                Place = request.Place,
                Kind = kind,
                Feed = feed?.Id,
                Value = value,
                Filter = filter,
                Since = await store.LastArticleIdAsync(cancellationToken),
                ChangedBy = request.Person,
                ChangedAt = store.Now,
            },
            cancellationToken);
        registry.Put(subscription);
        poller.Wake();
        return new Reply.Message($"#{subscription.Number} {value} is followed now. New articles come here; nothing old is sent. /latest {value} shows what there is.");
    }

    private async Task SaveAsync(Subscription subscription, Request request, CancellationToken cancellationToken)
    {
        var changed = subscription with { ChangedBy = request.Person, ChangedAt = store.Now };
        await store.SaveSubscriptionAsync(changed, cancellationToken);
        registry.Put(changed);
    }

    private Subscription? Numbered(HomeId home, string text) =>
        int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? registry.Of(home).FirstOrDefault(subscription => subscription.Number == number) : null;
}
