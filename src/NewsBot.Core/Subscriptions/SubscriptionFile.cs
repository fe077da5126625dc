using System.Text;
using System.Xml;

namespace NewsBot.Core.Subscriptions;

/// <summary>
/// Subscriptions as a file that other readers understand: OPML 2.0 (opml.org/spec2.opml) with kinds, filters, modes, schedules, limits and styles in a namespace of our own. Reads OPML, CSV and text with addresses. Pure; bounded in size, depth and count.
/// </summary>
public static class SubscriptionFile
{
    public const int MostBytes = 1024 * 1024;
    public const int MostEntries = 2_000;
    private const int Depth = 16;
    private const string OwnSpace = "urn:newsbot:subscriptions:1";

    /// <summary>Entries in file order; an entry that is no subscription is left out. Empty when the file holds none or is too large.</summary>
    public static IReadOnlyList<SubscriptionEntry> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes || content.Contains((byte)0))
        {
            return [];
        }

        var text = Encoding.UTF8.GetString(content).TrimStart('\ufeff');
        var entries = text.AsSpan().TrimStart().StartsWith("<") ? ReadOpml(text) : AddressLines.Read(text);
        return [.. entries.Take(MostEntries)];
    }

    /// <param name="subscriptions">With the address of the feed where one is followed.</param>
    public static byte[] Write(string title, IReadOnlyList<SubscriptionEntry> subscriptions)
    {
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteAttributeString("xmlns", "newsbot", null, OwnSpace);
            writer.WriteStartElement("head");
            writer.WriteElementString("title", Clean(title));
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (var folder in subscriptions.GroupBy(entry => entry.Folder, StringComparer.Ordinal))
            {
                WriteFolder(writer, folder.Key, [.. folder]);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return output.ToArray();
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
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", Clean(entry.Title));
            if (entry.Url is { } url)
            {
                writer.WriteAttributeString("type", "rss");
                writer.WriteAttributeString("xmlUrl", Clean(url));
            }

            writer.WriteAttributeString("kind", OwnSpace, entry.Kind.ToString().ToLowerInvariant());
            WriteSettings(writer, entry);
            writer.WriteEndElement();
        }

        if (name is not null)
        {
            writer.WriteEndElement();
        }
    }

    private static void WriteSettings(XmlWriter writer, SubscriptionEntry entry)
    {
        var mode = entry.Mode == SubscriptionMode.AtOnce ? null : entry.Mode.ToString().ToLowerInvariant();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("filter", entry.Filter), ("mode", mode), ("schedule", entry.Schedule), ("limit", entry.Limit), ("style", entry.Style)])
        {
            if (value is not null)
            {
                writer.WriteAttributeString(name, OwnSpace, Clean(value));
            }
        }
    }

    /// <summary>A file cut off or damaged in the middle gives the entries before the damage.</summary>
    private static List<SubscriptionEntry> ReadOpml(string text)
    {
        var entries = new List<SubscriptionEntry>();
        var folders = new Stack<string?>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostBytes };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            while (reader.Read() && entries.Count < MostEntries && reader.Depth <= Depth)
            {
                var isOutline = reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase);
                if (isOutline && reader.NodeType == XmlNodeType.EndElement)
                {
                    folders.Pop();
                }
                else if (isOutline && reader.NodeType == XmlNodeType.Element)
                {
                    ReadOutline(reader, folders, entries);
                }
            }
        }
        catch (XmlException)
        {
            // What was read before the damage is kept; the caller reports how many entries there were.
        }

        return entries;
    }

    private static void ReadOutline(XmlReader reader, Stack<string?> folders, List<SubscriptionEntry> entries)
    {
        var name = reader.GetAttribute("text") ?? reader.GetAttribute("title") ?? "";
        var kind = Named(reader, "kind", SubscriptionKind.Feed);
        var url = (reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl"))?.Trim();
        var isEntry = kind == SubscriptionKind.Feed ? !string.IsNullOrEmpty(url) : name.Length > 0;
        if (isEntry)
        {
            entries.Add(new SubscriptionEntry(kind, name.Length > 0 ? name : url!, kind == SubscriptionKind.Feed ? url : null)
            {
                Folder = folders.FirstOrDefault(folder => folder is not null),
                Filter = reader.GetAttribute("filter", OwnSpace),
                Mode = Named(reader, "mode", SubscriptionMode.AtOnce),
                Schedule = reader.GetAttribute("schedule", OwnSpace),
                Limit = reader.GetAttribute("limit", OwnSpace),
                Style = reader.GetAttribute("style", OwnSpace),
            });
        }

        if (!reader.IsEmptyElement)
        {
            folders.Push(isEntry || name.Length == 0 ? null : name);
        }
    }

    private static T Named<T>(XmlReader reader, string attribute, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(reader.GetAttribute(attribute, OwnSpace), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : otherwise;

    /// <summary>Text of strangers may hold characters that XML 1.0 cannot.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is >= 0x20 or '\t' && rune.Value is not (0xfffe or 0xffff)));
}

/// <summary>One subscription of a file.</summary>
/// <param name="Title">The name of the feed, topic or source, or the query.</param>
/// <param name="Url">The address of a feed, not checked; null for the other kinds.</param>
public sealed record SubscriptionEntry(SubscriptionKind Kind, string Title, string? Url)
{
    public string? Folder { get; init; }

    public string? Filter { get; init; }

    public SubscriptionMode Mode { get; init; }

    /// <summary>Times and days of its digest as /digest takes them; null without one.</summary>
    public string? Schedule { get; init; }

    /// <summary>As /limit takes it, or null.</summary>
    public string? Limit { get; init; }

    /// <summary>As /style takes it, or null.</summary>
    public string? Style { get; init; }
}
