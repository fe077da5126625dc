namespace NewsBot.Feeds.Discovery;

/// <summary>Publishing services with one place for the feed of every site.</summary>
internal static class BlogRules
{
    public static SiteAnswer? Medium(SiteAddress address)
    {
        if (address.Subdomain.Length > 0)
        {
            return SiteAddress.Candidates(address.Root + "/feed");
        }

        return address.First switch
        {
            "" => null,
            "feed" => SiteAddress.Candidates(address.Url.AbsoluteUri),
            "tag" when address.Second.Length > 0 => SiteAddress.Candidates("https://medium.com/feed/tag/" + address.Second),
            var name => SiteAddress.Candidates("https://medium.com/feed/" + name),
        };
    }

    /// <summary>Substack and WordPress.</summary>
    public static SiteAnswer? Feed(SiteAddress address)
    {
        if (address.Subdomain is "" or "open")
        {
            return address.First.StartsWith('@') ? SiteAddress.Candidates($"https://{address.First[1..]}.substack.com/feed") : null;
        }

        return SiteAddress.Candidates(address.Root + "/feed");
    }

    public static SiteAnswer? Tumblr(SiteAddress address) => address switch
    {
        { Subdomain.Length: > 0 } => SiteAddress.Candidates(address.Root + "/rss"),
        { First: "blog", Second.Length: > 0 } => SiteAddress.Candidates($"https://{address.Second}.tumblr.com/rss"),
        { First.Length: > 0 } when address.First is not ("explore" or "login" or "register" or "tagged") => SiteAddress.Candidates($"https://{address.First.TrimStart('@')}.tumblr.com/rss"),
        _ => null,
    };

    public static SiteAnswer? Blogger(SiteAddress address) => SiteAddress.Candidates(address.Root + "/feeds/posts/default");

    /// <summary>Paths that give away the software behind an own domain.</summary>
    public static SiteAnswer? Paths(SiteAddress address) =>
        address.First is "wp-content" or "wp-json" or "wp-login.php" ? SiteAddress.Candidates(address.Root + "/feed/") : null;
}
