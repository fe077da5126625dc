using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Discovery;

namespace NewsBot.Verbs;

/// <summary>Writes a parsed feed as one JSON object without line breaks: texts as published, dates in UTC to the second.</summary>
internal static class FeedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ReadOnlyMemory<byte> Error(string file, string reason) => Object(new ArrayBufferWriter<byte>(), json =>
    {
        json.WriteString("file", file);
        json.WriteString("error", reason);
    });

    /// <param name="buffer">Emptied and filled; the answer is a part of it.</param>
    public static ReadOnlyMemory<byte> Write(string file, ParsedFeed feed, ArrayBufferWriter<byte> buffer) => Object(buffer, json =>
    {
        json.WriteString("file", file);
        json.WriteString("format", NameOf(feed.Format));
        json.WriteString("title", feed.Title?.Value);
        json.WriteString("link", feed.Link);
        json.WriteString("description", feed.Description?.Value);
        json.WriteString("language", feed.Language);
        json.WriteString("author", feed.Author);
        json.WriteString("image", feed.Image);
        json.WriteString("updated", DateOf(feed.Updated));
        json.WriteStartArray("items");
        foreach (var item in feed.Items)
        {
            WriteItem(json, item);
        }

        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Write(string file, IReadOnlyList<FeedLink> links) => Object(new ArrayBufferWriter<byte>(), json =>
    {
        json.WriteString("file", file);
        json.WriteStartArray("feeds");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("url", link.Url);
            json.WriteString("title", link.Title);
            json.WriteString("type", link.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Object(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        buffer.ResetWrittenCount();
        var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
#pragma warning disable MA0045 // The target is memory: there is nothing to wait for.
        json.Flush();
#pragma warning restore MA0045
        return buffer.WrittenMemory;
    }

    private static void WriteItem(Utf8JsonWriter json, ParsedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title?.Value);
        json.WriteString("link", item.Link);
        json.WriteString("published", DateOf(item.Published));
        json.WriteString("updated", DateOf(item.Updated));
        json.WriteString("author", item.Author);
        json.WriteString("summary", item.Summary?.Value);
        json.WriteString("content", item.Content?.Value);
        json.WriteStartArray("categories");
        foreach (var category in item.Categories)
        {
            json.WriteStringValue(category);
        }

        json.WriteEndArray();
        json.WriteStartArray("enclosures");
        foreach (var enclosure in item.Enclosures)
        {
            WriteEnclosure(json, enclosure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEnclosure(Utf8JsonWriter json, Enclosure enclosure)
    {
        json.WriteStartObject();
        json.WriteString("url", enclosure.Url);
        json.WriteString("type", enclosure.Type);
        if (enclosure.Length is { } length)
        {
            json.WriteNumber("length", length);
        }
        else
        {
            json.WriteNull("length");
        }

        json.WriteEndObject();
    }

    private static string? DateOf(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss090 => "rss0.90",
        FeedFormat.Rss091 => "rss0.91",
        FeedFormat.Rss092 => "rss0.92",
        FeedFormat.Rss20 => "rss2.0",
        FeedFormat.Rdf => "rdf",
        FeedFormat.Atom03 => "atom0.3",
        FeedFormat.Atom10 => "atom",
        FeedFormat.Cdf => "cdf",
        FeedFormat.JsonFeed => "json",
        FeedFormat.Sitemap => "sitemap",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
