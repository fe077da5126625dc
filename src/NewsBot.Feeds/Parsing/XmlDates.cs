using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Chooses among the dates of a feed or an item: the first of the accepted fields that can be read.</summary>
internal static class XmlDates
{
    public static DateTimeOffset? Published(XmlNode item) =>
        First(item.Child("pubdate", Rss, Atom), item.Child("published", Atom, Rss), item.Child("issued", Atom, Dc, Rss), item.Child("date", Dc, Rss), item.LastChild("created", Atom, Dc, Rss))
        ?? Updated(item)
        ?? First(item.Child("date", Other), item.Child("published", Other), item.Child("publication_date", News));

    public static DateTimeOffset? Updated(XmlNode item) =>
        First(item.LastChild("updated", Atom, Rss), item.LastChild("modified", Atom, Dc, Rss), item.Child("date", Dc)) ?? FeedDates.TryParse(item.Attribute("lastmod"));

    public static DateTimeOffset? FeedUpdated(XmlNode head) =>
        First(head.Child("updated", Atom, Rss), head.Child("modified", Atom, Dc, Rss), head.Child("lastbuilddate", Rss), head.Child("date", Dc), head.Child("pubdate", Rss, Atom), head.Child("published", Atom), head.Child("issued", Dc, Atom), head.Child("created", Dc, Atom))
        ?? FeedDates.TryParse(head.Attribute("lastmod"));

    private static DateTimeOffset? First(params ReadOnlySpan<XmlNode?> nodes)
    {
        foreach (var node in nodes)
        {
            if (node?.First is not null && FeedDates.TryParse(node.Value) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
