using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Discovery;

/// <summary>Where well-known sites keep their feeds: a table of rules over addresses. Pure; nothing is fetched.</summary>
public static class SiteRules
{
    private static readonly SiteRule[] Rules =
    [
        new(["youtube.com", "youtu.be"], VideoRules.YouTube),
        new(["github.com"], CodeRules.GitHub),
        new(["reddit.com"], SocialRules.Reddit),
        new(["bsky.app"], SocialRules.Bluesky),
        new(["medium.com"], BlogRules.Medium),
        new(["substack.com"], BlogRules.Feed),
        new(["tumblr.com"], BlogRules.Tumblr),
        new(["blogspot.com"], BlogRules.Blogger),
        new(["wordpress.com"], BlogRules.Feed),
        new(["x.com", "twitter.com"], _ => new SiteAnswer.Impossible("X has no feeds and lets nobody read posts without an account. Follow the author's own site, newsletter, Mastodon or Bluesky instead.")),
        new(["instagram.com"], _ => new SiteAnswer.Impossible("Instagram has no feeds. Follow the author's own site, YouTube channel or Mastodon instead.")),
        new(["facebook.com", "fb.com"], _ => new SiteAnswer.Impossible("Facebook has no feeds any more. Follow the site of the page's owner instead.")),
        new(["tiktok.com"], _ => new SiteAnswer.Impossible("TikTok has no feeds. Follow the author's YouTube channel or own site instead.")),
        new(["linkedin.com"], _ => new SiteAnswer.Impossible("LinkedIn has no feeds. Follow the company's news page or blog instead.")),
    ];

    /// <summary>Takes an address or a handle such as "@user@server".</summary>
    public static SiteAnswer Find(string text)
    {
        var value = text.Trim();
        if (SocialRules.Handle(value) is { } handle)
        {
            return handle;
        }

        if (!Uri.TryCreate(value.Contains("://", StringComparison.Ordinal) ? value : "https://" + value, UriKind.Absolute, out var url) || !FeedAddresses.IsWeb(url.Scheme))
        {
            return new SiteAnswer.Unknown();
        }

        var host = url.IdnHost.ToLowerInvariant();
        var rule = Array.Find(Rules, rule => rule.Hosts.Any(known => host == known || host.EndsWith("." + known, StringComparison.Ordinal)));
        return rule?.Answer(SiteAddress.Of(url)) ?? SocialRules.Mastodon(SiteAddress.Of(url)) ?? BlogRules.Paths(SiteAddress.Of(url)) ?? new SiteAnswer.Unknown();
    }

    /// <summary>Null from <paramref name="Answer"/> leaves the address to the general rules.</summary>
    private sealed record SiteRule(IReadOnlyList<string> Hosts, Func<SiteAddress, SiteAnswer?> Answer);
}
