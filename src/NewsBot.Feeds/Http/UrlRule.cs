using System.Net;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Decides by the text of an address whether it may be fetched; what its name resolves to is checked when connecting.</summary>
public sealed class UrlRule(IReadOnlyList<IPNetwork> allowedNetworks)
{
    private static readonly int[] Ports = [80, 443, 8080, 8443];
    private static readonly string[] InsideSuffixes = [".local", ".internal", ".localhost", ".home.arpa", ".onion", ".lan", ".corp"];

    public UrlVerdict Check(string text)
    {
        if (text.Length > FeedLimits.UrlCharacters)
        {
            return new UrlVerdict.Refused("The address is too long.");
        }

        if (text.Any(unit => unit <= ' ' || unit == '\\' || unit == 0x7f) || text.Contains("%00", StringComparison.Ordinal))
        {
            return new UrlVerdict.Refused("The address contains characters that are not allowed.");
        }

        var isWeb = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isWeb || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return new UrlVerdict.Refused("Only http and https addresses can be read.");
        }

        return Check(url);
    }

    public UrlVerdict Check(Uri url)
    {
        if (url.Scheme is not ("http" or "https"))
        {
            return new UrlVerdict.Refused("Only http and https addresses can be read.");
        }

        if (url.UserInfo.Length > 0 || url.OriginalString.Split('/', '?', '#')[2].Contains('@', StringComparison.Ordinal))
        {
            return new UrlVerdict.Refused("Addresses with a user name are not read.");
        }

        if (HostOf(url) is not { Length: > 0 } host)
        {
            return new UrlVerdict.Refused("The address has no valid host.");
        }

        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return IsAllowed(address) ? new UrlVerdict.Accepted(url)
                : IpRule.IsPublic(address) && Ports.Contains(url.Port) ? new UrlVerdict.Accepted(url)
                : new UrlVerdict.Refused("This address is not on the public Internet.");
        }

        if (!IsPublicName(host))
        {
            return new UrlVerdict.Refused("This address is not on the public Internet.");
        }

        return Ports.Contains(url.Port) ? new UrlVerdict.Accepted(url) : new UrlVerdict.Refused("Only the ports 80, 443, 8080 and 8443 are read.");
    }

    /// <summary>True when the operator let this address through, whatever it is.</summary>
    public bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowedNetworks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

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
        var name = host.TrimEnd('.').ToLowerInvariant();
        var labels = name.Split('.');
        var valid = labels.Length > 1 && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_'));
        return valid && !InsideSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) && !labels[^1].All(char.IsAsciiDigit);
    }
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
