using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Hands out as a file what a home follows and has set, and takes such files in. Imported feeds are read by the poller at its own pace, not at once.</summary>
public sealed class TransferHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, SubscriptionAdmission admission, GuardedFeeds guarded, EntrySettings settings, BundleRestorer restorer)
{
    private const int LongestFilter = QueryParser.MostCharacters;

    public Reply Export(Request request) =>
        BundleOf(request).IsEmpty ? new Reply.Message(request.Texts.NothingFollowed) : Document(request, request.Texts.Exported(registry.Of(request.Home.Id).Count));

    /// <summary>What the home follows and has set as OPML under the given words. Where others see the file, feeds that are not for everybody are left out, and the words say so.</summary>
    public Reply.Document Document(Request request, string words)
    {
        var bundle = BundleOf(request);
        var open = request.Caller.IsPrivate ? bundle : bundle with { Entries = [.. bundle.Entries.Where(entry => !HoldsSecret(entry))] };
        var left = bundle.Entries.Count - open.Entries.Count;
        return new(request.Texts.FileName, SubscriptionFile.Write("NewsBot", open), left == 0 ? words : $"{words}\n{request.Texts.LeftOutSecrets(left)}");
    }

    public async Task<Reply> ImportAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Caller.Attachment is not { } file)
        {
            return new Reply.Refusal(request.Texts.SayFile) { Completes = "/import" };
        }

        var bundle = SubscriptionFile.ReadAll(file.Content.Span);
        if (bundle.IsEmpty)
        {
            return new Reply.Refusal(bundle.Fault == BundleFault.TooLarge ? request.Texts.FileTooLarge : request.Texts.NothingToImport);
        }

        var restored = await restorer.RestoreAsync(request, bundle, cancellationToken);
        var report = new ImportReport(request.Texts, bundle.Fault, restored.Lines);
        foreach (var entry in bundle.Entries)
        {
            await ImportAsync(request, entry, restored, report, cancellationToken);
        }

        return report.Reply();
    }

    private bool HoldsSecret(SubscriptionEntry entry) => entry.Url is { } url && (SecretAddress.HoldsSecret(url) || (feeds.FindByUrl(url) is { } feed && guarded.HoldsSecret(feed)));

    private SubscriptionBundle BundleOf(Request request) =>
        HomeBundle.Of(registry.Find(request.Home.Id) ?? request.Home, request.Place.Id, request.Caller.Person, registry, feeds);

    private async Task ImportAsync(Request request, SubscriptionEntry entry, RestoredBundle restored, ImportReport report, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (ProblemOf(request, entry) is { } problem)
        {
            report.Refuse(entry, problem);
            return;
        }

        switch (await AddAsync(request, restorer.TargetOf(request, entry.Place), entry, cancellationToken))
        {
            case AdmissionResult.Added(var subscription):
                int? digest = entry.Digest is { } number && restored.Digests.TryGetValue((entry.Place, number), out var held) ? held : null;
                report.Add(subscription, await settings.ApplyAsync(request.Caller.Person, subscription, entry, digest, cancellationToken));
                break;
            case AdmissionResult.Known(var subscription):
                report.Know(subscription);
                break;
            case AdmissionResult.Full(var most, var isOfPerson):
                report.RefuseOver(entry, texts.TooMany(most, isOfPerson));
                break;
            default:
                report.Refuse(entry, texts.OnlyOperatorFollows(SecretMask.Of(entry.Url ?? entry.Title)));
                break;
        }
    }

    /// <summary>Why the entry cannot be followed as it stands, or null. Without its filter it would send what nobody asked for, so a filter that cannot be read refuses it.</summary>
    private static string? ProblemOf(Request request, SubscriptionEntry entry)
    {
        if (entry.Kind == SubscriptionKind.Feed && (!Uri.TryCreate(entry.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0))
        {
            return request.Texts.AddressUnreadable(SecretMask.Of(entry.Url ?? entry.Title));
        }

        if (entry.Kind != SubscriptionKind.Feed && entry.Title.Length > LongestFilter)
        {
            return request.Texts.NameTooLong(LongestFilter);
        }

        return (entry.Kind == SubscriptionKind.Query ? AdviceOn(request, entry.Title, QueryUse.Subscription) : null) ?? (entry.Filter is { } filter ? AdviceOn(request, filter, QueryUse.Filter) : null);
    }

    private static string? AdviceOn(Request request, string words, QueryUse use) => QueryParser.Parse(words, use) switch
    {
        QueryParseResult.Invalid(var advice) => advice,
        QueryParseResult.Parsed({ IsOnlyExclusion: true }) when use == QueryUse.Subscription => request.Texts.QueryOnlyExcludes,
        _ => null,
    };

    /// <summary>Null when only the operator may follow it.</summary>
    private async Task<AdmissionResult?> AddAsync(Request request, Place place, SubscriptionEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind != SubscriptionKind.Feed)
        {
            return await admission.AddAsync(place, request.Caller.Person, entry, null, cancellationToken);
        }

        var url = new Uri(entry.Url!).AbsoluteUri;
        var feed = feeds.FindByUrl(url) ?? await store.AddFeedAsync(new NewFeed(FeedKind.Web, url, Feed.NameFor(entry.Title, url)), cancellationToken);
        feeds.Put(feed);
        return guarded.MayFollow(request.Caller, feed.Id) ? await admission.AddAsync(place, request.Caller.Person, entry with { Title = feed.Title }, feed, cancellationToken) : null;
    }
}
