using System.Collections.Frozen;
using System.Numerics;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Finds the words of <see cref="FurnitureWords"/> in a folded line. Linear in the line; thread-safe.</summary>
internal static class FurnitureLexicon
{
    public const double StrongWeight = 2;
    public const double WeakWeight = 0.6;
    public const double AddressWeight = 1;

    /// <summary>Its own number: words of this weight and of <see cref="AddressWeight"/> are free in speech.</summary>
    public const double HouseWeight = 0.55;

    private const int ShortestStem = 3;
    private const int LongestStem = 16;
    private const int Places = 1 << 14;
    private const int LongestUnspaced = 9;

    private static readonly (string Term, double Weight)[] Terms =
    [
        .. Weighted([.. FurnitureWords.Weak, .. FurnitureNotices.Weak], WeakWeight), .. Weighted([.. FurnitureWords.Strong, .. FurnitureNotices.Strong], StrongWeight),
        .. Weighted([.. FurnitureWords.Address, .. FurnitureNotices.Address], AddressWeight), .. Weighted(FurnitureWords.House, HouseWeight),
    ];

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Whole = Lookup(Terms.Where(term => term.Term[^1] != '*'));
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Stems = Lookup(Terms.Where(term => term.Term[^1] == '*').Select(term => (term.Term[..^1], term.Weight)));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = PhraseOpeners();

    private static readonly Unit[] Units = UnitTable();

    /// <summary>Most words are like no term and need no search for one.</summary>
    private static readonly bool[] WholePlaces = WholeTable();

    /// <summary>By the beginning of a word, which lengths the stems have that begin so, a bit each.</summary>
    private static readonly int[] StemLengths = StemTable();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Unspaced = Lookup(
    [
        .. Weighted([.. FurnitureWords.WeakUnspaced, .. FurnitureNotices.WeakUnspaced], WeakWeight), .. Weighted([.. FurnitureWords.StrongUnspaced, .. FurnitureNotices.StrongUnspaced], StrongWeight), .. Weighted(FurnitureWords.AddressUnspaced, AddressWeight),
    ]);

    /// <summary>Adds each term that stands in the line, as it stands there, with its weight; a term may be added twice.</summary>
    public static void Find(ReadOnlySpan<char> folded, List<(TextSpan Span, double Weight)> found)
    {
        var units = Units;
        var at = 0;
        while (at < folded.Length)
        {
            at = units[folded[at]] switch
            {
                Unit.Word => FindAtWord(folded, at, found),
                Unit.Unspaced or Unit.UnspacedWord => at + FindUnspaced(folded, at, found),
                _ => at + 1,
            };
        }
    }

    private static int FindUnspaced(ReadOnlySpan<char> folded, int at, List<(TextSpan Span, double Weight)> found)
    {
        for (var length = Math.Min(LongestUnspaced, folded.Length - at); length > 0; length--)
        {
            if (Unspaced.TryGetValue(folded.Slice(at, length), out var weight))
            {
                found.Add((new TextSpan(at, length), weight));
                return length;
            }
        }

        return 1;
    }

    /// <summary>The longest phrase that begins with the word at <paramref name="at"/>; returns where to go on.</summary>
    private static int FindAtWord(ReadOnlySpan<char> folded, int at, List<(TextSpan Span, double Weight)> found)
    {
        var wordEnd = WordEnd(folded, at);
        var word = folded[at..wordEnd];
        if (WholePlaces[PlaceOf(word)])
        {
            if (Openers.Contains(word) && FindPhrase(folded, at, wordEnd, found) is > 0 and var end)
            {
                return end;
            }

            if (Whole.TryGetValue(word, out var own))
            {
                found.Add((new TextSpan(at, word.Length), own));
                return wordEnd;
            }
        }

        FindStem(word, at, found);
        return wordEnd;
    }

