using System.Globalization;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Maps a tree of any XML dialect to the feed model.</summary>
internal static class XmlFeed
{
    public static ParsedFeed Map(XmlNode root, Uri? baseUrl, bool repaired)
    {
        var head = root.Name == "feed" ? root : root.All("channel").FirstOrDefault() ?? root;
        var address = Resolve(head.Attribute("xml:base") ?? root.Attribute("xml:base"), baseUrl) is { } text ? new Uri(text) : baseUrl;
        var items = head.Children.Concat(root.Children).Where(child => child.Name is "item" or "entry").Distinct().Take(FeedLimits.ItemsPerFeed);
        return new ParsedFeed
        {
            Format = FormatOf(root),
            Title = Text(head.Child("title", "", "atom", "dc")),
            Link = Link(head, address),
            Description = Text(head.Child("description", "") ?? head.Child("subtitle", "atom", "itunes") ?? head.Child("tagline", "atom")),
            Language = head.Child("language", "", "dc")?.Value ?? root.Attribute("xml:lang"),
            Author = Author(head),
            Image = Resolve(head.Child("image", "")?.Child("url", "")?.Value ?? head.Child("logo", "atom")?.Value, address),
            Updated = FeedDates.TryParse((head.Child("updated", "atom") ?? head.Child("modified", "atom") ?? head.Child("lastbuilddate", "") ?? head.Child("pubdate", "") ?? head.Child("date", "dc"))?.Value),
            Self = Resolve(head.Children.FirstOrDefault(child => child is { Name: "link", Space: "atom" } && child.Attribute("rel") == "self")?.Attribute("href"), address),
            Items = [.. items.Select(item => Item(item, address))],
            Pace = Pace(head),
            Repaired = repaired,
        };
    }

    private static FeedFormat FormatOf(XmlNode root) => root.Name switch
    {
        "feed" => root.Attribute("version") == "0.3" ? FeedFormat.Atom03 : FeedFormat.Atom10,
        "rdf" => FeedFormat.Rdf,
        _ => root.Attribute("version") switch
        {
            "0.90" => FeedFormat.Rss090,
            "0.91" => FeedFormat.Rss091,
            "0.92" or "0.93" or "0.94" => FeedFormat.Rss092,
            _ => FeedFormat.Rss20,
        },
    };

    private static ParsedItem Item(XmlNode item, Uri? feedBase)
    {
        var address = Resolve(item.Attribute("xml:base"), feedBase) is { } text ? new Uri(text) : feedBase;
        var id = (item.Child("guid", "") ?? item.Child("id", "atom") ?? item.Child("identifier", "dc"))?.Value ?? item.Attribute("rdf:about");
        return new ParsedItem
        {
            Id = string.IsNullOrEmpty(id) ? null : id,
            Title = Text(item.Child("title", "", "atom", "dc", "media")),
            Link = Link(item, address) ?? Permalink(item, address),
            Published = FeedDates.TryParse((item.Child("pubdate", "") ?? item.Child("published", "atom") ?? item.Child("issued", "atom") ?? item.Child("date", "dc") ?? item.Child("created", "atom"))?.Value)
                ?? FeedDates.TryParse((item.Child("updated", "atom") ?? item.Child("modified", "atom"))?.Value),
            Updated = FeedDates.TryParse((item.Child("updated", "atom") ?? item.Child("modified", "atom", "dc"))?.Value),
            Author = Author(item),
            Summary = Text(item.Child("description", "") ?? item.Child("summary", "atom", "itunes") ?? item.Child("description", "dc", "media") ?? item.Child("group", "media")?.Child("description", "media")),
            Content = Text(item.Child("encoded", "content") ?? item.Child("content", "atom") ?? item.Child("body", "xhtml")),
            Language = item.Child("language", "dc")?.Value ?? item.Attribute("xml:lang"),
            Image = Image(item, address),
            Categories = [.. item.Children.Where(child => child.Name is "category" or "subject").Select(child => child.Attribute("term") ?? child.Value).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
            Enclosures = [.. Enclosures(item, address)],
        };
    }

    private static FeedText? Text(XmlNode? node)
    {
        if (node is null || node.Value.Length == 0)
        {
            return null;
        }

        var type = node.Attribute("type")?.ToLowerInvariant();
        var isPlain = node.Space == "atom" && (type is null or "text" or "text/plain" or "xhtml" or "application/xhtml+xml");
        return new FeedText(node.Value, !isPlain);
    }

    /// <summary>Atom: the alternate link, else any with an address; RSS: the text of link.</summary>
    private static string? Link(XmlNode node, Uri? address)
    {
        var atom = node.All("link").Where(link => link.Attribute("href") is not null).ToList();
        var rss = node.All("link").FirstOrDefault(link => link.Attribute("href") is null && link.Value.Length > 0);
        var alternate = atom.FirstOrDefault(link => link.Attribute("rel") is null or "alternate" && link.Attribute("type") is null or "text/html" or "application/xhtml+xml")
            ?? atom.FirstOrDefault(link => link.Attribute("rel") is null or "alternate");
        return Resolve(rss?.Value, address) ?? Resolve(alternate?.Attribute("href"), address);
    }

    private static string? Permalink(XmlNode item, Uri? address)
    {
        var guid = item.Child("guid", "");
        if (guid is not null)
        {
            return string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase) || !IsWeb(guid.Value) ? null : guid.Value;
        }

        return item.Child("id", "atom")?.Value is { } id && IsWeb(id) ? id
            : Resolve(item.Attribute("rdf:about"), address) ?? Resolve(item.Child("enclosure", "")?.Attribute("url"), address);
    }

