namespace NewsBot.Core.Feeds;

/// <summary>A move on its way to be believed: only the same target on several checks over a day or more is stored, as captive portals and mistaken set-ups redirect permanently too.</summary>
/// <param name="IsOfDocument">True when the document says so and not the server (itunes:new-feed-url). Then nothing was read from the target yet.</param>
public sealed record FeedMove(string Target, DateTimeOffset Since, int Checks, bool IsOfDocument = false)
{
    private const int ChecksWanted = 2;
    private const int LongestAddress = 2_048;
    private static readonly TimeSpan TimeWanted = TimeSpan.FromHours(24);

    public bool IsTrusted(DateTimeOffset now) => Checks >= ChecksWanted && now - Since >= TimeWanted;

    /// <summary>What is known after one more check that ended in a feed; null when nothing says that it moved.</summary>
    /// <param name="parsed">Null when the document is the one of before: then what it said before still holds.</param>
    public static FeedMove? After(FeedMove? before, FetchTrace trace, ParsedFeed? parsed, string url, DateTimeOffset now)
    {
        if (trace.PermanentUrl is { } permanent)
        {
            return Counted(before, permanent.AbsoluteUri, isOfDocument: false, now);
        }

        var told = parsed is not null ? AddressIn(parsed, url, trace.FinalUrl) : before is { IsOfDocument: true } ? before.Target : null;
        return told is null ? null : Counted(before, told, isOfDocument: true, now);
    }

    private static FeedMove Counted(FeedMove? before, string target, bool isOfDocument, DateTimeOffset now) =>
        before?.Target == target && before.IsOfDocument == isOfDocument ? before with { Checks = before.Checks + 1 } : new FeedMove(target, now, 1, isOfDocument);

    /// <summary>Podcasts keep naming the address that they moved to long ago; https is never left.</summary>
    private static string? AddressIn(ParsedFeed parsed, string url, Uri? final)
    {
        if (parsed.NewAddress is not { Length: <= LongestAddress } text || !Uri.TryCreate(text, UriKind.Absolute, out var target) || target.UserInfo.Length > 0)
        {
            return null;
        }

        var from = final ?? new Uri(url);
        var isOther = target.AbsoluteUri != from.AbsoluteUri && target.AbsoluteUri != url;
        return isOther && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp)) ? target.AbsoluteUri : null;
    }
}
