using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Any object with items and a title or version counts.</summary>
internal static class JsonFeed
{
    /// <summary>Null when the text is no JSON Feed. Of a damaged one the complete items stay.</summary>
    public static ParsedFeed? Read(string text, Uri? baseUrl, int mostItems) =>
        ReadWhole(text, baseUrl, mostItems) ?? (JsonMending.Mend(text) is { } mended && ReadWhole(mended, baseUrl, mostItems) is { } feed ? feed with { Repaired = true } : null);

    private static ParsedFeed? ReadWhole(string text, Uri? baseUrl, int mostItems)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            var isFeed = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && (Text(root, "title") ?? Text(root, "version")) is not null;
            return isFeed ? Map(root, baseUrl, mostItems) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ParsedFeed Map(JsonElement root, Uri? baseUrl, int mostItems) => new()
    {
        Format = FeedFormat.JsonFeed,
        Title = Plain(Text(root, "title")),
        Link = Address(Text(root, "home_page_url"), baseUrl),
        Description = Plain(Text(root, "description")),
        Language = Text(root, "language"),
        Author = Author(root),
        Image = Address(Text(root, "icon") ?? Text(root, "favicon"), baseUrl),
        Self = Address(Text(root, "feed_url"), baseUrl),
        Items = [.. root.GetProperty("items").EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(mostItems).Select(item => Item(item, baseUrl))],
    };

    private static ParsedItem Item(JsonElement item, Uri? baseUrl)
    {
        var html = Text(item, "content_html");
        return new ParsedItem
        {
            Id = Text(item, "id"),
            Title = Plain(Text(item, "title")),
            Link = Address(Text(item, "url") ?? Text(item, "external_url"), baseUrl),
            Published = FeedDates.TryParse(Text(item, "date_published") ?? Text(item, "date_modified")),
            Updated = FeedDates.TryParse(Text(item, "date_modified")),
            Author = Author(item),
            Summary = Plain(Text(item, "summary")),
            Content = html is not null ? FeedText.Html(html) : Plain(Text(item, "content_text")),
            Language = Text(item, "language"),
            Image = Address(Text(item, "image") ?? Text(item, "banner_image"), baseUrl),
            Categories = item.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
                : [],
            Enclosures = Attachments(item, baseUrl),
        };
    }

    private static List<Enclosure> Attachments(JsonElement item, Uri? baseUrl)
    {
        var enclosures = new List<Enclosure>();
        if (item.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array)
        {
            foreach (var attachment in attachments.EnumerateArray())
            {
                if (attachment.ValueKind == JsonValueKind.Object && Address(Text(attachment, "url"), baseUrl) is { } url)
                {
                    enclosures.Add(new Enclosure(url, Text(attachment, "mime_type"), long.TryParse(Text(attachment, "size_in_bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null));
                }
            }
        }

        return enclosures;
    }

    private static string? Author(JsonElement node)
    {
        var authors = node.TryGetProperty("authors", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        var single = node.TryGetProperty("author", out var author) ? [author] : Array.Empty<JsonElement>();
        return authors.Concat(single).Where(person => person.ValueKind == JsonValueKind.Object).Select(person => Text(person, "name")).FirstOrDefault(name => name is not null);
    }

    private static FeedText? Plain(string? text) => text is null ? null : FeedText.Plain(text);

    private static string? Text(JsonElement node, string name) => !node.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text && text.Trim().Length > 0 => text.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Address(string? text, Uri? baseUrl)
    {
        var found = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" || (baseUrl is not null && text is not null && Uri.TryCreate(baseUrl, text, out url));
        return found && url!.Scheme is "http" or "https" ? url.AbsoluteUri : null;
    }
}
