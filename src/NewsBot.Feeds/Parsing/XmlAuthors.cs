using static NewsBot.Feeds.Parsing.Vocabulary;

namespace NewsBot.Feeds.Parsing;

/// <summary>Names the author of a feed or an item.</summary>
internal static class XmlAuthors
{
    public static string? Of(XmlNode node)
    {
        foreach (var child in (ReadOnlySpan<XmlNode?>)[node.Child("creator", Dc), node.Child("author", Rss, Atom, Dc), node.Child("author", Itunes), node.Child("managingeditor", Rss), node.Child("creator", Rss, Atom), node.Child("owner", Itunes), node.Child("credit", Media)])
        {
            if (child is not null && NameOf(child) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The name of a person construct, else its address; of a plain text the text.</summary>
    private static string NameOf(XmlNode person)
    {
        if (person.Child("name", Atom, Rss, Itunes)?.Value is { Length: > 0 } name)
        {
            return name;
        }

        return person.Child("email", Atom, Rss, Itunes)?.Value is { Length: > 0 } email ? email : person.Value;
    }
}
