using System.Net;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Decides by the text of an address whether it may be fetched; what its name resolves to is checked when connecting.</summary>
public sealed class UrlRule(IReadOnlyList<IPNetwork> allowedNetworks)
{
    private const string NotPublic = "This address is not on the public Internet.";
    private static readonly int[] Ports = [80, 443, 8080, 8443];
    private static readonly string[] InsideSuffixes =
        [".local", ".internal", ".localhost", ".localdomain", ".home.arpa", ".onion", ".lan", ".corp", ".home", ".intranet", ".private", ".test", ".invalid", ".in-addr.arpa", ".ip6.arpa"];

    public UrlVerdict Check(string text)
    {
        if (text.Length > FeedLimits.UrlCharacters)
        {
            return new UrlVerdict.Refused("The address is too long.");
        }

        if (text.Any(unit => unit <= ' ' || unit == '\\' || char.IsControl(unit)) || text.Contains("%00", StringComparison.Ordinal))
        {
            return new UrlVerdict.Refused("The address contains characters that are not allowed.");
        }

        var isWeb = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isWeb || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return new UrlVerdict.Refused("Only http and https addresses can be read.");
        }

        var authority = text.Split('/', '?', '#')[2];
        return authority.Contains('@', StringComparison.Ordinal) ? new UrlVerdict.Refused("Addresses with a user name are not read.")
            : authority.Contains(":+", StringComparison.Ordinal) || authority.Contains('%', StringComparison.Ordinal) ? new UrlVerdict.Refused("The address has no valid host.")
            : Check(url);
    }

    public UrlVerdict Check(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            return new UrlVerdict.Refused("Only http and https addresses can be read.");
        }

        if (url.UserInfo.Length > 0)
        {
            return new UrlVerdict.Refused("Addresses with a user name are not read.");
        }

        if (url.AbsoluteUri.Length > FeedLimits.UrlCharacters || HostOf(url) is not { Length: > 0 and <= 253 } host || url.Port <= 0)
        {
            return new UrlVerdict.Refused("The address has no valid host.");
        }

        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return IsAllowed(address) || (IpRule.IsPublic(address) && Ports.Contains(url.Port)) ? new UrlVerdict.Accepted(url) : new UrlVerdict.Refused(NotPublic);
        }

        // A name that looks inward, or an odd port, may belong to a network of the operator: its addresses decide.
        return IsOrdinary(host, url.Port) || (allowedNetworks.Count > 0 && IsName(host)) ? new UrlVerdict.Accepted(url)
            : IsPublicName(host) ? new UrlVerdict.Refused("Only the ports 80, 443, 8080 and 8443 are read.")
            : new UrlVerdict.Refused(NotPublic);
    }

    /// <summary>True when the operator let this address through, whatever it is.</summary>
    public bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowedNetworks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    /// <summary>False when only a network of the operator may answer for this name and port.</summary>
    public static bool IsOrdinary(string host, int port) => Ports.Contains(port) && IsPublicName(host);

    private static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            // With ICU a host such as one with U+200D throws here (dotnet/runtime: IdnHost maps by UTS 46).
            return null;
        }
    }

    private static bool IsPublicName(string host)
    {
        var name = Plain(host);
        return IsName(host) && name.Contains('.', StringComparison.Ordinal) && !InsideSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
    }

    /// <summary>Letters, digits, hyphens (and underscores, which some publishers use) in labels of 1 to 63; the last one no number, as that would be an IPv4 address in disguise.</summary>
    private static bool IsName(string host)
    {
        var labels = Plain(host).Split('.');
        return labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'))
            && !labels[^1].All(char.IsAsciiDigit) && !labels[^1].StartsWith("0x", StringComparison.Ordinal);
    }

    private static string Plain(string host) => (host.EndsWith('.') ? host[..^1] : host).ToLowerInvariant();
}

/// <summary>Whether an address may be fetched.</summary>
public abstract record UrlVerdict
{
    private UrlVerdict()
    {
    }

    public sealed record Accepted(Uri Url) : UrlVerdict;

    public sealed record Refused(string Reason) : UrlVerdict;
}
