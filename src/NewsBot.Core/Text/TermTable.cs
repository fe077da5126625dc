using System.Collections.Frozen;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Text;

/// <summary>Numbers the folded words of one text, so that its sentences can be compared without building strings. Not thread-safe.</summary>
internal sealed class TermTable(string? language)
{
    /// <summary>Stop words and crumbs carry no topic.</summary>
    public const int NoTopic = -1;

    private const int LongestWord = 64;
    private const int UsualStem = 5;
    private const int InflectedStem = 4;

    /// <summary>Languages whose words change their ends so much that few return in the same form.</summary>
    private static readonly FrozenSet<string> Inflected = FrozenSet.Create(StringComparer.Ordinal, "tr", "az", "kk", "ru", "uk", "be", "bg", "pl", "cs", "sk", "hr", "sr", "sl", "lt", "lv", "fi", "et", "hu", "el", "ar", "he", "hi", "mr");

    private readonly int _stemLength = language is not null && Inflected.Contains(language) ? InflectedStem : UsualStem;

    private readonly Dictionary<string, int> _ids = new(256, StringComparer.Ordinal);

    private readonly Dictionary<string, int> _stems = new(256, StringComparer.Ordinal);
    private readonly List<int> _stemOf = new(256);
    private readonly Dictionary<string, int> _phrases = new(StringComparer.Ordinal);

    /// <summary>True where forms of a word should be compared by their stems.</summary>
    public bool IsInflected => _stemLength == InflectedStem;

    /// <summary>One more than the highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word, or <see cref="NoTopic"/>. Words beyond 64 units are compared by their beginnings.</summary>
    public int IdOf(ReadOnlySpan<char> word)
    {
        word = word.Length > LongestWord ? word[..LongestWord] : word;
        Span<char> buffer = stackalloc char[LongestWord];
        ReadOnlySpan<char> folded = TextFolding.TryFold(word, buffer) ? buffer[..word.Length] : TextFolding.Fold(word.ToString()).AsSpan();
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(folded, out var id))
        {
            return id;
        }

        var term = folded.ToString();
        id = StopWords.Contains(term, language) ? NoTopic : Number(folded);
        _ids.Add(term, id);
        return id;
    }

    /// <summary>The number that forms of one word share: they begin alike ("Sarnu", "Sarny"; "discuss", "discussed").</summary>
    public int StemOf(int id) => _stemOf[id];

    private int Number(ReadOnlySpan<char> folded)
    {
        var stem = folded.Length > _stemLength ? folded[.._stemLength] : folded;
        var lookup = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(stem, out var stemId))
        {
            stemId = _stems.Count;
            _stems.Add(stem.ToString(), stemId);
        }

        _stemOf.Add(stemId);
        return Count++;
    }

    /// <summary>The number of a folded phrase, apart from those of words.</summary>
    public int IdOfPhrase(ReadOnlySpan<char> folded)
    {
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(folded, out var id))
        {
            id = _phrases.Count;
            _phrases.Add(folded.ToString(), id);
        }

        return id;
    }

    /// <summary>Adds the numbers of the topic words of a text, in order, as often as they stand there.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> terms)
    {
        var at = 0;
        while (Words.TryNext(text, ref at, out var word))
        {
            var id = IdOf(text.Slice(word.Start, word.Length));
            if (id >= 0)
            {
                terms.Add(id);
            }
        }
    }
}
