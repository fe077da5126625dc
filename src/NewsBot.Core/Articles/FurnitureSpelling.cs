using System.Collections.Frozen;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// Vietnamese tells words by their marks alone ("từ", "tự" and "tư" fold to one), so that in its lines a folded word counts only as it is spelled in the lists. Other languages are often typed without marks and are left alone.
/// </summary>
internal static class FurnitureSpelling
{
    /// <summary>Few unmarked syllables of Vietnamese are longer.</summary>
    private const int LongestSyllable = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spelled = FurnitureWords.Strong
        .Concat(FurnitureWords.Weak).Concat(FurnitureWords.Address).Concat(FurnitureWords.House)
        .Concat(FurnitureNotices.Strong).Concat(FurnitureNotices.Weak).Concat(FurnitureNotices.Address)
        .Select(term => term.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes out what only looks like a word of the lists once its marks are gone.</summary>
    public static void Check(string line, string folded, List<(TextSpan Span, double Weight)> found)
    {
        if (found.Count > 0 && line.Length == folded.Length && line.AsSpan().ContainsAnyInRange('\u1ea0', '\u1ef9'))
        {
            found.RemoveAll(word => !IsSpelled(line.Substring(word.Span.Start, word.Span.Length).ToLowerInvariant()));
        }
    }

    /// <summary>Foreign stems ("cookies") hold no marks and stand for themselves.</summary>
    private static bool IsSpelled(string word) => Spelled.Contains(word) || (Ascii.IsValid(word) && word.Length > LongestSyllable);
}
