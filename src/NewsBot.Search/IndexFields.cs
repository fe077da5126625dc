namespace NewsBot.Search;

/// <summary>Names of the index's fields. No text is stored; hits are ids.</summary>
internal static class IndexFields
{
    /// <summary>Changes with every change of fields or analysis: an index of another version is rebuilt.</summary>
    public const string Version = "2";

    /// <summary>The article's id, as a term for updates and deletions and as a value for hits.</summary>
    public const string Id = "id";
    public const string IdValue = "article";

    /// <summary>Values that bound and rank hits: the feed, and the second of publication since 1970.</summary>
    public const string Feed = "feed";
    public const string Published = "published";

    public const string Language = "language";
    public const string Source = "source";

    /// <summary>The number of the stemmer that was used.</summary>
    public const string Stemmer = "stemmer";

    /// <summary>Folded words of title and body with positions, gaps between the two; a word of the title counts three times. Where a word differs from its stem, the stem stands at the same position.</summary>
    public const string Words = "words";

    /// <summary>The same of the title alone.</summary>
    public const string Title = "title";

    /// <summary>Longer words are not indexed.</summary>
    public const int LongestWord = 200;

    /// <summary>How a stem is written, apart from all words and from the stems of other languages.</summary>
    /// <param name="stemmer">The stemmer's language.</param>
    public static string StemTerm(string stemmer, string stem) => "\u0001" + stemmer + ":" + stem;

    public static bool IsStem(string term) => term.StartsWith('\u0001');

    public static string IdTerm(long article) => article.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
