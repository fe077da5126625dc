using System.Globalization;
using System.Text;

namespace NewsBot.Core.Text;

/// <summary>Makes texts comparable: lower case, without diacritics, full-width forms as their usual ones. Scripts other than Latin, Greek and Cyrillic keep their marks, which carry meaning there.</summary>
public static class TextFolding
{
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

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
}
