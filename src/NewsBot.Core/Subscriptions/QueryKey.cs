namespace NewsBot.Core.Subscriptions;

/// <summary>Something an article can have, and the alternatives that hang on it.</summary>
/// <param name="number">Its place in <see cref="ArticleMarks"/>.</param>
internal sealed class QueryKey(QueryKeyKind kind, string text, int number)
{
    /// <summary>A key that was never met counts by its length: long words are rare.</summary>
    private const int LongestUnmet = 100;

    public QueryKeyKind Kind => kind;

    public string Text => text;

    public int Number => number;

    public List<HangingAlternative> Hanging { get; } = [];

    public int Holders { get; set; }

    public long Meetings { get; set; }

    /// <summary>What hanging something here costs; less is better.</summary>
    public double Cost => Meetings + (kind switch
    {
        QueryKeyKind.Always => double.MaxValue,
        QueryKeyKind.Topic or QueryKeyKind.Language => 1_000_000,
        QueryKeyKind.Prefix => 1,
        _ => 0,
    }) + (1.0 - (Math.Min(text.Length, LongestUnmet) / (double)LongestUnmet));
}

/// <summary>How a key is met.</summary>
internal enum QueryKeyKind
{
    /// <summary>A word in any of its forms in the article's language.</summary>
    Stem,

    /// <summary>A folded word.</summary>
    Word,

    /// <summary>Two folded words, the second right behind the first.</summary>
    Pair,

    /// <summary>A folded word begins so.</summary>
    Prefix,
    Topic,
    Language,

    /// <summary>By every article.</summary>
    Always,
}
