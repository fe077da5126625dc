namespace NewsBot.Feeds.Extraction;

/// <summary>The publisher as people know it: what the page calls itself, else its host.</summary>
internal static class SiteName
{
    public static string? Of(PageFacts facts) =>
        Clean(facts.Meta("og:site_name").FirstOrDefault())
        ?? Clean(facts.Linked.Publisher)
        ?? Clean(facts.Meta("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright").FirstOrDefault(text => text.Length < 60))
        ?? Host(facts.Url);

    public static string? Host(Uri? url) => url is null ? null : url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;

    private static string? Clean(string? text) => PlainText.Of(text) is { Length: > 1 and < 80 } name ? name : null;
}
