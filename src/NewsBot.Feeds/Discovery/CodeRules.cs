namespace NewsBot.Feeds.Discovery;

/// <summary>GitHub (docs.github.com/rest/activity/feeds): activity of a user; releases, tags and commits of a repository.</summary>
internal static class CodeRules
{
    private static readonly string[] Pages = ["features", "topics", "explore", "settings", "marketplace", "about", "login", "search", "pricing", "notifications", "orgs"];

    public static SiteAnswer? GitHub(SiteAddress address)
    {
        if (address.Host is not ("github.com" or "www.github.com") || address.First.Length == 0 || Pages.Contains(address.First, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        if (address.Url.AbsolutePath.EndsWith(".atom", StringComparison.OrdinalIgnoreCase))
        {
            return SiteAddress.Candidates(address.Url.AbsoluteUri);
        }

        if (address.Second.Length == 0)
        {
            return SiteAddress.Candidates($"https://github.com/{address.First}.atom");
        }

        var name = address.Second.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? address.Second[..^4] : address.Second;
        var repository = $"https://github.com/{address.First}/{name}";
        var branch = address.Segments.Count > 3 && address.Segments[2] is "tree" or "commits" ? address.Segments[3] : null;
        return (address.Segments.Count > 2 ? address.Segments[2] : "") switch
        {
            "releases" => SiteAddress.Candidates(repository + "/releases.atom", repository + "/tags.atom"),
            "tags" => SiteAddress.Candidates(repository + "/tags.atom"),
            "commits" or "tree" => SiteAddress.Candidates(branch is null ? repository + "/commits.atom" : $"{repository}/commits/{branch}.atom"),
            "discussions" => SiteAddress.Candidates(repository + "/discussions.atom"),
            _ => SiteAddress.Candidates(repository + "/releases.atom", repository + "/commits.atom", repository + "/tags.atom") with { IsChoice = true },
        };
    }
}
