using System.Globalization;
using NewsBot.Core.Feeds;
using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Maps one item or entry of any XML dialect.</summary>
internal static class XmlItem
{
    public static ParsedItem Map(XmlNode item, Uri? feedBase)
    {
        var address = FeedAddresses.Base(item.Attribute("xml:base"), feedBase);
        var group = item.Child("group", Media);
        var media = group?.Child("content", Media) ?? item.Child("content", Media);
        return new ParsedItem
        {
            Id = IdOf(item, address),
            Title = FeedTexts.Read(item.Child("title", Rss, Atom), address) ?? FeedTexts.Read(item.Child("title", Dc, Media, Itunes) ?? group?.Child("title", Media) ?? media?.Child("title", Media), address),
            Link = XmlLinks.OfItem(item, address),
            Published = XmlDates.Published(item),
            Updated = XmlDates.Updated(item),
            Author = XmlAuthors.Of(item),
            Source = SourceOf(item),
            Summary = SummaryOf(item, group ?? media, address),
            Content = ContentOf(item, address),
            Language = item.Child("language", Dc, Rss)?.Value ?? item.Attribute("xml:lang"),
            Image = FeedAddresses.Resolve(ImageOf(item, group), address),
            Categories = Categories(item),
            Enclosures = Enclosures(item, address),
        };
    }

    /// <summary>A guid is an opaque text, an Atom id an address.</summary>
    private static string? IdOf(XmlNode item, Uri? address)
    {
        var id = (item.Child("guid", Rss, Atom) ?? item.Child("id", Atom, Rss))?.Value.WithoutZeroWidth();
        id = string.IsNullOrEmpty(id) ? item.Attribute("rdf:about") ?? item.Child("identifier", Dc)?.Value : id;
        return string.IsNullOrEmpty(id) ? null : id[0] == '/' && address is not null ? FeedAddresses.Join(address, id) : id;
    }

    /// <summary>RSS names the publisher in the element, Atom in the title of the feed it copies.</summary>
    private static string? SourceOf(XmlNode item)
    {
        var source = item.Child("source", Rss, Atom, Dc);
        var name = source is { HasElements: true } ? source.Child("title", Rss, Atom)?.Value : source?.Value;
        return string.IsNullOrWhiteSpace(name) || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    private static FeedText? SummaryOf(XmlNode item, XmlNode? media, Uri? address) =>
        FeedTexts.Read(item.Child("description", Rss, Atom), address)
        ?? FeedTexts.Read(item.Child("summary", Atom, Rss), address)
        ?? FeedTexts.Read(item.Child("abstract", Rss) ?? item.Child("description", Dc), address)
        ?? FeedTexts.Read(item.Child("summary", Itunes) ?? item.Child("subtitle", Itunes), address)
        ?? FeedTexts.Read(item.Child("description", Media) ?? media?.Child("description", Media) ?? media?.Child("content", Media)?.Child("description", Media), address);

    private static FeedText? ContentOf(XmlNode item, Uri? address) =>
        FeedTexts.Read(item.Child("encoded", Content), address)
        ?? FeedTexts.Read(item.Child("content", Atom, Rss), address)
        ?? SecondText(item, address)
        ?? FeedTexts.Read(item.Child("body", Xhtml, Rss) ?? item.Child("fullitem", Rss) ?? item.Child("encoded", Other, Rss), address);

    /// <summary>An item with a description and a summary gives the text twice.</summary>
    private static FeedText? SecondText(XmlNode item, Uri? address) =>
        item.Child("description", Rss)?.First is not null ? FeedTexts.Read(item.Child("summary", Atom, Rss), address) : null;

    private static string? ImageOf(XmlNode item, XmlNode? group)
    {
        var picture = Picture(item) ?? (group is null ? null : Picture(group)) ?? item.Child("thumbnail", Media)?.Attribute("url") ?? group?.Child("thumbnail", Media)?.Attribute("url");
        if (picture is not null)
        {
            return picture;
        }

        foreach (var child in item.Children)
        {
            if (child.Name == "enclosure" && IsImage(child.Attribute("type")))
            {
                return child.Attribute("url");
            }
        }

        return item.Child("image", Itunes)?.Attribute("href") ?? item.Child("image", Rss)?.Child("url", Rss)?.Value;
    }

    private static string? Picture(XmlNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Is("content", Media) && (child.Attribute("medium") == "image" || IsImage(child.Attribute("type"))))
            {
                return child.Attribute("url");
            }
        }

        return null;
    }

    private static bool IsImage(string? type) => type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static List<string> Categories(XmlNode item)
    {
        var names = new List<string>();
        foreach (var child in item.Children)
        {
            if (child.Name is "category" or "subject" && child.Vocabulary is Rss or Atom or Dc or Itunes or Media)
            {
                AddCategory(names, child);
            }
            else if (child.Is("tags", Rss))
            {
                names.AddRange(child.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
            else if (child.Name is "group" or "content" && child.Vocabulary is Media && child.Child("category", Media) is { } category)
            {
                AddCategory(names, category);
            }
        }

        return names.Count > 0 ? names : Keywords(item);
    }

    /// <summary>Podcasts and videos often have nothing but a list of words.</summary>
    private static List<string> Keywords(XmlNode item)
    {
        var keywords = item.Child("keywords", Itunes, Media) ?? item.Child("group", Media)?.Child("keywords", Media);
        return keywords is null ? [] : [.. keywords.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Categories of iTunes stand inside each other.</summary>
    private static void AddCategory(List<string> names, XmlNode category)
    {
        var name = category.Attribute("term") ?? category.Attribute("text") ?? (category.First is null ? category.Attribute("label") : category.Value) ?? "";
        if (name.Length > 0 && !names.Contains(name, StringComparer.Ordinal))
        {
            names.Add(name);
        }

        if (category.Child("category", Itunes) is { } inner)
        {
            AddCategory(names, inner);
        }
    }

    private static List<Enclosure> Enclosures(XmlNode item, Uri? address)
    {
        var enclosures = new List<Enclosure>();
        foreach (var child in item.Children)
        {
            var isEnclosure = child.Name == "enclosure" || (child.Name == "link" && string.Equals(child.Attribute("rel"), "enclosure", StringComparison.OrdinalIgnoreCase));
            if (isEnclosure && FeedAddresses.Resolve(child.Attribute("url") ?? child.Attribute("href") ?? child.Attribute("rdf:resource"), FeedAddresses.Base(child.Attribute("xml:base"), address)) is { } url)
            {
                enclosures.Add(new Enclosure(url, child.Attribute("type"), Length(child.Attribute("length"))));
            }
        }

        return enclosures;
    }

    private static long? Length(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
