using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Answers /subscribe: tells addresses, topics, sources and words apart and follows them for the place.</summary>
public sealed class FollowHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, SubscriptionAdmission admission, FeedPoller poller, Backtest backtest)
{
    private const int MostAddresses = 20;

    public async Task<Reply> SubscribeAsync(Request request, Command.Subscribe command, CancellationToken cancellationToken)
    {
        if (command.What.Length == 0)
        {
            return new Reply.Refusal(request.Texts.SayWhatToFollow);
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

        var lines = new List<string>();
        var choices = new List<Choice>();
        var followed = 0;
        foreach (var address in wish.Urls.Take(MostAddresses))
        {
            var (text, added) = await FollowAddressAsync(request, address, wish, cancellationToken);
            lines.Add(text);
            followed += added is null ? 0 : 1;
            if (added is not null && wish.Urls.Count == 1)
            {
                choices.AddRange(ChoicesAfter(request, added));
            }
        }

        var answer = string.Join('\n', lines);
        return followed > 0 ? new Reply.Message(answer) { Choices = choices } : new Reply.Refusal(answer);
    }

    private async Task<(string Text, Subscription? Added)> FollowAddressAsync(Request request, string address, FollowWish.Addresses wish, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return (texts.AddressUnreadable(address), null);
        }

        if (url.UserInfo.Length > 0)
        {
            return (texts.CredentialsRefused(new UriBuilder(url) { UserName = "", Password = "" }.Uri.AbsoluteUri), null);
        }

        var feed = feeds.FindByUrl(url.AbsoluteUri) ?? await store.AddFeedAsync(new NewFeed(FeedKind.Web, url.AbsoluteUri, Feed.NameFor(null, url.AbsoluteUri)), cancellationToken);
        feeds.Put(feed);
        if (feed.Health.LastSuccess is null)
        {
            var report = await poller.RefreshNowAsync(feed, cancellationToken);
            if (report.Error is { } error)
            {
                return (texts.CannotFollow(address, error), null);
            }

            feed = feeds.Find(feed.Id) ?? feed;
        }

        return await AddAsync(request, new SubscriptionEntry(SubscriptionKind.Feed, feed.Title, feed.Url) { Filter = wish.Filter, Folder = wish.Folder }, feed, cancellationToken) switch
        {
            AdmissionResult.Added(var added) => (await IntroduceAsync(request, added, feed, cancellationToken), added),
            AdmissionResult.Known(var known) => (texts.FollowedAlready(known.Number, known.Value), known),
            AdmissionResult.Full(var most) => (texts.TooMany(most), null),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private async Task<string> IntroduceAsync(Request request, Subscription added, Feed feed, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var stored = (await backtest.LastWeekAsync(new Sight(new HashSet<FeedId> { feed.Id }), cancellationToken)).ToList();
        var lines = new List<string> { texts.Followed(added.Number, added.Value) };
        if (stored.Count > 0)
        {
            lines.Add(texts.LastItem(stored.MaxBy(article => article.Published)!.Title));
            lines.Add(texts.Publishes(stored.Count, Backtest.Days));
        }

        return string.Join('\n', lines);
    }

    private async Task<Reply> FollowWordsAsync(Request request, FollowWish.Words wish, CancellationToken cancellationToken)
    {
        var topic = wish.AllowsTopic && feeds.All.SelectMany(feed => feed.Topics).Contains(wish.Text, StringComparer.OrdinalIgnoreCase) ? wish.Text.ToLowerInvariant() : null;
        var source = wish.AllowsSource ? feeds.All.FirstOrDefault(feed => IsVisible(request, feed) && string.Equals(feed.Title, wish.Text, StringComparison.OrdinalIgnoreCase))?.Title : null;
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
        AdmissionResult.Full(var most) => new Reply.Refusal(request.Texts.TooMany(most)),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static IReadOnlyList<Choice> ChoicesAfter(Request request, Subscription added) =>
    [
        new(request.Texts.ShowLatest, added.Kind == SubscriptionKind.Query ? $"/search {added.Value}" : $"/latest {added.Value}"),
        new(request.Texts.Undo, $"/unsubscribe #{added.Number}"),
    ];
}
