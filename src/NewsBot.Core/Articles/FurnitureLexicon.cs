using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Finds the words of <see cref="FurnitureWords"/> in a folded line. Linear in the line; thread-safe.</summary>
internal static class FurnitureLexicon
{
    public const double StrongWeight = 2;
    public const double WeakWeight = 0.6;
    public const double AddressWeight = 1;
    public const double HouseWeight = 0.6;

    private const int ShortestStem = 3;
    private const int LongestUnspaced = 9;

    private static readonly (string Term, double Weight)[] Terms =
    [
        .. Weighted(FurnitureWords.Weak, WeakWeight), .. Weighted(FurnitureWords.Strong, StrongWeight),
        .. Weighted(FurnitureWords.Address, AddressWeight), .. Weighted(FurnitureWords.House, HouseWeight),
    ];

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Whole = Lookup(Terms.Where(term => term.Term[^1] != '*'));
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Stems = Lookup(Terms.Where(term => term.Term[^1] == '*').Select(term => (term.Term[..^1], term.Weight)));

    /// <summary>Most words begin like no stem and need no search for one.</summary>
    private static readonly FrozenSet<long> StemStarts = Terms.Where(term => term.Term[^1] == '*').Select(term => Start(term.Term)).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = PhraseOpeners();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Unspaced = Lookup(
    [
        .. Weighted(FurnitureWords.WeakUnspaced, WeakWeight), .. Weighted(FurnitureWords.StrongUnspaced, StrongWeight), .. Weighted(FurnitureWords.AddressUnspaced, AddressWeight),
    ]);

    /// <summary>Adds each term that stands in the line, as it stands there, with its weight; a term may be added twice.</summary>
    public static void Find(string folded, ICollection<(TextSpan Span, double Weight)> found)
    {
        var at = 0;
        while (at < folded.Length)
        {
            if (Words.IsPaired(folded[at]) || folded[at] is >= '\uac00' and <= '\ud7a3')
            {
                at += FindUnspaced(folded, at, found);
            }
            else if (IsWordUnit(folded[at]))
            {
                at = FindAtWord(folded, at, found);
            }
            else
            {
                at++;
            }
        }
    }

    private static int FindUnspaced(string folded, int at, ICollection<(TextSpan Span, double Weight)> found)
    {
        for (var length = Math.Min(LongestUnspaced, folded.Length - at); length > 0; length--)
        {
            if (Unspaced.TryGetValue(folded.AsSpan(at, length), out var weight))
            {
                found.Add((new TextSpan(at, length), weight));
                return length;
            }
        }

        return 1;
    }

    /// <summary>The longest phrase that begins with the word at <paramref name="at"/>; returns where to go on.</summary>
    private static int FindAtWord(string folded, int at, ICollection<(TextSpan Span, double Weight)> found)
    {
        var wordEnd = WordEnd(folded, at);
        if (Openers.Contains(folded.AsSpan(at, wordEnd - at)))
        {
            var second = NextWordEnd(folded, wordEnd);
            var third = NextWordEnd(folded, second);
            foreach (var end in (ReadOnlySpan<int>)[NextWordEnd(folded, third), third, second])
            {
                if (end > wordEnd && Whole.TryGetValue(folded.AsSpan(at, end - at), out var weight))
                {
                    found.Add((new TextSpan(at, end - at), weight));
                    return end;
                }
            }
        }

        var word = folded.AsSpan(at, wordEnd - at);
        if (Whole.TryGetValue(word, out var own))
        {
            found.Add((new TextSpan(at, word.Length), own));
            return wordEnd;
        }

        var mayHaveStem = word.Length >= ShortestStem && StemStarts.Contains(Start(word));
        for (var length = Math.Min(word.Length, 16); mayHaveStem && length >= ShortestStem; length--)
        {
            if (Stems.TryGetValue(word[..length], out var stem))
            {
                found.Add((new TextSpan(at, word.Length), stem));
                break;
            }
        }

        return wordEnd;
    }

    private static long Start(ReadOnlySpan<char> word) => ((long)word[0] << 32) | ((long)word[1] << 16) | word[2];

    private static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) || unit is >= '\u0900' and <= '\u0963';

    private static int WordEnd(string folded, int at)
    {
        while (at < folded.Length && !Words.IsPaired(folded[at]) && (IsWordUnit(folded[at]) || (folded[at] == '-' && at + 1 < folded.Length && char.IsLetter(folded[at + 1]))))
        {
            at++;
        }

        return at;
    }

    /// <summary>The end of the word after one space; the same place when none follows.</summary>
    private static int NextWordEnd(string folded, int end) => end + 1 < folded.Length && folded[end] == ' ' && IsWordUnit(folded[end + 1]) ? WordEnd(folded, end + 1) : end;

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
}
