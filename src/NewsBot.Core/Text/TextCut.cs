using System.Globalization;

namespace NewsBot.Core.Text;

/// <summary>Shortens text without breaking a word or a grapheme.</summary>
public static class TextCut
{
    /// <summary>At most <paramref name="limit"/> UTF-16 units, ending in "…" when something was cut.</summary>
    public static string At(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = 0;
        var space = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text[..limit]))
        {
            if (start >= limit)
            {
                break;
            }

            end = start;
            if (char.IsWhiteSpace(text[start]))
            {
                space = start;
            }
        }

        var cut = space > limit / 2 ? space : end;
        return text[..cut].TrimEnd() + "…";
    }
}
