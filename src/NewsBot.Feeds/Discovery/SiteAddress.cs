using System.Web;

namespace NewsBot.Feeds.Discovery;

/// <summary>An address cut into what the rules look at.</summary>
internal sealed record SiteAddress(string Root, string Host, IReadOnlyList<string> Segments, Uri Url)
{
    public static SiteAddress Of(Uri url) =>
        new(url.GetLeftPart(UriPartial.Authority), url.IdnHost.ToLowerInvariant(), url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries), url);

    public string First => Segments.Count > 0 ? Segments[0] : "";

    public string Second => Segments.Count > 1 ? Segments[1] : "";

    /// <summary>The name before the domain of the service, or "" for www and none.</summary>
    public string Subdomain => Host.Split('.') is [var name, _, _, ..] && name != "www" ? name : "";

    public string? Query(string name) => HttpUtility.ParseQueryString(Url.Query)[name];

    public static SiteAnswer.Candidates Candidates(params IReadOnlyList<string> urls) => new(urls);
}
