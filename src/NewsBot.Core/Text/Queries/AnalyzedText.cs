using System.Runtime.InteropServices;

namespace NewsBot.Core.Text.Queries;

/// <summary>One text with its terms, prepared once for any number of queries. Not thread-safe.</summary>
public sealed class AnalyzedText
{
    private readonly ITermAnalyzer _analyzer;
    private readonly string? _language;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstOfFolded = new(StringComparer.Ordinal);

    /// <summary>For each term the next term with the same folded word, or -1.</summary>
    private readonly int[] _nextOfFolded;

    public AnalyzedText(string text, string? language, ITermAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _language = language;
        Text = text;
        Terms = analyzer.Analyze(text, language);
        _nextOfFolded = new int[Terms.Count];
        for (var at = Terms.Count - 1; at >= 0; at--)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_firstOfFolded, Terms[at].Folded, out var exists);
            _nextOfFolded[at] = exists ? first : -1;
            first = at;
            _values.Add(Terms[at].Value);
        }
    }

    public string Text { get; }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Each folded word once.</summary>
    public IReadOnlyCollection<string> FoldedWords => _firstOfFolded.Keys;

    /// <summary>Each stem once.</summary>
    public IReadOnlyCollection<string> Values => _values;

    public bool Contains(QueryTerm.Words words)
    {
        if (words.IsStemmed)
        {
            return HasStemOf(words.Sequence[0]);
        }

        return IsPossible(words) && HasSequence(words);
    }

    /// <summary>Where the words stand, in text order: UTF-16 units from the first word to the last.</summary>
    public IEnumerable<(int Start, int Length)> Find(QueryTerm.Words words)
    {
        if (words.IsStemmed)
        {
            var stems = StemsOf(words.Sequence[0]);
            return Terms.Where(term => stems.Contains(term.Value, StringComparer.Ordinal)).Select(term => (term.Start, term.Length));
        }

        return Starts(words)
            .Select(at => (Start: Terms[at].Start, End: EndOfSequence(words, at)))
            .Where(found => found.End is not null)
            .Select(found => (found.Start, Terms[found.End!.Value].Start + Terms[found.End.Value].Length - found.Start));
    }

    /// <summary>The stems that count as the word in this text's language.</summary>
    public IReadOnlyList<string> StemsOf(QueryWord word)
    {
        var terms = _analyzer.Analyze(word.Typed, _language);
        return terms.Count == 1 ? [terms[0].Value] : [.. terms.Select(term => term.Value).Distinct(StringComparer.Ordinal)];
    }

    private bool HasStemOf(QueryWord word)
    {
        foreach (var term in _analyzer.Analyze(word.Typed, _language))
        {
            if (_values.Contains(term.Value))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasSequence(QueryTerm.Words words)
    {
        if (words is { IsPrefix: true, Sequence.Count: 1 })
        {
            return Find(words).Any();
        }

        for (var at = _firstOfFolded[words.Sequence[0].Folded]; at >= 0; at = _nextOfFolded[at])
        {
            if (EndOfSequence(words, at) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPossible(QueryTerm.Words words)
    {
        var whole = words.IsPrefix ? words.Sequence.Count - 1 : words.Sequence.Count;
        for (var at = 0; at < whole; at++)
        {
            if (!_firstOfFolded.ContainsKey(words.Sequence[at].Folded))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The terms that may begin the sequence: those of its first word, or all where that may go on.</summary>
    private IEnumerable<int> Starts(QueryTerm.Words words)
    {
        if (words is { IsPrefix: true, Sequence.Count: 1 })
        {
            return Enumerable.Range(0, Terms.Count);
        }

        return _firstOfFolded.TryGetValue(words.Sequence[0].Folded, out var first) ? Occurrences(first) : [];
    }

    private IEnumerable<int> Occurrences(int first)
    {
        for (var at = first; at >= 0; at = _nextOfFolded[at])
        {
            yield return at;
        }
    }

    /// <summary>The term that ends the sequence which starts at <paramref name="first"/>, or null.</summary>
    private int? EndOfSequence(QueryTerm.Words words, int first)
    {
        var at = first;
        for (var word = 0; word < words.Sequence.Count; word++)
        {
            var position = Terms[first].Position + word;
            while (at < Terms.Count && (Terms[at].Position < position || (Terms[at].Position == position && !IsWord(words, word, Terms[at]))))
            {
                if (word == 0)
                {
                    return null;
                }

                at++;
            }

            if (at == Terms.Count || Terms[at].Position != position)
            {
                return null;
            }
        }

        return at;
    }

    private bool IsWord(QueryTerm.Words words, int index, Term term)
    {
        var word = words.Sequence[index];
        var goesOn = words.IsPrefix && index == words.Sequence.Count - 1;
        var equal = goesOn ? term.Folded.StartsWith(word.Folded, StringComparison.Ordinal) : string.Equals(term.Folded, word.Folded, StringComparison.Ordinal);
        return equal && (!words.KeepsCase || HasCaseOf(word.Typed, term, goesOn));
    }

    private bool HasCaseOf(string typed, Term term, bool goesOn)
    {
        var written = Text.AsSpan(term.Start, term.Length);
        return goesOn ? written.StartsWith(typed, StringComparison.Ordinal) : written.SequenceEqual(typed);
    }
}
