using System.Collections.Frozen;

namespace NewsBot.Core.Stories;

/// <summary>The address of an article without what differs between links to one page: scheme, www, mobile and AMP forms, tracking parameters, fragment.</summary>
public static class UrlKey
{
    private const int MostCharacters = 2_000;

    private static readonly string[] HostPrefixes = ["www.", "m.", "amp.", "mobile."];

    private static readonly string[] AmpEndings = ["/amp", ".amp", "/amp.html", ".amp.html"];

    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "at_", "ns_", "__twitter_impression"];

    private static readonly FrozenSet<string> Tracking = new[]
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "ref", "ref_src", "referrer", "source", "src", "cmp", "cmpid", "ito", "ocid", "smid", "partner",
        "amp", "outputtype", "rss", "xtor", "wt_mc", "ftag",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for no absolute http(s) address, and for a bare host, which names no article.</summary>
    public static string? Of(string? url)
    {
        if (url is not { Length: > 0 and < MostCharacters } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = WithoutAmp(uri.AbsolutePath.TrimEnd('/')).TrimEnd('/');
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&').Where(IsTelling).Order(StringComparer.Ordinal));
        return path.Length == 0 && query.Length == 0 ? null : WithoutPrefix(uri.Host.ToLowerInvariant()) + path + (query.Length > 0 ? "?" + query : "");
    }

    private static string WithoutPrefix(string host)
    {
        foreach (var prefix in HostPrefixes)
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0)
            {
                return host[prefix.Length..];
            }
        }

        return host;
    }

    private static string WithoutAmp(string path)
    {
        var start = path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        foreach (var ending in AmpEndings)
        {
            if (path.Length > start + ending.Length && path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return path[start..^ending.Length];
            }
        }

        return path[start..];
    }

    private static bool IsTelling(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? parameter : parameter[..end];
        return name.Length > 0 && !Tracking.Contains(name) && !Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
