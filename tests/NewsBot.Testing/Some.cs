using System.Globalization;
using System.Security;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;

namespace NewsBot.Testing;

/// <summary>Valid values for tests; change what matters with <c>with</c>. Places and publishers are made up.</summary>
public static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Feed Feed(string url = "https://morning.example/feed", long id = 1) => new()
    {
        Id = new FeedId(id),
        Kind = FeedKind.Web,
        Url = url,
        Title = "Morning of Larkfield",
        InCatalogue = true,
    };

    /// <summary>An article of feed 1 that is its own story.</summary>
    public static Article Article(string title = "Bridge over the Aldra opens", long id = 1) => new()
    {
        Id = new ArticleId(id),
        Feed = new FeedId(1),
        Story = new StoryId(id),
        Key = "key-" + id.ToString(CultureInfo.InvariantCulture),
        Title = title,
        Url = string.Create(CultureInfo.InvariantCulture, $"https://morning.example/articles/{id}"),
        Source = "Morning of Larkfield",
        Language = "en",
        Published = Morning,
        FirstSeen = Morning,
        Paragraphs = ["The new bridge over the Aldra opened on Monday morning.", "Traffic is expected to halve in the old town."],
        Summary = ["The new bridge over the Aldra opened on Monday morning."],
        ContentHash = "hash-" + title,
    };

    /// <summary>An RSS item whose guid follows from its title.</summary>
    public static RssItem Item(string title, DateTimeOffset? published = null) => new(title)
    {
        Id = "tag:" + title,
        Link = "https://morning.example/" + Uri.EscapeDataString(title),
        Description = $"What is known of this so far: {title}.",
        Published = published,
    };

    public static string Rss(params IReadOnlyList<RssItem> items) => Rss("", items);

    /// <param name="channel">Further elements of the channel, such as <c>&lt;ttl&gt;60&lt;/ttl&gt;</c>.</param>
    public static string Rss(string channel, IReadOnlyList<RssItem> items)
    {
        var text = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Morning of Larkfield</title><link>https://morning.example/</link><description>News of a made-up town</description>""");
        text.Append(channel);
        foreach (var item in items)
        {
            item.Write(text);
        }

        return text.Append("</channel></rss>").ToString();
    }
}

/// <summary>An item of <see cref="Some.Rss(IReadOnlyList{RssItem})"/>; null parts are left out.</summary>
public sealed record RssItem(string Title)
{
    public string? Id { get; init; }

    public string? Link { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? Published { get; init; }

    internal void Write(StringBuilder text)
    {
        text.Append("<item>");
        Write(text, "title", Title);
        Write(text, "guid isPermaLink=\"false\"", Id);
        Write(text, "link", Link);
        Write(text, "description", Description);
        Write(text, "pubDate", Published?.ToString("r", CultureInfo.InvariantCulture));
        text.Append("</item>");
    }

    private static void Write(StringBuilder text, string tag, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{tag}>{SecurityElement.Escape(value)}</{tag.Split(' ')[0]}>");
        }
    }
}
