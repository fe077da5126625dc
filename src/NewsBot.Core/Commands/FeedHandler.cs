using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Answers /feed: shows and changes how one feed is read. Secrets are entered in private and never shown again.</summary>
public sealed class FeedHandler(INewsStore store, IFeedAccessStore secrets, FeedAccessRegistry access, FeedRegistry feeds, SubscriptionRegistry registry)
{
    private const int MostHeaders = 10;
    private const int Attempts = 3;

    public async Task<Reply> SetAsync(Request request, Command.FeedSettings command, CancellationToken cancellationToken)
    {
        var (selection, rest) = Selection.Take(command.What);
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var (address, wish) = selection is Selection.Numbered ? ("", rest) : space < 0 ? (rest, "") : (rest[..space], rest[(space + 1)..].Trim());
        if (Find(request, selection, address) is not { } feed)
        {
            return new Reply.Refusal(request.Texts.WhichFeed);
        }

        return FeedWish.Parse(wish) switch
        {
            FeedWish.Show => Shown(request, feed),
            FeedWish.FullText(var mode) => await SaveAsync(feed.Id, found => found with { FullText = mode }, cancellationToken) is { } saved ? Shown(request, saved) : new Reply.Refusal(request.Texts.WhichFeed),
            FeedWish.Header header => await SetHeaderAsync(request, feed, header, cancellationToken),
            FeedWish.Proxy(var proxy) => request.Caller.IsPrivate ? await PutAsync(request, feed, access.For(feed.Id) with { Proxy = proxy }, cancellationToken) : new Reply.Refusal(request.Texts.OnlyInPrivate),
            FeedWish.UserAgent(var words) => await PutAsync(request, feed, access.For(feed.Id) with { UserAgent = words }, cancellationToken),
            FeedWish.OnlyHttp11(var on) => await PutAsync(request, feed, access.For(feed.Id) with { OnlyHttp11 = on }, cancellationToken),
            FeedWish.Unreadable => new Reply.Refusal(request.Texts.BadFeedSetting),
            var other => throw new InvalidOperationException($"Unknown wish {other.GetType().Name}."),
        };
    }

    private Feed? Find(Request request, Selection selection, string address) => selection switch
    {
        Selection.Numbered(var number) => registry.Of(request.Home.Id).FirstOrDefault(subscription => subscription.Number == number)?.Feed is { } id ? feeds.Find(id) : null,
        _ => Uri.TryCreate(address, UriKind.Absolute, out var url) && feeds.FindByUrl(url.AbsoluteUri) is { Kind: FeedKind.Web } feed ? feed : null,
    };

    /// <summary>A header may open what others must not see: like credentials it is for feeds that only this place follows.</summary>
    private async Task<Reply> SetHeaderAsync(Request request, Feed feed, FeedWish.Header header, CancellationToken cancellationToken)
    {
        if (!request.Caller.IsPrivate)
        {
            return new Reply.Refusal(request.Texts.OnlyInPrivate);
        }

        if (feed.InCatalogue || registry.All.Any(subscription => subscription.Feed == feed.Id && subscription.Place != request.Place.Id))
        {
            return new Reply.Refusal(request.Texts.OthersFollow);
        }

        var held = access.For(feed.Id);
        var others = held.Headers.Where(pair => !pair.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase));
        FeedHeader[] headers = header.Value is { } value ? [.. others, new FeedHeader(header.Name, value)] : [.. others];
        return headers.Length > MostHeaders ? new Reply.Refusal(request.Texts.BadFeedSetting) : await PutAsync(request, feed, held with { Headers = headers }, cancellationToken);
    }

    private async Task<Reply> PutAsync(Request request, Feed feed, FeedAccess changed, CancellationToken cancellationToken)
    {
        await secrets.SaveFeedAccessAsync(feed.Id, changed, cancellationToken);
        if (changed.IsPublic)
        {
            access.Remove(feed.Id);
        }
        else
        {
            access.Put(feed.Id, changed);
        }

        return Shown(request, feed);
    }

    /// <summary>The poller may save the feed at the same time: then once more over what it saved.</summary>
    private async Task<Feed?> SaveAsync(FeedId id, Func<Feed, Feed> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts && await store.FindFeedAsync(id, cancellationToken) is { } current; attempt++)
        {
            if (await store.SaveFeedAsync(change(current), cancellationToken) is { } saved)
            {
                feeds.Put(saved);
                return saved;
            }
        }

        return null;
    }

    private Reply.Message Shown(Request request, Feed feed)
    {
        var own = access.For(feed.Id);
        return new Reply.Message(request.Texts.FeedSettings(feed.Title, feed.FullText, own.Credentials is not null, [.. own.Headers.Select(header => header.Name)], own.Proxy?.Host, own.UserAgent, own.OnlyHttp11));
    }
}
