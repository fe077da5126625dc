using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Hands a home's subscriptions out as a file and takes such files in. Imported feeds are read by the poller at its own pace, not at once.</summary>
public sealed class TransferHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, SubscriptionAdmission admission, GuardedFeeds guarded, EntrySettings settings)
{
    private const int MostReported = 30;

    public Reply Export(Request request) =>
        registry.Of(request.Home.Id).Count == 0 ? new Reply.Message(request.Texts.NothingFollowed) : Document(request, request.Texts.Exported(registry.Of(request.Home.Id).Count));

    /// <summary>The home's subscriptions as OPML under the given words.</summary>
    public Reply.Document Document(Request request, string words)
    {
        var entries = registry.Of(request.Home.Id).Select(subscription => EntrySettings.Of(subscription, subscription.Feed is { } id ? feeds.Find(id)?.Url : null, registry.Find(subscription.Place)));
        return new Reply.Document(request.Texts.FileName, SubscriptionFile.Write("NewsBot", [.. entries]), words);
    }

    public async Task<Reply> ImportAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Caller.Attachment is not { } file)
        {
            return new Reply.Refusal(request.Texts.SayFile) { Completes = "/import" };
        }

        var entries = SubscriptionFile.Read(file.Content.Span);
        if (entries.Count == 0)
        {
            return new Reply.Refusal(request.Texts.NothingToImport);
        }

        var lines = new List<string>();
        var (added, known, refused) = (0, 0, 0);
        foreach (var entry in entries)
        {
            switch (await ImportAsync(request, entry, cancellationToken))
            {
                case AdmissionResult.Added(var subscription):
                    added++;
                    await settings.ApplyAsync(request.Caller.Person, subscription, entry, cancellationToken);
                    lines.Add($"#{subscription.Number} {subscription.Value}");
                    break;
                case AdmissionResult.Known(var subscription):
                    known++;
                    lines.Add(request.Texts.FollowedAlready(subscription.Number, subscription.Value));
                    break;
                case AdmissionResult.Full(var most, var isOfPerson):
                    lines.Insert(refused++, request.Texts.TooMany(most, isOfPerson));
                    break;
                default:
                    lines.Insert(refused++, request.Texts.AddressUnreadable(SecretMask.Of(entry.Title)));
                    break;
            }
        }

        var told = request.Texts.Imported(added, known, refused);
        return lines.Count <= MostReported
            ? new Reply.Explanation(told, lines)
            : new Reply.Document(request.Texts.ReportName, Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n'), string.Join('\n', [told, .. lines.Take(refused).Take(MostReported)]));
    }

    /// <summary>Null when the address cannot be followed.</summary>
    private async Task<AdmissionResult?> ImportAsync(Request request, SubscriptionEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind != SubscriptionKind.Feed)
        {
            return await admission.AddAsync(request.Place, request.Caller.Person, entry, null, cancellationToken);
        }

        if (!Uri.TryCreate(entry.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            return null;
        }

        var feed = feeds.FindByUrl(url.AbsoluteUri) ?? await store.AddFeedAsync(new NewFeed(FeedKind.Web, url.AbsoluteUri, Feed.NameFor(entry.Title, url.AbsoluteUri)), cancellationToken);
        feeds.Put(feed);
        if (!guarded.MayFollow(request.Caller, feed.Id))
        {
            return null;
        }

        return await admission.AddAsync(request.Place, request.Caller.Person, entry with { Title = feed.Title }, feed, cancellationToken);
    }
}