    private static bool IsWeb(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? Author(XmlNode node)
    {
        var author = node.Child("creator", "dc") ?? node.Child("author", "", "atom", "itunes") ?? node.Child("managingeditor", "");
        var name = author?.Child("name", "atom", "")?.Value ?? author?.Value;
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private static string? Image(XmlNode item, Uri? address)
    {
        var media = item.Children.Concat(item.All("group").SelectMany(group => group.Children)).Where(child => child.Space == "media").ToList();
        var picture = media.FirstOrDefault(child => child.Name == "content" && (child.Attribute("medium") == "image" || child.Attribute("type")?.StartsWith("image/", StringComparison.Ordinal) == true))
            ?? media.FirstOrDefault(child => child.Name == "thumbnail");
        var enclosure = item.All("enclosure").FirstOrDefault(child => child.Attribute("type")?.StartsWith("image/", StringComparison.Ordinal) == true);
        return Resolve(picture?.Attribute("url") ?? enclosure?.Attribute("url") ?? item.Child("image", "itunes")?.Attribute("href"), address);
    }

    private static IEnumerable<Enclosure> Enclosures(XmlNode item, Uri? address)
    {
        foreach (var child in item.Children.Where(child => child.Name == "enclosure" || (child.Name == "link" && child.Attribute("rel") == "enclosure")))
        {
            if (Resolve(child.Attribute("url") ?? child.Attribute("href"), address) is { } url)
            {
                yield return new Enclosure(url, child.Attribute("type"), long.TryParse(child.Attribute("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null);
            }
        }
    }

    private static string? Resolve(string? text, Uri? address)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var isAbsolute = Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (!isAbsolute && (address is null || !Uri.TryCreate(address, value, out url)))
        {
            return null;
        }

        return url!.Scheme is "http" or "https" ? url.AbsoluteUri : null;
    }

    private static PaceHints Pace(XmlNode head)
    {
        var minutes = double.TryParse(head.Child("ttl", "")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var ttl) && ttl is > 0 and < 100_000 ? ttl : (double?)null;
        var period = head.Child("updateperiod", "sy")?.Value.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => (TimeSpan?)null,
        };
        var frequency = int.TryParse(head.Child("updatefrequency", "sy")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 10_000) : 1;
        var hours = head.Child("skiphours", "")?.Children.Select(hour => int.TryParse(hour.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value % 24 : -1).Where(hour => hour >= 0);
        var days = head.Child("skipdays", "")?.Children.Select(day => Enum.TryParse<DayOfWeek>(day.Value, ignoreCase: true, out var value) ? value : (DayOfWeek?)null).OfType<DayOfWeek>();
        return new PaceHints
        {
            TimeToLive = minutes is { } value ? TimeSpan.FromMinutes(value) : null,
            UpdateInterval = period / frequency,
            SkipHours = [.. hours ?? []],
            SkipDays = [.. days ?? []],
        };
    }
}
