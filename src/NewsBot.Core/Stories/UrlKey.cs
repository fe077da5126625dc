using System.Text.RegularExpressions;

namespace NewsBot.Core.Stories;

/// <summary>The address of an article without what differs between links to one page: scheme, www, mobile and AMP forms, tracking parameters, fragment.</summary>
internal static partial class UrlKey
{
    /// <summary>Null for no absolute http(s) address, and for a bare host, which names no article.</summary>
    public static string? Of(string? url)
    {
        if (url is not { Length: > 0 and < 2_000 } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = HostPrefix.Replace(uri.IdnHost.ToLowerInvariant(), "");
        var path = AmpPath.Replace(uri.AbsolutePath, "").TrimEnd('/');
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&').Where(IsTelling).Order(StringComparer.Ordinal));
        return path.Length == 0 && query.Length == 0 ? null : host + path + (query.Length > 0 ? "?" + query : "");
    }

    private static bool IsTelling(string parameter) => parameter.Length > 0 && !Tracking.IsMatch(parameter);

    [GeneratedRegex(@"^(?:www|m|amp|mobile)\.(?=[^.]+\.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex HostPrefix { get; }

    [GeneratedRegex(@"^/amp(?=/)|(?:/amp|\.amp|/amp\.html|\.amp\.html)/?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex AmpPath { get; }

    [GeneratedRegex(@"^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|yclid|mc_[a-z]+|igshid|ref|ref_src|referrer|source|src|cmp|cmpid|cid|ito|at_[a-z_]+|ns_[a-z_]+|ocid|smid|partner|amp|outputtype|rss|from|feed|xtor|wt_mc|ftag|__twitter_impression)(?:=|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Tracking { get; }
}
