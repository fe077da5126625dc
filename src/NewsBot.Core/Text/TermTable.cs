using System.Collections.Frozen;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Text;

/// <summary>Numbers the folded words of one text, so that its sentences can be compared without building strings. Not thread-safe.</summary>
internal sealed class TermTable(string? language, bool joinsSyllables = false)
{
    /// <summary>Stop words and crumbs carry no topic.</summary>
    public const int NoTopic = -1;

    private const int LongestWord = 64;
    private const int UsualStem = 5;
    private const int InflectedStem = 4;
    private const int UsualWords = 256;

    /// <summary>Vietnamese sets a space after each syllable: one alone says little, two are a word.</summary>
    private const string Syllabic = "vi";

    /// <summary>Languages whose words change their ends so much that few return in the same form.</summary>
    private static readonly FrozenSet<string> Inflected = FrozenSet.Create(StringComparer.Ordinal, "tr", "az", "kk", "ru", "uk", "be", "bg", "pl", "cs", "sk", "hr", "sr", "sl", "lt", "lv", "fi", "et", "hu", "el", "ar", "he", "hi", "mr");

    private readonly int _stemLength = joinsSyllables && language == Syllabic ? LongestWord : language is not null && Inflected.Contains(language) ? InflectedStem : UsualStem;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords = StopWords.LookupOf(language);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _functionWords = FunctionWords.LookupOf(language);

    /// <summary>All words, of a topic or not.</summary>
    private readonly SpanNumbers _words = new(UsualWords);

    /// <summary>By word, its number as a topic word.</summary>
    private int[] _topics = new int[UsualWords];

    /// <summary>By topic word, its word.</summary>
    private int[] _wordOf = new int[UsualWords];

    /// <summary>By topic word, one more than the number of its stem; 0 until it is asked for.</summary>
    private int[] _stemOf = new int[UsualWords];

    private SpanNumbers? _stems;
    private SpanNumbers? _phrases;

    /// <summary>True where forms of a word should be compared by their stems.</summary>
    public bool IsInflected => _stemLength == InflectedStem;

    /// <summary>True where two syllables make a word.</summary>
    public bool IsSyllabic { get; } = joinsSyllables && language == Syllabic;

    /// <summary>True where syllables may be joined.</summary>
    public static bool HasSyllables(string? language) => language == Syllabic;

    /// <summary>One more than the highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word, or <see cref="NoTopic"/>. Words beyond 64 units are compared by their beginnings.</summary>
    public int IdOf(ReadOnlySpan<char> word)
    {
        word = word.Length > LongestWord ? word[..LongestWord] : word;
        Span<char> buffer = stackalloc char[LongestWord];
        return IdOfFolded(TextFolding.TryFold(word, buffer) ? buffer[..word.Length] : TextFolding.Fold(word.ToString()).AsSpan());
    }

    /// <summary>The same for a word that is folded.</summary>
    public int IdOfFolded(ReadOnlySpan<char> folded)
    {
        folded = folded.Length > LongestWord ? folded[..LongestWord] : folded;
        var number = _words.Of(folded, out var isNew);
        return isNew ? Number(number, folded) : _topics[number];
    }

    /// <summary>The number that forms of one word share: they begin alike ("Sarnu", "Sarny"; "discuss", "discussed").</summary>
    public int StemOf(int id)
    {
        if (_stemOf[id] == 0)
        {
            var word = _words[_wordOf[id]];
            _stemOf[id] = (_stems ??= new SpanNumbers(UsualWords)).Of(word.Length > _stemLength ? word[.._stemLength] : word, out _) + 1;
        }

        return _stemOf[id] - 1;
    }

    /// <summary>The number of a folded phrase, apart from those of words.</summary>
    public int IdOfPhrase(ReadOnlySpan<char> folded) => (_phrases ??= new SpanNumbers()).Of(folded, out _);

    /// <summary>The number of the word that ends at a place; in Vietnamese, of the two syllables that end there.</summary>
    /// <param name="before">The word before it; empty where it is not to be joined.</param>
    public int IdAt(ReadOnlySpan<char> folded, TextSpan before, TextSpan word)
    {
        if (!IsSyllabic)
        {
            return IdOfFolded(folded.Slice(word.Start, word.Length));
        }

        var areJoined = before.Length > 0 && word.Start == before.End + 1 && folded[before.End] == ' '
            && IdOfFolded(folded.Slice(before.Start, before.Length)) >= 0 && IdOfFolded(folded.Slice(word.Start, word.Length)) >= 0;
        return areJoined ? IdOfFolded(folded[before.Start..word.End]) : NoTopic;
    }

    /// <summary>Adds the numbers of the topic words of a text, in order, as often as they stand there.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> terms)
    {
        if (IsSyllabic)
        {
            ReadSyllables(TextFolding.Fold(text.ToString()), terms);
            return;
        }

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

    private void ReadSyllables(ReadOnlySpan<char> folded, List<int> terms)
    {
        var (at, before) = (0, default(TextSpan));
        while (Words.TryNext(folded, ref at, out var word))
        {
            if (IdAt(folded, before, word) is >= 0 and var id)
            {
                terms.Add(id);
            }

            before = word;
        }
    }

    private int Number(int word, ReadOnlySpan<char> folded)
    {
        if (word == _topics.Length)
        {
            Array.Resize(ref _topics, word * 2);
            Array.Resize(ref _wordOf, word * 2);
            Array.Resize(ref _stemOf, word * 2);
        }

        if (_stopWords.Contains(folded) || _functionWords.Contains(folded) || (Words.IsPaired(folded[0]) && FunctionWords.IsEmptyPair(folded, language)))
        {
            return _topics[word] = NoTopic;
        }

        _wordOf[Count] = word;
        return _topics[word] = Count++;
    }
}
