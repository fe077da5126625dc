namespace NewsBot.Core.Text.Queries;

/// <summary>One text with its terms, prepared once for any number of queries. Not thread-safe.</summary>
public sealed class AnalyzedText(string text, string? language, ITermAnalyzer analyzer)
{
    private readonly Term[] _terms = analyzer.Analyze(text, language);
    private HashSet<string>? _stems;
    private WordPlaces? _places;

    public string Text => text;

    public ReadOnlySpan<Term> Terms => _terms;

    private HashSet<string> Stems => _stems ??= _terms.Select(term => term.Value).ToHashSet(StringComparer.Ordinal);

    private WordPlaces Places => _places ??= new WordPlaces(_terms);

    public bool Contains(QueryTerm.Words words)
    {
        if (words.IsStemmed)
        {
            return HasStemOf(words.Sequence[0]);
        }

        return IsAnyBeginning(words) ? Beginnings(words).Any() : HasSequence(words);
    }

    /// <summary>Where the words stand, in text order: UTF-16 units from the first word to the last.</summary>
    public IEnumerable<(int Start, int Length)> Find(QueryTerm.Words words)
    {
        if (words.IsStemmed)
        {
            var stems = StemsOf(words.Sequence[0]);
            return _terms.Where(term => stems.Contains(term.Value, StringComparer.Ordinal)).Select(term => (term.Start, term.Length));
        }

        return IsAnyBeginning(words) ? Beginnings(words) : Sequences(words);
    }

    /// <summary>The stems that count as the word in this text's language.</summary>
    public IReadOnlyList<string> StemsOf(QueryWord word)
    {
        var terms = analyzer.Analyze(word.Typed, language);
        return terms.Length == 1 ? [terms[0].Value] : [.. terms.Select(term => term.Value).Distinct(StringComparer.Ordinal)];
    }

    private bool HasStemOf(QueryWord word)
    {
        foreach (var term in analyzer.Analyze(word.Typed, language))
        {
            if (Stems.Contains(term.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for "word*": there is no whole word to begin at.</summary>
    private static bool IsAnyBeginning(QueryTerm.Words words) => words is { IsPrefix: true, Sequence.Count: 1 };

    private IEnumerable<(int Start, int Length)> Beginnings(QueryTerm.Words words) =>
        _terms.Where(term => IsWord(words, 0, term)).Select(term => (term.Start, term.Length));

    private IEnumerable<(int Start, int Length)> Sequences(QueryTerm.Words words)
    {
        for (var at = Rarest(words, out var word); at >= 0; at = Places.Next(at))
        {
            if (SequenceAt(words, _terms[at].Position - word) is var (first, last))
            {
                yield return (_terms[first].Start, _terms[last].Start + _terms[last].Length - _terms[first].Start);
            }
        }
    }

    private bool HasSequence(QueryTerm.Words words)
    {
        for (var at = Rarest(words, out var word); at >= 0; at = Places.Next(at))
        {
            if (SequenceAt(words, _terms[at].Position - word) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first place of the word of the sequence that stands in the text least often, and its number in the sequence; -1 when one of them is not there at all.</summary>
    private int Rarest(QueryTerm.Words words, out int word)
    {
        word = 0;
        var rarest = (First: -1, Count: int.MaxValue);
        var whole = words.IsPrefix ? words.Sequence.Count - 1 : words.Sequence.Count;
        for (var at = 0; at < whole; at++)
        {
            var places = Places.Of(words.Sequence[at].Folded);
            if (places.Count == 0)
            {
                return -1;
            }

            if (places.Count < rarest.Count)
            {
                (rarest, word) = (places, at);
            }
        }

        return rarest.First;
    }

    /// <summary>The terms that begin and end the sequence whose first word has this position, or null.</summary>
    private (int First, int Last)? SequenceAt(QueryTerm.Words words, int position)
    {
        var first = -1;
        var last = -1;
        for (var word = 0; word < words.Sequence.Count; word++)
        {
            last = TermAt(words, word, position + word);
            if (last < 0)
            {
                return null;
            }

            first = word == 0 ? last : first;
        }

        return (first, last);
    }

    private int TermAt(QueryTerm.Words words, int word, int position)
    {
        for (var at = Places.At(position); at >= 0 && at < _terms.Length && _terms[at].Position == position; at++)
        {
            if (IsWord(words, word, _terms[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsWord(QueryTerm.Words words, int index, in Term term)
    {
        var word = words.Sequence[index];
        var goesOn = words.IsPrefix && index == words.Sequence.Count - 1;
        var equal = goesOn ? term.Folded.StartsWith(word.Folded, StringComparison.Ordinal) : string.Equals(term.Folded, word.Folded, StringComparison.Ordinal);
        return equal && (!words.KeepsCase || HasCaseOf(word.Typed, term, goesOn));
    }

    private bool HasCaseOf(string typed, in Term term, bool goesOn)
    {
        var written = text.AsSpan(term.Start, term.Length);
        return goesOn ? written.StartsWith(typed, StringComparison.Ordinal) : written.SequenceEqual(typed);
    }
}
