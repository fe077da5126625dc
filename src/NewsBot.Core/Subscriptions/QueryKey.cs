namespace NewsBot.Core.Subscriptions;

/// <summary>Something an article can have, and the alternatives that hang on it.</summary>
/// <param name="number">Its place in <see cref="ArticleMarks"/>.</param>
internal sealed class QueryKey(QueryKeyKind kind, string text, int number)
{
    /// <summary>A key that was never met counts by its length: long words are rare.</summary>
    private const int LongestUnmet = 100;

    private HangingAlternative[] _hanging = [];
    private int _count;

    public QueryKeyKind Kind => kind;

    public string Text => text;

    public int Number => number;

    public ReadOnlySpan<HangingAlternative> Hanging => _hanging.AsSpan(0, _count);

    /// <summary>Of a word: the pairs it begins, by the number of the second word.</summary>
    public Dictionary<int, QueryKey>? Pairs { get; set; }

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

    public void Hang(HangingAlternative hanging)
    {
        if (_count == _hanging.Length)
        {
            Array.Resize(ref _hanging, Math.Max(1, 2 * _count));
        }

        _hanging[_count++] = hanging;
    }

    /// <summary>The order of what hangs here does not matter.</summary>
    public void TakeDown(IndexedAlternative alternative)
    {
        var at = Array.FindIndex(_hanging, 0, _count, other => ReferenceEquals(other.Alternative, alternative));
        _hanging[at] = _hanging[--_count];
        _hanging[_count] = default;
    }

    public void TakeDown(HashSet<IndexedAlternative> alternatives)
    {
        var kept = 0;
        foreach (var hanging in Hanging)
        {
            if (!alternatives.Contains(hanging.Alternative))
            {
                _hanging[kept++] = hanging;
            }
        }

        Array.Clear(_hanging, kept, _count - kept);
        _count = kept;
    }
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
