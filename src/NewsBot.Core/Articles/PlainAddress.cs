using System.Collections.Frozen;

namespace NewsBot.Core.Articles;

/// <summary>An address without what does not change where it leads: scheme, www, tracking parameters, fragment of trackers, final slash. Only for comparing.</summary>
internal static class PlainAddress
{
    private static readonly FrozenSet<string> Tracking = new[]
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ns_campaign", "ns_mchannel", "ns_source", "at_medium", "at_campaign", "wt_mc", "ref_src", "guccounter", "traffic_source",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts that are no http(s) address come back as they are.</summary>
    public static string Of(string address)
    {
        var start = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (start == 0)
        {
            return address;
        }

        var rest = address[start..];
        var (path, fragment) = Cut(rest, '#');
        var (place, query) = Cut(path, '?');
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var host = (slash < 0 ? place : place[..slash]).ToLowerInvariant();
        var plainHost = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var directory = slash < 0 ? "" : place[slash..].TrimEnd('/');
        var kept = string.Join('&', query.Split('&').Where(parameter => parameter.Length > 0 && !IsTracking(parameter)));
        var marker = fragment.Length > 0 && !IsTracking(fragment) ? "#" + fragment : "";
        return plainHost + directory + (kept.Length > 0 ? "?" + kept : "") + marker;
    }

    private static bool IsTracking(string parameter)
    {
        var name = Cut(parameter, '=').Before;
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }

    private static (string Before, string After) Cut(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
