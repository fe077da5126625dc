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

    public static bool IsZeroWidth(char character) => character is '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u00ad' or (>= '\u202a' and <= '\u202e');

    public static string WithoutZeroWidth(this string text) => text.Any(IsZeroWidth) ? string.Concat(text.Where(character => !IsZeroWidth(character))) : text;
}
