namespace NewsBot.Core.Subscriptions;

/// <summary>The keys of two words that follow each other, found while the words of a text are met in their order.</summary>
internal sealed class WordPairs
{
    private readonly Dictionary<(int First, int Second), QueryKey> _pairs = [];
    private readonly Dictionary<QueryKey, (int First, int Second)> _numbers = [];

    /// <summary>Words of the position at hand and of the one before it: a position may have two, where the last character of a run also stands alone.</summary>
    private readonly List<QueryKey> _words = [];
    private readonly List<QueryKey> _before = [];
    private readonly List<QueryKey> _found = [];
    private int _position;

    public QueryKey? Get(QueryKey first, QueryKey second) => _pairs.GetValueOrDefault((first.Number, second.Number));

    public QueryKey Add(QueryKey first, QueryKey second, int number)
    {
        var pair = new QueryKey(QueryKeyKind.Pair, first.Text + " " + second.Text, number);
        _pairs[(first.Number, second.Number)] = pair;
        _numbers[pair] = (first.Number, second.Number);
        return pair;
    }

    public void Remove(QueryKey pair)
    {
        _numbers.Remove(pair, out var numbers);
        _pairs.Remove(numbers);
    }

    /// <summary>A new text: nothing stands before its first word.</summary>
    public void Begin()
    {
        _words.Clear();
        _before.Clear();
        _position = 0;
    }

    /// <summary>The pairs that end with a word, whose terms come in text order. The list is used again by the next call.</summary>
    public List<QueryKey> EndingWith(QueryKey word, int position)
    {
        MoveTo(position);
        _words.Add(word);
        _found.Clear();
        foreach (var first in _before)
        {
            if (_pairs.TryGetValue((first.Number, word.Number), out var pair))
            {
                _found.Add(pair);
            }
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
            _before.AddRange(_words);
        }

        _words.Clear();
        _position = position;
    }
}
