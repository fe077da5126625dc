using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Answers /subscribe: tells addresses, topics, sources and words apart and follows them for the place.</summary>
public sealed class FollowHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, SubscriptionAdmission admission, FeedPoller poller, IFeedFinder finder, GuardedFeeds guarded, Backtest backtest)
{
    private const int MostAddresses = 20;

    public async Task<Reply> SubscribeAsync(Request request, Command.Subscribe command, CancellationToken cancellationToken)
    {
        if (command.What.Length == 0)
        {
            return new Reply.Refusal(request.Texts.SayWhatToFollow) { Completes = "/subscribe" };
        }

        var wish = FollowWish.Parse(command.What, registry.FoldersOf(request.Home.Id));
        return wish switch
        {
            FollowWish.Addresses addresses => await FollowAddressesAsync(request, addresses, cancellationToken),
            FollowWish.Words words => await FollowWordsAsync(request, words, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown wish {wish.GetType().Name}."),
        };
    }

    private async Task<Reply> FollowAddressesAsync(Request request, FollowWish.Addresses wish, CancellationToken cancellationToken)
    {
        if (wish.Filter is { } filter && QueryParser.Parse(filter) is QueryParseResult.Invalid(var advice))
        {
            return new Reply.Refusal(advice);
        }

        var followings = new List<Following>();
        foreach (var address in wish.Urls.Take(MostAddresses))
        {
            followings.Add(await FollowAddressAsync(request, address, wish, cancellationToken));
        }

        var answer = string.Join('\n', followings.Select(following => following.Text));
        IReadOnlyList<Choice> choices = followings is [var only] ? only.Choices : [.. followings.Where(following => following.IsQuestion).SelectMany(following => following.Choices)];
        return followings.Exists(following => following.Done || following.IsQuestion) ? new Reply.Message(answer) { Choices = choices } : new Reply.Refusal(answer);
    }

    private async Task<Following> FollowAddressAsync(Request request, string address, FollowWish.Addresses wish, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return Following.Refused(texts.AddressUnreadable(address));
        }

        if (url.UserInfo.Length > 0)
        {
            return request.Caller is { Role: Role.Operator, IsPrivate: true } ? await FollowGuardedAsync(request, url, wish, cancellationToken) : Following.Refused(texts.CredentialsRefused(new UriBuilder(url) { UserName = "", Password = "" }.Uri.AbsoluteUri));
        }

        return await FindAsync(request, url, cancellationToken) switch
        {
            FeedSearch.Found([var only]) => await FollowFeedAsync(request, address, only, wish, cancellationToken),
            FeedSearch.Found(var several) => Following.Asks(texts.SeveralFeeds(address, several.Count), [.. several.Select(found => new Choice(found.Title, wish.CommandFor(found.Url)))]),
            FeedSearch.NotFound(var advice) => Following.Refused(texts.CannotFollow(address, advice)),
            var other => throw new InvalidOperationException($"Unknown search {other.GetType().Name}."),
        };
    }

    private async Task<Following> FollowGuardedAsync(Request request, Uri url, FollowWish.Addresses wish, CancellationToken cancellationToken)
    {
        var plain = GuardedFeeds.WithoutCredentials(url);
        return await guarded.AddAsync(request.Place.Id, url, cancellationToken) switch
        {
            FeedSearch.Found([var only]) => await FollowFeedAsync(request, plain.AbsoluteUri, only, wish, cancellationToken),
            FeedSearch.NotFound(var advice) => Following.Refused(request.Texts.CannotFollow(plain.AbsoluteUri, advice)),
            var other => throw new InvalidOperationException($"Unknown search {other.GetType().Name}."),
        };
    }

