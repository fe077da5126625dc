using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Undoes what tools did to a text before it was sent: UTF-8 read as windows-1252 and encoded again, control characters, the C1 codes that stand for quotes and dashes.</summary>
internal static class TextMending
{
    public static string Mend(string text)
    {
        var once = Ascii.IsValid(text) ? text : DoubleUtf8.Undo(text);
        return IndexOfUnwanted(once) >= 0 ? WithoutControls(once) : once;
    }

    private static bool IsUnwanted(char character) => character is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007f' and <= '\u009f') or >= '\ufffe';

    /// <summary>Eight characters at a time: nearly all texts hold none.</summary>
    private static int IndexOfUnwanted(ReadOnlySpan<char> text)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var at = 0;
        for (; at <= text.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            var block = Vector128.LoadUnsafe(ref first, (nuint)at);
            var suspicious = Vector128.LessThan(block, Vector128.Create((ushort)' '))
                | Vector128.LessThan(block - Vector128.Create((ushort)0x7f), Vector128.Create((ushort)(0xa0 - 0x7f)))
                | Vector128.GreaterThan(block, Vector128.Create((ushort)0xfffd));
            if (suspicious != Vector128<ushort>.Zero && IndexOfUnwantedIn(text.Slice(at, Vector128<ushort>.Count)) is >= 0 and var found)
            {
                return at + found;
            }
        }

        return IndexOfUnwantedIn(text[at..]) is >= 0 and var last ? at + last : -1;
    }

    private static int IndexOfUnwantedIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnwanted(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string WithoutControls(string text)
    {
        var output = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (IndexOfUnwanted(rest) is >= 0 and var at)
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
