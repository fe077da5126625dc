using NewsBot.Core.Feeds;
using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads a news sitemap (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) as a feed: the addresses that carry a title.</summary>
internal static class NewsSitemap
{
    public static ParsedFeed Map(XmlNode root, bool repaired, int mostItems)
    {
        var items = new List<ParsedItem>();
        string? name = null;
        string? language = null;
        foreach (var url in root.Children)
        {
            if (items.Count == mostItems)
            {
                break;
            }

            if (url.Child("news", News) is { } news && FeedAddresses.Resolve(url.Child("loc", Rss)?.Value, null) is { } link)
            {
                var publication = news.Child("publication", News);
                name ??= publication?.Child("name", News)?.Value;
                language ??= publication?.Child("language", News)?.Value;
                items.Add(Item(url, news, link));
            }
        }

        return new ParsedFeed
        {
            Format = FeedFormat.Sitemap,
            Title = string.IsNullOrEmpty(name) ? null : FeedText.Plain(name),
            Language = language,
            Items = items,
            Repaired = repaired,
        };
    }

    private static ParsedItem Item(XmlNode url, XmlNode news, string link) => new()
    {
        Id = link,
        Link = link,
        Title = news.Child("title", News)?.Value is { Length: > 0 } title ? FeedText.Plain(title) : null,
        Published = FeedDates.TryParse(news.Child("publication_date", News)?.Value) ?? FeedDates.TryParse(url.Child("lastmod", Rss)?.Value),
        Updated = FeedDates.TryParse(url.Child("lastmod", Rss)?.Value),
        Language = news.Child("publication", News)?.Child("language", News)?.Value,
        Categories = news.Child("keywords", News)?.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
    };
}