    /// <summary>What is known to work is not looked for again, and a host that asked to wait is left alone.</summary>
    private async Task<FeedSearch> FindAsync(Request request, Uri url, CancellationToken cancellationToken)
    {
        if (feeds.FindByUrl(url.AbsoluteUri) is { Kind: FeedKind.Web, Health.LastSuccess: not null } known)
        {
            return new FeedSearch.Found([new FoundFeed(known.Url, known.Title)]);
        }

        return poller.HostPausedUntil(new Feed { Id = default, Kind = FeedKind.Web, Url = url.AbsoluteUri, Title = url.Host }) is not null
            ? new FeedSearch.NotFound(request.Texts.HostAsksToWait)
            : await finder.FindAsync(url.AbsoluteUri, cancellationToken);
    }

    /// <summary>Only now, when the address is known to be a feed, is anything stored.</summary>
    private async Task<Following> FollowFeedAsync(Request request, string address, FoundFeed found, FollowWish.Addresses wish, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var feed = feeds.FindByUrl(found.Url) ?? await store.AddFeedAsync(new NewFeed(FeedKind.Web, found.Url, Feed.NameFor(found.Title, found.Url)), cancellationToken);
        feeds.Put(feed);
        if (!guarded.MayFollow(request.Caller, feed.Id))
        {
            return Following.Refused(texts.OnlyOperatorFollows(address));
        }

        if (feed.Health.LastSuccess is null)
        {
            var report = await poller.RefreshNowAsync(feed, cancellationToken);
            if (report.Error is { } error)
            {
                return Following.Refused(texts.CannotFollow(address, error));
            }

            feed = feeds.Find(feed.Id) ?? feed;
        }

        return await AddAsync(request, new SubscriptionEntry(SubscriptionKind.Feed, feed.Title, feed.Url) { Filter = wish.Filter, Folder = wish.Folder }, feed, cancellationToken) switch
        {
            AdmissionResult.Added(var added) => new Following(await IntroduceAsync(request, added, feed, cancellationToken), true, ChoicesAfter(request, added)),
            AdmissionResult.Known(var known) => new Following(texts.FollowedAlready(known.Number, known.Value), true, ChoicesAfter(request, known)),
            AdmissionResult.Full(var most, var isOfPerson) => Following.Refused(texts.TooMany(most, isOfPerson)),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private async Task<string> IntroduceAsync(Request request, Subscription added, Feed feed, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var since = store.Now.AddDays(-Backtest.Days);
        var stored = (await backtest.LastWeekAsync(new Sight(new HashSet<FeedId> { feed.Id }), cancellationToken)).ToList();
        var lines = new List<string> { texts.Followed(added.Number, added.Value) };
        if (stored.Count > 0)
        {
            var newest = stored.MaxBy(article => article.Published)!;
            lines.Add(texts.LastItem(newest.Title));
            lines.Add(texts.Publishes(stored.Count(article => article.Published >= since), Backtest.Days, newest.Published));
        }

        return string.Join('\n', lines);
    }

    private async Task<Reply> FollowWordsAsync(Request request, FollowWish.Words wish, CancellationToken cancellationToken)
    {
        if (wish.Typed.Equals("top", StringComparison.OrdinalIgnoreCase))
        {
            return Answer(request, await AddAsync(request, new SubscriptionEntry(SubscriptionKind.Top, "top", null) { Folder = wish.Folder }, null, cancellationToken), added => request.Texts.FollowedTop(added.Number));
        }

        var topic = wish.AllowsTopic && feeds.All.SelectMany(feed => feed.Topics).Contains(wish.Text, StringComparer.OrdinalIgnoreCase) ? wish.Text.ToLowerInvariant() : null;
        var source = wish.AllowsSource ? feeds.All.FirstOrDefault(feed => IsVisible(request, feed) && Is(feed.Title, wish.Text))?.Title : null;
        if (topic is null && wish.IsBare && FollowedFeed(request, wish.Text) is { } held)
        {
            return new Reply.Message(request.Texts.FollowedAlready(held.Number, held.Value))
            {
                Choices = [new(request.Texts.ShowLatest, $"/latest {held.Value}"), .. source is null ? [] : new[] { new Choice(request.Texts.EveryFeedOf(source), $"/subscribe source:{source}") }],
            };
        }

        if (topic is not null && source is not null)
        {
            return new Reply.Message(request.Texts.SeveralReadings(wish.Text))
            {
                Choices =
                [
                    new(request.Texts.AsTopic(topic), $"/subscribe topic:{topic}"),
                    new(request.Texts.AsSource(source), $"/subscribe source:{source}"),
                    new(request.Texts.AsWords(wish.Text), $"/subscribe \"{wish.Text}\""),
                ],
            };
        }

        if ((topic ?? source) is { } name)
        {
            var kind = topic is not null ? SubscriptionKind.Topic : SubscriptionKind.Source;
            return Answer(request, await AddAsync(request, new SubscriptionEntry(kind, name, null) { Folder = wish.Folder }, null, cancellationToken), added => request.Texts.Followed(added.Number, added.Value));
        }

        return await FollowQueryAsync(request, wish, cancellationToken);
    }

    /// <summary>Whoever names a feed that is followed here means that feed: its source beside it would bring the same articles.</summary>
    private Subscription? FollowedFeed(Request request, string name) =>
        registry.In(request.Place.Id).FirstOrDefault(subscription => subscription.Feed is { } id && (Is(subscription.Value, name) || Is(feeds.Find(id)?.Title, name)));

    private static bool Is(string? title, string name) => string.Equals(title, name, StringComparison.OrdinalIgnoreCase);

    private async Task<Reply> FollowQueryAsync(Request request, FollowWish.Words wish, CancellationToken cancellationToken)
    {
        switch (QueryParser.Parse(wish.Typed, QueryUse.Subscription))
        {
            case QueryParseResult.Parsed({ IsOnlyExclusion: true }):
                return new Reply.Refusal(request.Texts.QueryOnlyExcludes);
            case QueryParseResult.Parsed(var query):
                var test = await backtest.RunAsync(registry.SightOf(request.Place.Id), query, cancellationToken);
                var outcome = await AddAsync(request, new SubscriptionEntry(SubscriptionKind.Query, wish.Typed, null) { Folder = wish.Folder }, null, cancellationToken);
                return Answer(request, outcome, added => request.Texts.FollowedQuery(added.Number, added.Value, test.Passed, test.Looked));
            case QueryParseResult.Invalid(var advice):
                return new Reply.Refusal(advice);
            case var other:
                throw new InvalidOperationException($"Unknown query result {other.GetType().Name}.");
        }
    }

    private Task<AdmissionResult> AddAsync(Request request, SubscriptionEntry entry, Feed? feed, CancellationToken cancellationToken) =>
        admission.AddAsync(request.Place, request.Caller.Person, entry, feed, cancellationToken);

    private bool IsVisible(Request request, Feed feed) => registry.SightOf(request.Place.Id).Sees(feed.Id);

    private static Reply Answer(Request request, AdmissionResult outcome, Func<Subscription, string> introduce) => outcome switch
    {
        AdmissionResult.Added(var added) => new Reply.Message(introduce(added)) { Choices = ChoicesAfter(request, added) },
        AdmissionResult.Known(var known) => new Reply.Message(request.Texts.FollowedAlready(known.Number, known.Value)),
        AdmissionResult.Full(var most, var isOfPerson) => new Reply.Refusal(request.Texts.TooMany(most, isOfPerson)),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static IReadOnlyList<Choice> ChoicesAfter(Request request, Subscription added) =>
    [
        new(request.Texts.ShowLatest, added.Kind switch
        {
            SubscriptionKind.Query => $"/search {added.Value}",
            SubscriptionKind.Top => "/headlines",
            _ => $"/latest {added.Value}",
        }),
        new(request.Texts.Undo, $"/unsubscribe #{added.Number}"),
    ];

    /// <summary>What became of one address.</summary>
    private sealed record Following(string Text, bool Done, IReadOnlyList<Choice> Choices)
    {
        /// <summary>True when somebody has to choose first.</summary>
        public bool IsQuestion => !Done && Choices.Count > 0;

        public static Following Refused(string text) => new(text, false, []);

        public static Following Asks(string text, IReadOnlyList<Choice> choices) => new(text, false, choices);
    }
}
