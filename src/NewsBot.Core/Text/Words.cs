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
        var at = 0;
        while (TryNext(text, ref at, out var word))
        {
            yield return (word.Start, word.Length);
        }
    }

    /// <summary>Length in words; two characters without spaces count as one word.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var paired = 0;
        for (var from = text.IndexOfAnyInRange('\u0e00', '\uffff'); from >= 0 && from < text.Length; from++)
        {
            paired += IsPaired(text[from]) ? 1 : 0;
        }

        var words = (paired + 1) / 2;
        var at = 0;
        while (TryNext(text, ref at, out var word))
        {
            words += IsPaired(text[word.Start]) ? 0 : 1;
        }

        return words;
    }

    /// <summary>The next word from <paramref name="at"/> on, which is moved behind it; false at the end of the text.</summary>
    internal static bool TryNext(ReadOnlySpan<char> text, ref int at, out TextSpan word)
    {
        while (at < text.Length)
        {
            var start = at;
            if (IsPaired(text[at]))
            {
                at++;
                var pair = at < text.Length && IsPaired(text[at]);
                if (pair || start == 0 || !IsPaired(text[start - 1]))
                {
                    word = new TextSpan(start, pair ? 2 : 1);
                    return true;
                }

                continue;
            }

            while (at < text.Length && (char.IsAsciiLetter(text[at]) || (!IsPaired(text[at]) && IsWordUnit(text, at))))
            {
                at++;
            }

            if (at > start)
            {
                word = new TextSpan(start, at - start);
                return true;
            }

            at++;
        }

        word = default;
        return false;
    }

    /// <summary>Han, kana and Thai: scripts that are written without spaces between words.</summary>
    internal static bool IsPaired(char unit) => unit >= '\u0e00' && unit is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\u0e00' and <= '\u0e7f');

    private static bool IsWordUnit(ReadOnlySpan<char> text, int at)
    {
        var unit = text[at];
        if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
        {
            return true;
        }

        if (!char.IsAscii(unit) && CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
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
