using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Core.Text;

/// <summary>Makes texts comparable: lower case, without diacritics, full-width forms as their usual ones. Scripts other than Latin, Greek and Cyrillic keep their marks, which carry meaning there.</summary>
public static class TextFolding
{
    /// <summary>What one letter becomes, where it becomes one letter whatever stands beside it; 0 elsewhere.</summary>
    private static readonly char[] Letters = LetterTable();

    private const int Rented = 512;

    public static string Fold(string text)
    {
        if (text.Length > Rented)
        {
            var rented = ArrayPool<char>.Shared.Rent(text.Length);
            var folded = Fold(text, rented.AsSpan(0, text.Length));
            ArrayPool<char>.Shared.Return(rented);
            return folded;
        }

        return Fold(text, stackalloc char[text.Length]);
    }

    private static string Fold(string text, Span<char> buffer) =>
        !TryFold(text, buffer) ? FoldAny(text)
        : text.AsSpan().SequenceEqual(buffer) ? text
        : new string(buffer);

    /// <summary>Folds letter by letter without allocating; false where the text needs <see cref="Fold(string)"/>, because a letter becomes several or joins its neighbour.</summary>
    /// <param name="folded">As long as the text.</param>
    internal static bool TryFold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var letters = Letters;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            var letter = unit < letters.Length ? letters[unit] : IsUnchanged(unit) ? unit : '\0';
            if (letter == '\0')
            {
                return false;
            }

            folded[at] = letter;
        }

        return true;
    }

    private static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in Decompose(text))
        {
            var isMark = CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark;
            if (isMark && unit < 0x0600)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(unit) switch
            {
                'ı' => 'i',
                'ł' => 'l',
                'đ' => 'd',
                'ø' => 'o',
                '’' or 'ʼ' => '\'',
                var lower => lower,
            });
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Decompose(string text)
    {
        // A lone surrogate makes Normalize throw; foreign text may hold one.
        return Valid(text).Normalize(NormalizationForm.FormKD);
    }

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Latin, Greek, Cyrillic, Vietnamese and the signs of print.</summary>
    private static char[] LetterTable()
    {
        var table = new char[0x2070];
        for (var unit = 0; unit < table.Length; unit++)
        {
            if (unit is < 0x0530 or (>= 0x1e00 and < 0x1f00) or >= 0x2000)
            {
                table[unit] = FoldAny(((char)unit).ToString()) is [var single] ? single : '\0';
            }
            else if (unit is (>= 0x0621 and <= 0x064a) or (>= 0x0904 and <= 0x0939) or (>= 0x093e and <= 0x094d) or (>= 0x0e01 and <= 0x0e32) or (>= 0x0e34 and <= 0x0e5b))
            {
                table[unit] = (char)unit;
            }
        }

        return table;
    }

    private static bool IsUnchanged(char unit) => unit is (>= '\u4e00' and <= '\u9fff') or (>= '\u3041' and <= '\u3096') or (>= '\u30a1' and <= '\u30fa') or (>= '\uac00' and <= '\ud7a3') or '、' or '。';
}
