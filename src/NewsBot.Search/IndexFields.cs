namespace NewsBot.Search;

/// <summary>Names of the index's fields. No text is stored; hits are ids.</summary>
internal static class IndexFields
{
    /// <summary>Changes with every change of fields or analysis: an index of another version is rebuilt.</summary>
    public const string Version = "1";

    /// <summary>The article's id, as a term for updates and deletions and as a value for hits.</summary>
    public const string Id = "id";
    public const string IdValue = "article";

    /// <summary>Values that bound and rank hits: the feed, and the second of publication since 1970.</summary>
    public const string Feed = "feed";
    public const string Published = "published";

    public const string Language = "language";
    public const string Source = "source";

    /// <summary>Folded words of title and body with positions, a gap between the two.</summary>
    public const string Words = "words";
    public const string Title = "title";

    /// <summary>"language:stem" of title and body; a word of the title counts three times.</summary>
    public const string Stems = "stems";
    public const string TitleStems = "titleStems";

    /// <summary>Longer words are not indexed.</summary>
    public const int LongestWord = 200;

    public static string IdTerm(long article) => article.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
