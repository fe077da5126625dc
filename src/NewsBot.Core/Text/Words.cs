using System.Globalization;

namespace NewsBot.Core.Text;

/// <summary>Splits text into words. Text without spaces between words (Chinese, Japanese, Thai) gives overlapping pairs of characters.</summary>
public static class Words
{
    /// <summary>Folded words in text order.</summary>
    public static IEnumerable<string> Folded(string text) => Spans(text).Select(span => TextFolding.Fold(text.Substring(span.Start, span.Length)));

    /// <summary>Where the words stand, in UTF-16 units.</summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsPaired(text[at]))
            {
                if (start >= 0)
                {
                    yield return (start, at - start);
                    start = -1;
                }

                if (at + 1 < text.Length && IsPaired(text[at + 1]))
                {
                    yield return (at, 2);
                }
                else if (at == 0 || !IsPaired(text[at - 1]))
                {
                    yield return (at, 1);
                }
            }
            else if (at < text.Length && IsWordUnit(text, at))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                yield return (start, at - start);
                start = -1;
            }
        }
    }

    /// <summary>Length in words; two characters without spaces count as one word.</summary>
    public static int Count(string text)
    {
        var paired = text.Count(IsPaired);
        return ((paired + 1) / 2) + Spans(text).Count(span => !IsPaired(text[span.Start]));
    }

    /// <summary>Han, kana and Thai: scripts that are written without spaces between words.</summary>
    internal static bool IsPaired(char unit) => unit is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\u0e00' and <= '\u0e7f');

    private static bool IsWordUnit(string text, int at)
    {
        var unit = text[at];
        if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
        {
            return true;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        {
            return true;
        }

        var inside = at > 0 && at + 1 < text.Length;
        return unit switch
        {
            '.' or ',' => inside && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '\'' or '’' => inside && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            _ => false,
        };
    }
}
