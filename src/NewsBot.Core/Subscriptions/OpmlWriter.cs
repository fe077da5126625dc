using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsBot.Core.Subscriptions;

/// <summary>Writes subscriptions as OPML 2.0; what <see cref="OpmlReader"/> reads of it is equal. Pure.</summary>
internal static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public static byte[] Write(string title, SubscriptionBundle bundle)
    {
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, Settings))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteAttributeString("xmlns", "newsbot", null, SubscriptionFile.OwnSpace);
            writer.WriteStartElement("head");
            writer.WriteElementString("title", Clean(title));
            WriteHome(writer, bundle.Home);
            foreach (var place in bundle.Places)
            {
                WritePlace(writer, place);
            }

            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (var folder in bundle.Entries.GroupBy(entry => entry.Folder, StringComparer.Ordinal))
            {
                WriteFolder(writer, folder.Key, [.. folder]);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void WriteHome(XmlWriter writer, HomeEntry? home)
    {
        if (home is null)
        {
            return;
        }

        writer.WriteStartElement("home", SubscriptionFile.OwnSpace);
        WriteWords(
            writer,
            null,
            [("timezone", home.TimeZone), ("language", home.Language), ("news", home.News), ("filter", home.Filter), ("quiet", home.Quiet), ("limit", home.Limit), ("style", home.Style), ("notices", home.Notices), ("ask", home.Asking)]);
        writer.WriteEndElement();
    }

    private static void WritePlace(XmlWriter writer, PlaceEntry place)
    {
        writer.WriteStartElement("place", SubscriptionFile.OwnSpace);
        WriteWords(writer, null, [("id", place.Id), ("quiet", place.Quiet), ("limit", place.Limit), ("style", place.Style), ("paused", place.Paused)]);
        foreach (var digest in place.Digests)
        {
            writer.WriteStartElement("digest", SubscriptionFile.OwnSpace);
            WriteWords(writer, null, [("number", digest.Number.ToString(CultureInfo.InvariantCulture)), ("schedule", digest.Schedule)]);
            writer.WriteEndElement();
        }

        foreach (var mute in place.Mutes)
        {
            writer.WriteStartElement("mute", SubscriptionFile.OwnSpace);
            WriteWords(writer, null, [("query", mute.Query), ("until", mute.Until)]);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteFolder(XmlWriter writer, string? name, IReadOnlyList<SubscriptionEntry> entries)
    {
        if (name is not null)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", Clean(name));
        }

        foreach (var entry in entries)
        {
            WriteEntry(writer, entry);
        }

        if (name is not null)
        {
            writer.WriteEndElement();
        }
    }

    private static void WriteEntry(XmlWriter writer, SubscriptionEntry entry)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("text", Clean(entry.Title));
        if (entry.Url is { } url)
        {
            writer.WriteAttributeString("type", "rss");
            writer.WriteAttributeString("xmlUrl", Clean(url));
        }

        WriteWords(
            writer,
            SubscriptionFile.OwnSpace,
            [
                ("kind", entry.Kind.ToString().ToLowerInvariant()),
                ("filter", entry.Filter),
                ("mode", entry.Mode == SubscriptionMode.AtOnce ? null : entry.Mode.ToString().ToLowerInvariant()),
                ("schedule", entry.Schedule),
                ("digest", entry.Digest?.ToString(CultureInfo.InvariantCulture)),
                ("limit", entry.Limit),
                ("style", entry.Style),
                ("paused", entry.Paused),
                ("place", entry.Place),
            ]);
        writer.WriteEndElement();
    }

    private static void WriteWords(XmlWriter writer, string? space, ReadOnlySpan<(string Name, string? Value)> words)
    {
        foreach (var (name, value) in words)
        {
            if (value is not null)
            {
                writer.WriteAttributeString(name, space, Clean(value));
            }
        }
    }

    /// <summary>Text of strangers may hold characters that XML 1.0 cannot (https://www.w3.org/TR/xml/#charsets).</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is >= 0x20 or '\t' or '\n' or '\r' && rune.Value is not (0xfffe or 0xffff)));
}
