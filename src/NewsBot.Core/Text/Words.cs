using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Core.Text;

/// <summary>Splits text into words. Text without spaces between words (Chinese, Japanese, Thai) gives overlapping pairs of characters.</summary>
public static class Words
{
    private static readonly Part[] Parts = PartTable();

    /// <summary>Folded words in text order.</summary>
    public static IEnumerable<string> Folded(string text) => Spans(text).Select(span => TextFolding.Fold(text.Substring(span.Start, span.Length)));

    /// <summary>Where the words stand, in UTF-16 units.</summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        var at = 0;
        while (TryNext(text, ref at, out var word))
        {
            yield return (word.Start, word.Length);
        }
    }

    /// <summary>Length in words; two characters without spaces count as one word.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (words, paired, at) = (0, 0, 0);
        while (at < text.Length)
        {
            var end = EndOfWord(text, at);
            words += end > at ? 1 : 0;
            paired += IsPaired(text, end) ? 1 : 0;
            at = end + 1;
        }

        return words + ((paired + 1) / 2);
    }

    /// <summary>The next word from <paramref name="at"/> on, which is moved behind it; false at the end of the text.</summary>
    internal static bool TryNext(ReadOnlySpan<char> text, ref int at, out TextSpan word)
    {
        for (var start = at; start < text.Length; start++)
        {
            if (IsPaired(text[start]))
            {
                var isPair = IsPaired(text, start + 1);
                if (isPair || start == 0 || !IsPaired(text[start - 1]))
                {
                    at = start + 1;
                    word = new TextSpan(start, isPair ? 2 : 1);
                    return true;
                }

                continue;
            }

            var end = EndOfWord(text, start);
            if (end > start)
            {
                at = end;
                word = new TextSpan(start, end - start);
                return true;
            }
        }

        at = text.Length;
        word = default;
        return false;
    }

    /// <summary>Han, kana and Thai: scripts that are written without spaces between words.</summary>
    internal static bool IsPaired(char unit) => unit >= '\u0e00' && unit is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\u0e00' and <= '\u0e7f');

    /// <summary>How many letters and digits of ASCII stand from <paramref name="at"/> on: most words end at the first look.</summary>
    internal static int AsciiRun(ReadOnlySpan<char> text, int at)
    {
        var from = at;
        for (; at <= text.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            var units = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(at, Vector128<ushort>.Count)));
            var letters = Vector128.LessThan((units | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));
            var digits = Vector128.LessThan(units - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
            if (~(letters | digits).ExtractMostSignificantBits() is var others && BitOperations.TrailingZeroCount(others) is < 8 and var run)
            {
                return at + run - from;
            }
        }

        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }

    private static bool IsPaired(ReadOnlySpan<char> text, int at) => at < text.Length && IsPaired(text[at]);

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        at += AsciiRun(text, at);
        while (at < text.Length && Parts[text[at]] is var part && (part == Part.Word || (part == Part.Joint && Joins(text, at))))
        {
            at += 1 + AsciiRun(text, at + 1);
        }

        return at;
    }

    /// <summary>The point of "3.5" and the apostrophe of "it's".</summary>
    private static bool Joins(ReadOnlySpan<char> text, int at)
    {
        var inside = at > 0 && at + 1 < text.Length;
        return inside && (text[at] is '.' or ',' ? char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) : char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]));
    }

    private static Part[] PartTable()
    {
        var table = new Part[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
        {
            table[unit] = PartOf((char)unit);
        }

        return table;
    }

    private static Part PartOf(char unit)
    {
        if (IsPaired(unit))
        {
            return Part.None;
        }

        var isMark = !char.IsAscii(unit) && CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || isMark ? Part.Word
            : unit is '.' or ',' or '\'' or '’' ? Part.Joint
            : Part.None;
    }

    /// <summary>How a unit takes part in words that stand between spaces.</summary>
    private enum Part : byte
    {
        None,
        Word,

        /// <summary>Inside a word only.</summary>
        Joint,
    }
}
