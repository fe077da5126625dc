namespace NewsBot.Feeds.Parsing;

/// <summary>White space and characters without width, which editors and tools leave at the ends of values and inside addresses.</summary>
internal static class InvisibleCharacters
{
    private static readonly System.Buffers.SearchValues<char> ZeroWidth = System.Buffers.SearchValues.Create("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e");

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

    public static bool IsZeroWidth(char character) => ZeroWidth.Contains(character);

    public static string WithoutZeroWidth(this string text) => text.AsSpan().ContainsAny(ZeroWidth) ? string.Concat(text.Where(character => !IsZeroWidth(character))) : text;
}
