using System.Buffers;
using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Undoes what tools did to a text before it was sent: UTF-8 read as windows-1252 and encoded again, control characters, the C1 codes that stand for quotes and dashes.</summary>
internal static class TextMending
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32).Where(code => code is not (9 or 10 or 13)).Select(code => (char)code)) + "\u007f\ufffe\uffff" + string.Concat(Enumerable.Range(0x80, 32).Select(code => (char)code)));

    public static string Mend(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.AsSpan().ContainsAny(Unwanted) ? WithoutControls(text) : text;
        }

        var once = DoubleUtf8.Undo(text);
        return once.AsSpan().ContainsAny(Unwanted) ? WithoutControls(once) : once;
    }

    private static string WithoutControls(string text)
    {
        var output = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Unwanted) is >= 0 and var at)
        {
            output.Append(rest[..at]);
            if (rest[at] is >= '\u0080' and <= '\u009f' and not '\u0085')
            {
                output.Append(CharacterReferences.FromWindows1252(rest[at]));
            }

            rest = rest[(at + 1)..];
        }

        return output.Append(rest).ToString();
    }
}
