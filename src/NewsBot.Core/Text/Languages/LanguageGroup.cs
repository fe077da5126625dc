using System.Collections.Frozen;

namespace NewsBot.Core.Text.Languages;

/// <summary>Languages of one script, and how well a text fits each. Pure and thread-safe.</summary>
internal sealed class LanguageGroup
{
    // In the table's unit, half a natural logarithm; tried on sentences of 32 languages.
    private const int KnownWord = 8;
    private const int ForeignLetter = 16;
    private const int TellingPart = 4;
    private const int SmallerLanguage = 4;

    private readonly TrigramTable _table;
    private readonly FrozenDictionary<string, uint> _words;
    private readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly FrozenDictionary<char, uint> _letters;
    private readonly bool _hasLetters;
    private readonly (int Column, string[] Parts)[] _parts;

    public LanguageGroup(params IReadOnlyList<string> languages)
    {
        _table = TrigramTable.Load(languages);
        _words = Columns(languages.Select((language, column) => (column, StopWords.Of(language).Concat(TellingSigns.Words.GetValueOrDefault(language, "").Split(' ')))));
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _letters = Columns(languages.Select((language, column) => (column, TellingSigns.Letters.GetValueOrDefault(language, "").AsEnumerable())));
        _hasLetters = _letters.Count > 0;
        _parts = [.. TellingSigns.Parts.Select(part => (languages.ToList().IndexOf(part.Language), part.Parts)).Where(part => part.Item1 >= 0)];
    }

    public IReadOnlyList<string> Languages => _table.Languages;

    /// <summary>A cost a language, the lowest fits best, and the trigrams that were looked at. The text is lower case with single spaces for all that is no letter, and one at each end.</summary>
    public int Costs(ReadOnlySpan<char> text, Span<int> costs)
    {
        for (var column = 0; column < costs.Length; column++)
        {
            costs[column] = TellingSigns.Smaller.Contains(Languages[column]) ? SmallerLanguage : 0;
        }

        CountWords(text, costs);
        CountParts(text, costs);
        return CountLetters(text, costs);
    }

    private void CountWords(ReadOnlySpan<char> text, Span<int> costs)
    {
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.Length == 0)
            {
                continue;
            }

            var languages = _wordsBySpan.TryGetValue(word, out var plain) ? plain : 0u;
            if (word.ContainsAnyExceptInRange('\0', '\u007f') && _words.TryGetValue(TextFolding.Fold(word.ToString()), out var folded))
            {
                languages |= folded;
            }

            Change(costs, languages, -KnownWord);
        }
    }

    private void CountParts(ReadOnlySpan<char> text, Span<int> costs)
    {
        foreach (var (column, parts) in _parts)
        {
            foreach (var part in parts)
            {
                costs[column] -= TellingPart * text.Count(part);
            }
        }
    }

    private int CountLetters(ReadOnlySpan<char> text, Span<int> costs)
    {
        var trigrams = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (_hasLetters && text[at] > '\u007f')
            {
                Change(costs, ~(_letters.TryGetValue(text[at], out var languages) ? languages : 0u), ForeignLetter);
            }

            if (at + 1 < text.Length && text[at] != ' ')
            {
                trigrams++;
                Add(costs, _table.Levels(Edge(text[at - 1]), text[at], Edge(text[at + 1])));
            }
        }

        return trigrams;
    }

    private static void Add(Span<int> costs, byte[]? levels)
    {
        for (var column = 0; column < costs.Length; column++)
        {
            costs[column] += levels?[column] ?? TrigramTable.Unseen;
        }
    }

    private static void Change(Span<int> costs, uint columns, int by)
    {
        for (var column = 0; column < costs.Length; column++)
        {
            costs[column] += (columns >> column & 1) == 1 ? by : 0;
        }
    }

    private static char Edge(char unit) => unit == ' ' ? '_' : unit;

    private static FrozenDictionary<T, uint> Columns<T>(IEnumerable<(int Column, IEnumerable<T> Keys)> sets)
        where T : notnull
    {
        var found = new Dictionary<T, uint>();
        foreach (var (column, keys) in sets)
        {
            foreach (var key in keys)
            {
                found[key] = found.GetValueOrDefault(key) | (1u << column);
            }
        }

        return found.ToFrozenDictionary();
    }
}
