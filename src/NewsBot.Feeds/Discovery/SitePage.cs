using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Discovery;

/// <summary>A page as the search for feeds reads it: decoded once.</summary>
/// <param name="Url">After redirects.</param>
internal sealed record SitePage(string Html, Uri Url)
{
    public static SitePage Of(FeedDocument document, Uri url) =>
        new(BodyText.Decode(BodyCodings.Undo(document.Body, FeedLimits.DecodedBytes).Span, document.ContentType), url);

    public IReadOnlyList<FeedLink> Links => FeedLinks.Find(Html, Url);

    /// <summary>The address that the page calls its own, where that is on the same site; else the one it was read from.</summary>
    public Uri Canonical
    {
        get
        {
            var named = HtmlTags.Read(new XmlSource(Html))
                .Where(tag => tag.Name == "link" && string.Equals(tag["rel"], "canonical", StringComparison.OrdinalIgnoreCase))
                .Select(tag => FeedAddresses.Resolve(tag["href"], Url))
                .FirstOrDefault();
            return named is not null && Uri.TryCreate(named, UriKind.Absolute, out var canonical) && IsSameSite(canonical) ? canonical : Url;
        }
    }

    /// <summary>The template completed with what stands between a mark and the next quote; null when no mark occurs.</summary>
    public string? Complete(SiteAnswer.InPage rule)
    {
        foreach (var mark in rule.Marks)
        {
            if (Html.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && Token(at + mark.Length) is { Length: > 0 } token)
            {
                return rule.Template.Replace("{0}", token, StringComparison.Ordinal);
            }
        }

        return null;
    }

    private string Token(int start) =>
        string.Concat(Html.Skip(start).Take(100).TakeWhile(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'));

    private bool IsSameSite(Uri other) => other.Authority == Url.Authority || (RegistrableDomain.Of(other) is { } site && site == RegistrableDomain.Of(Url));
}
