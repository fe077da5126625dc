namespace NewsBot.Feeds.Extraction;

/// <summary>Measures text without allocating: words and sentences of any script. Where words are written without spaces, two characters count as one.</summary>
internal static class TextMeasure
{
    public static int Words(ReadOnlySpan<char> text)
    {
        var (words, paired, inside) = (0, 0, false);
        foreach (var unit in text)
        {
            if (IsUnspaced(unit))
            {
                paired++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else if (char.IsWhiteSpace(unit) || unit is '-' or '/' or ',' or '.')
            {
                inside = false;
            }
        }

        return words + ((paired + 1) / 2);
    }

    public static bool IsUnspaced(ReadOnlySpan<char> text)
    {
        var unspaced = 0;
        foreach (var unit in text)
        {
            unspaced += IsUnspaced(unit) ? 1 : 0;
        }

        return unspaced * 2 > text.Length;
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '\'' or '”' or '’' or '»' or '«' or ')' or ']' or '“' or '」' or '』' or ' ' or '›')
        {
            end--;
        }

        return end > 0 && IsStop(text[end - 1]);
    }

    public static int Sentences(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsStop(text[at]) && (text[at] > 0x2fff || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '”' or '»' or '“'))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Han, kana, Thai, Lao, Khmer and Burmese are written without spaces between words.</summary>
    private static bool IsUnspaced(char unit) => unit is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff');

    private static bool IsStop(char unit) => unit is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔' or '։' or '።' or '။' or '៕';
}
