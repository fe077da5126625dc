using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>White space and characters without width, which editors and tools leave at the ends of values and inside addresses.</summary>
internal static class InvisibleCharacters
{
    public static string TrimInvisible(this string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsInvisible(text[start]))
        {
            start++;
        }

        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return end - start == text.Length ? text : text[start..end];
    }

    /// <summary>White space, zero-width spaces, marks of direction and order.</summary>
    public static bool IsInvisible(char character) => char.IsWhiteSpace(character) || IsZeroWidth(character) || char.IsControl(character);

    public static bool IsZeroWidth(char character) => character is '\u00ad' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or '\u2060' or '\ufeff';

    public static string WithoutZeroWidth(this string text) => !Ascii.IsValid(text) && text.Any(IsZeroWidth) ? string.Concat(text.Where(character => !IsZeroWidth(character))) : text;
}
