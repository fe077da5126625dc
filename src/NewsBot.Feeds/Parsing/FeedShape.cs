namespace NewsBot.Feeds.Parsing;

/// <summary>What may stand in what in a feed: the knowledge that mends lost end tags.</summary>
internal static class FeedShape
{
    /// <summary>Atom allows a whole document inside content.</summary>
    public static bool MayHoldItem(XmlNode node) => node.Has(FeedRole.Frame) || node.Name == "items"
        || (node.Is("content", Vocabulary.Atom) && node.Attribute("type")?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>True when the open element was meant to end before the one that begins now.</summary>
    public static bool EndsBefore(XmlNode open, XmlName begins, bool isPrefixed)
    {
        if (open.Has(FeedRole.Value) && open.First is not null && open.Vocabulary is Vocabulary.Rss or Vocabulary.Atom)
        {
            return true;
        }

        if (!begins.Has(FeedRole.Field))
        {
            return false;
        }

        if (open.Name is "author" or "contributor")
        {
            return !isPrefixed && begins.Text is not ("id" or "link" or "title" or "description");
        }

        if (!open.Has(FeedRole.Leaf) || open.Vocabulary is Vocabulary.Media or Vocabulary.Xhtml or Vocabulary.Other || (open.Name == begins.Text && isPrefixed))
        {
            return false;
        }

        var isMarkup = open.Attribute("type") is { } type && (type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || type.Contains("xhtml", StringComparison.OrdinalIgnoreCase));
        return !isMarkup;
    }
}
