using System.Collections.Frozen;
using System.Net;

namespace NewsBot.Core.Feeds;

/// <summary>
/// The part of a host name that somebody registered, which stands for one publisher's servers. The last two labels, or three below the listed second-level suffixes.
/// A short table instead of the public suffix list (publicsuffix.org) with its 10,000 rules: a suffix that is missing makes strangers share one pace, which costs time and harms nobody.
/// </summary>
public static class RegistrableDomain
{
    private static readonly FrozenSet<string> SecondLevel = new[]
    {
        "ac", "asso", "co", "com", "edu", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "id", "info", "ltd", "me", "mil", "muni", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "pp", "sch", "school", "web",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Hosters whose subdomains belong to different people.</summary>
    private static readonly FrozenSet<string> Hosters = new[]
    {
        "blogspot.com", "github.io", "gitlab.io", "netlify.app", "pages.dev", "vercel.app", "web.app", "herokuapp.com", "azurewebsites.net", "cloudfront.net",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower case; an address stands for itself. Null for loopback, which is the operator's own and needs no protection.</summary>
    public static string? Of(Uri url)
    {
        if (url.IsLoopback)
        {
            return null;
        }

        var host = url.Host.TrimEnd('.').ToLowerInvariant();
        return IPAddress.TryParse(host.Trim('[', ']'), out var address) ? (IPAddress.IsLoopback(address) ? null : host) : Of(host);
    }

    /// <summary>The same for a lower-case host name.</summary>
    public static string Of(string host)
    {
        var labels = host.Split('.');
        if (labels.Length <= 2)
        {
            return host;
        }

        var isSuffix = (labels[^1].Length == 2 && SecondLevel.Contains(labels[^2])) || Hosters.Contains($"{labels[^2]}.{labels[^1]}");
        return string.Join('.', labels[^(isSuffix ? 3 : 2)..]);
    }
}