    /// <summary>The end of the longest phrase, or 0.</summary>
    private static int FindPhrase(ReadOnlySpan<char> folded, int at, int wordEnd, List<(TextSpan Span, double Weight)> found)
    {
        var second = NextWordEnd(folded, wordEnd);
        var third = NextWordEnd(folded, second);
        foreach (var end in (ReadOnlySpan<int>)[NextWordEnd(folded, third), third, second])
        {
            if (end > wordEnd && Whole.TryGetValue(folded[at..end], out var weight))
            {
                found.Add((new TextSpan(at, end - at), weight));
                return end;
            }
        }

        return 0;
    }

    private static void FindStem(ReadOnlySpan<char> word, int at, List<(TextSpan Span, double Weight)> found)
    {
        var lengths = word.Length < ShortestStem ? 0 : StemLengths[StartOf(word)] & ((2 << Math.Min(word.Length, LongestStem)) - 1);
        while (lengths != 0)
        {
            var length = BitOperations.Log2((uint)lengths);
            if (Stems.TryGetValue(word[..length], out var stem))
            {
                found.Add((new TextSpan(at, word.Length), stem));
                return;
            }

            lengths ^= 1 << length;
        }
    }

    /// <summary>Equal for words that begin with the same three units.</summary>
    private static int StartOf(ReadOnlySpan<char> word) => ((word[0] * 961) ^ (word[1] * 31) ^ word[2]) & (Places - 1);

    /// <summary>Equal for equal words, and for few others.</summary>
    private static int PlaceOf(ReadOnlySpan<char> word) => ((word[0] * 961) ^ (word[word.Length / 2] * 31) ^ (word[^1] * 7) ^ (word.Length << 7)) & (Places - 1);

    private static int WordEnd(ReadOnlySpan<char> folded, int at)
    {
        at += Words.AsciiRun(folded, at);
        while (at < folded.Length && (Units[folded[at]] is Unit.Word or Unit.UnspacedWord || (folded[at] == '-' && at + 1 < folded.Length && char.IsLetter(folded[at + 1]))))
        {
            at += 1 + Words.AsciiRun(folded, at + 1);
        }

        return at;
    }

    /// <summary>The end of the word after one space; the same place when none follows.</summary>
    private static int NextWordEnd(ReadOnlySpan<char> folded, int end) =>
        end + 1 < folded.Length && folded[end] == ' ' && IsWordUnit(folded[end + 1]) ? WordEnd(folded, end + 1) : end;

    private static bool[] WholeTable()
    {
        var table = new bool[Places];
        foreach (var (term, _) in Terms)
        {
            table[PlaceOf(term.AsSpan(0, WordEnd(term, 0)))] = true;
        }

        return table;
    }

    private static int[] StemTable()
    {
        var table = new int[Places];
        foreach (var (term, _) in Terms.Where(term => term.Term is [.., '*'] and { Length: > ShortestStem and <= LongestStem + 1 }))
        {
            table[StartOf(term)] |= 1 << (term.Length - 1);
        }

        return table;
    }

    private static Unit[] UnitTable()
    {
        var table = new Unit[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
        {
            var one = (char)unit;
            table[unit] = Words.IsPaired(one) ? Unit.Unspaced
                : one is >= '\uac00' and <= '\ud7a3' ? Unit.UnspacedWord
                : IsWordUnit(one) ? Unit.Word
                : Unit.None;
        }

        return table;
    }

    private static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) || unit is >= '\u0900' and <= '\u0963';

    private static IEnumerable<(string Term, double Weight)> Weighted(string[] terms, double weight) => terms.Select(term => (TextFolding.Fold(term), weight));

    private static FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<(string Term, double Weight)> terms) =>
        terms.GroupBy(term => term.Term, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Max(term => term.Weight), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PhraseOpeners() =>
        Terms.Where(term => term.Term.Contains(' ', StringComparison.Ordinal))
            .Select(term => term.Term[..term.Term.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How a unit is searched from: words begin at their first unit, text without spaces anywhere.</summary>
    private enum Unit : byte
    {
        None,
        Word,
        Unspaced,

        /// <summary>Korean: searched from anywhere, but part of the words around it.</summary>
        UnspacedWord,
    }
}
