using System.Globalization;
using System.Xml;

namespace NewsBot.Core.Subscriptions;

/// <summary>Reads OPML as it is found: any case of its names, no version needed. A file cut off or damaged in the middle gives the entries before the damage. Pure.</summary>
internal static class OpmlReader
{
    public static SubscriptionBundle Read(string text)
    {
        var found = new Found();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = SubscriptionFile.MostBytes };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            while (found.Fault is null && reader.Read())
            {
                ReadNode(reader, found);
            }
        }
        catch (XmlException)
        {
            found.Fault = BundleFault.Damaged;
        }

        return new SubscriptionBundle(found.Entries) { Home = found.Home, Places = found.Places, Fault = found.Fault };
    }

    private static void ReadNode(XmlReader reader, Found found)
    {
        var isOutline = reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase);
        if (isOutline && reader.NodeType == XmlNodeType.EndElement)
        {
            found.Folders.Pop();
        }
        else if (isOutline && reader.NodeType == XmlNodeType.Element)
        {
            ReadOutline(reader, found);
        }
        else if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == SubscriptionFile.OwnSpace)
        {
            ReadOwn(reader, found);
        }
    }

    private static void ReadOutline(XmlReader reader, Found found)
    {
        var name = reader.GetAttribute("text") ?? reader.GetAttribute("title") ?? "";
        var kind = Named(reader, "kind", SubscriptionKind.Feed);
        var url = (reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl"))?.Trim();
        var isEntry = kind == SubscriptionKind.Feed ? !string.IsNullOrEmpty(url) : name.Length > 0;
        var folder = found.Folders.TryPeek(out var inner) ? inner : null;
        if (isEntry && found.Entries.Count == SubscriptionFile.MostEntries)
        {
            found.Fault = BundleFault.TooMany;
            return;
        }

        if (isEntry)
        {
            found.Entries.Add(EntryOf(reader, kind, name, url) with { Folder = folder });
        }

        if (!reader.IsEmptyElement)
        {
            found.Folders.Push(isEntry || name.Length == 0 ? folder : name);
        }
    }

    private static SubscriptionEntry EntryOf(XmlReader reader, SubscriptionKind kind, string name, string? url) =>
        new(kind, name.Length > 0 ? name : url!, kind == SubscriptionKind.Feed ? url : null)
        {
            Filter = Own(reader, "filter"),
            Mode = Named(reader, "mode", SubscriptionMode.AtOnce),
            Schedule = Own(reader, "schedule"),
            Digest = NumberOf(Own(reader, "digest")),
            Limit = Own(reader, "limit"),
            Style = Own(reader, "style"),
            Paused = Own(reader, "paused"),
            Place = Own(reader, "place"),
        };

    private static void ReadOwn(XmlReader reader, Found found)
    {
        switch (reader.LocalName)
        {
            case "home":
                found.Home = new HomeEntry
                {
                    TimeZone = reader.GetAttribute("timezone"),
                    Language = reader.GetAttribute("language"),
                    News = reader.GetAttribute("news"),
                    Filter = reader.GetAttribute("filter"),
                    Quiet = reader.GetAttribute("quiet"),
                    Limit = reader.GetAttribute("limit"),
                    Style = reader.GetAttribute("style"),
                    Notices = reader.GetAttribute("notices"),
                    Asking = reader.GetAttribute("ask"),
                };
                break;
            case "place" when found.Places.Count < SubscriptionFile.MostEntries:
                found.Places.Add(new PlaceEntry
                {
                    Id = reader.GetAttribute("id"),
                    Quiet = reader.GetAttribute("quiet"),
                    Limit = reader.GetAttribute("limit"),
                    Style = reader.GetAttribute("style"),
                    Paused = reader.GetAttribute("paused"),
                });
                break;
            case "digest" when found.Places is [.., var last] && NumberOf(reader.GetAttribute("number")) is { } number && reader.GetAttribute("schedule") is { } schedule:
                found.Places[^1] = last with { Digests = [.. last.Digests.Take(SubscriptionFile.MostDigests - 1), new DigestEntry(number, schedule)] };
                break;
            case "mute" when found.Places is [.., var last] && reader.GetAttribute("query") is { } query && reader.GetAttribute("until") is { } until:
                found.Places[^1] = last with { Mutes = [.. last.Mutes.Take(SubscriptionFile.MostMutes - 1), new MuteEntry(query, until)] };
                break;
        }
    }

    private static string? Own(XmlReader reader, string attribute) => reader.GetAttribute(attribute, SubscriptionFile.OwnSpace);

    private static int? NumberOf(string? word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Named<T>(XmlReader reader, string attribute, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse<T>(Own(reader, attribute), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : otherwise;

    /// <summary>What was read so far.</summary>
    private sealed class Found
    {
        public List<SubscriptionEntry> Entries { get; } = [];

        /// <summary>The folder that holds inside each open outline, or null.</summary>
        public Stack<string?> Folders { get; } = new();

        public List<PlaceEntry> Places { get; } = [];

        public HomeEntry? Home { get; set; }

        public BundleFault? Fault { get; set; }
    }
}
