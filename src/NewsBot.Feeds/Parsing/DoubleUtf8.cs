using System.Text;
using System.Text.Unicode;

namespace NewsBot.Feeds.Parsing;

/// <summary>Recognises texts that were UTF-8, were read as windows-1252 and encoded again, such as "cafÃ©", and gives the first text back.</summary>
internal static class DoubleUtf8
{
    private const int Undecided = 3;

    /// <summary>The same text unless nine of ten runs beyond ASCII prove to be UTF-8 in disguise.</summary>
    public static string Undo(string text)
    {
        var proven = 0;
        var other = 0;
        var rest = text.AsSpan();
        while (NextRun(ref rest, out _) is { IsEmpty: false } run)
        {
            var disguised = Reveal(run) is not null;
            proven += disguised ? 1 : 0;
            other += disguised ? 0 : 1;
            if (other > Undecided && other * 9 > proven)
            {
                return text;
            }
        }

        return proven > 0 && other * 9 <= proven ? Replace(text) : text;
    }

    private static string Replace(string text)
    {
        var output = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (NextRun(ref rest, out var before) is { IsEmpty: false } run)
        {
            output.Append(before);
            if (Reveal(run) is { } revealed)
            {
                output.Append(revealed);
            }
            else
            {
                output.Append(run);
            }
        }

        return output.Append(rest).ToString();
    }

    /// <summary>Empty when there is no more; then <paramref name="rest"/> is the end of the text.</summary>
    private static ReadOnlySpan<char> NextRun(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> before)
    {
        var start = rest.IndexOfAnyExceptInRange('\0', '\u007f');
        if (start < 0)
        {
            before = [];
            return [];
        }

        before = rest[..start];
        var run = rest[start..];
        var length = run.IndexOfAnyInRange('\0', '\u007f');
        length = length < 0 ? run.Length : length;
        rest = run[length..];
        return run[..length];
    }

    private static string? Reveal(ReadOnlySpan<char> run)
    {
        Span<byte> bytes = run.Length <= 512 ? stackalloc byte[run.Length] : new byte[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            var value = CharacterReferences.ToWindows1252(run[i]);
            if (value < 0)
            {
                return null;
            }

            bytes[i] = (byte)value;
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }
}
