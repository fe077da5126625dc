namespace NewsBot.Feeds.Parsing;

/// <summary>The names that feeds use, found without allocation and whatever their case, so that comparing names is comparing references.</summary>
internal static class XmlNames
{
    private const string Frames = "rss feed rdf channel urlset";
    private const string Items = "item entry";
    private const string LeafFields = "title id description generator language copyright updated published issued modified category comments docs creator encoded summary content tagline subtitle managingeditor webmaster enclosure";
    private const string Values = "link guid pubdate lastbuilddate ttl";
    private const string Leaves = "rights created name uri email date subject duration explicit keywords logo icon url";
    private const string Fields = "author contributor textinput skiphours skipdays thumbnail";
    private const string Others = "items new-feed-url lang tags publisher body fullitem abstract info image group player credit rating width height cloud source hour day updateperiod updatefrequency updatebase identifier type format owner keyword block episode season "
        + "episodetype commentrss origlink lastmod publication publication_date loc news href rel length term label scheme version mode ispermalink domain medium xml:base xml:lang xmlns rdf:about rdf:resource resource about hreflang filesize isdefault base text value "
        + "li seq div p a b i em strong br img span src alt class style target ul ol blockquote table tr td h1 h2 h3";

    /// <summary>A power of two, several times the number of names.</summary>
    private const int Slots = 1024;

    private static readonly XmlName?[] Table = Fill();

    public static XmlName Find(ReadOnlySpan<char> name)
    {
        for (var slot = SlotOf(name); Table[slot] is { } known; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(known.Text) || name.Equals(known.Text, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return new XmlName(name.ToString().ToLowerInvariant(), FeedRole.None);
    }

    private static int SlotOf(ReadOnlySpan<char> name) =>
        name.IsEmpty ? 0 : ((name.Length * 131) + ((name[0] | 32) * 31) + ((name[^1] | 32) * 7) + ((name[name.Length / 2] | 32) * 17)) % Slots;

    private static XmlName?[] Fill()
    {
        var table = new XmlName?[Slots];
        Add(table, Frames, FeedRole.Frame | FeedRole.Field);
        Add(table, Items, FeedRole.Frame | FeedRole.Item);
        Add(table, LeafFields, FeedRole.Leaf | FeedRole.Field);
        Add(table, Values, FeedRole.Leaf | FeedRole.Field | FeedRole.Value);
        Add(table, Leaves, FeedRole.Leaf);
        Add(table, Fields, FeedRole.Field);
        Add(table, Others, FeedRole.None);
        return table;
    }

    private static void Add(XmlName?[] table, string names, FeedRole role)
    {
        foreach (var name in names.Split(' '))
        {
            var slot = SlotOf(name);
            while (table[slot] is not null)
            {
                slot = (slot + 1) % Slots;
            }

            table[slot] = new XmlName(string.Intern(name), role);
        }
    }
}
