namespace NewsBot.Core.Subscriptions;

/// <summary>The keys of two words that follow each other, found while the words of a text are met in their order.</summary>
internal sealed class WordPairs
{
    private readonly Dictionary<QueryKey, (QueryKey First, int Second)> _words = [];

    /// <summary>Words that begin a pair, of the position at hand and of the one before it: a position may have two, where the last character of a run also stands alone.</summary>
    private readonly List<QueryKey> _here = [];
    private readonly List<QueryKey> _before = [];
    private readonly List<QueryKey> _found = [];
    private int _position;

    public static QueryKey? Get(QueryKey first, QueryKey second) => first.Pairs?.GetValueOrDefault(second.Number);

    public QueryKey Add(QueryKey first, QueryKey second, int number)
    {
        var pair = new QueryKey(QueryKeyKind.Pair, first.Text + " " + second.Text, number);
        (first.Pairs ??= [])[second.Number] = pair;
        _words[pair] = (first, second.Number);
        return pair;
    }

    public void Remove(QueryKey pair)
    {
        _words.Remove(pair, out var words);
        words.First.Pairs!.Remove(words.Second);
        if (words.First.Pairs.Count == 0)
        {
            words.First.Pairs = null;
        }
    }

    /// <summary>A new text: nothing stands before its first word.</summary>
    public void Begin()
    {
        _here.Clear();
        _before.Clear();
        _position = 0;
    }

    /// <summary>The pairs that end with a word, whose terms come in text order. The list is used again by the next call.</summary>
    public List<QueryKey> EndingWith(QueryKey word, int position)
    {
        MoveTo(position);
        _found.Clear();
        foreach (var first in _before)
        {
            if (first.Pairs!.TryGetValue(word.Number, out var pair))
            {
                _found.Add(pair);
            }
        }

        if (word.Pairs is not null)
        {
            _here.Add(word);
        }

        return _found;
    }

    private void MoveTo(int position)
    {
        if (position == _position)
        {
            return;
        }

        _before.Clear();
        if (position == _position + 1)
        {
            _before.AddRange(_here);
        }

        _here.Clear();
        _position = position;
    }
}
