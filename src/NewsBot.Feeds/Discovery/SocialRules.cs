namespace NewsBot.Feeds.Discovery;

/// <summary>Reddit, Mastodon and Bluesky: the address of a profile or place with ".rss" or "/rss".</summary>
internal static class SocialRules
{
    public static SiteAnswer? Reddit(SiteAddress address)
    {
        if (address.First is not ("r" or "u" or "user") || address.Second.Length == 0)
        {
            return address.Segments.Count == 0 ? SiteAddress.Candidates("https://www.reddit.com/.rss") : null;
        }

        var path = string.Join('/', address.Segments);
        return SiteAddress.Candidates($"https://www.reddit.com/{(path.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) ? path : path + "/.rss")}{address.Url.Query}");
    }

    public static SiteAnswer? Bluesky(SiteAddress address) =>
        address.First == "profile" && address.Second.Length > 0 ? SiteAddress.Candidates($"https://bsky.app/profile/{address.Second}/rss") : null;

    /// <summary>Any server: a path of "@user" or "users/user".</summary>
    public static SiteAnswer? Mastodon(SiteAddress address)
    {
        var user = address.First == "users" ? address.Second : address.First.StartsWith('@') ? address.First[1..] : "";
        if (user.EndsWith(".rss", StringComparison.OrdinalIgnoreCase))
        {
            user = user[..^4];
        }

        return user.Split('@') switch
        {
            [var name] when IsName(name) => SiteAddress.Candidates($"{address.Root}/@{name}.rss"),
            [var name, var server] when IsName(name) && IsServer(server) => SiteAddress.Candidates($"https://{server}/@{name}.rss"),
            _ => null,
        };
    }

    /// <summary>"@user@server", as people write it; null for anything else.</summary>
    public static SiteAnswer? Handle(string text) => text.TrimStart('@').Split('@') switch
    {
        [var name, var server] when text.StartsWith('@') && IsName(name) && IsServer(server) => SiteAddress.Candidates($"https://{server.ToLowerInvariant()}/@{name}.rss"),
        _ => null,
    };

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');

    private static bool IsServer(string server) => server.Contains('.') && Uri.CheckHostName(server) == UriHostNameType.Dns;
}
