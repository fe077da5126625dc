using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Telegram.Rendering;

/// <summary>Text of strangers made fit to be sent. Pure.</summary>
internal static class VisibleText
{
    private const char WordJoiner = '\u2060';
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/%~=&?#+");

    /// <summary>
    /// Without what Telegram refuses or what would spoil the rest of the message: control characters, lone surrogates, noncharacters, and marks that turn the direction of what follows. Line breaks become "\n", tabs become spaces.
    /// </summary>
    public static string Clean(string text) => IsClean(text) ? text : Clean(text, null);

    /// <param name="map">Receives for each unit of the text, and for its end, where it stands in the result; null where nobody asks.</param>
    public static string Clean(string text, int[]? map)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            Note(map, at, clean.Length);
            var length = LengthAt(text, at);
            if (length == 2)
            {
                clean.Append(text, at, 2);
                Note(map, ++at, clean.Length);
            }
            else if (length == 1)
            {
                clean.Append(Shown(text, at));
            }
        }

        Note(map, text.Length, clean.Length);
        return clean.ToString();
    }

    /// <summary>
    /// Parts "@name" and "/command" with an invisible joiner: Telegram would notify the person or make a press send the command, and both would be a stranger's doing. Tags and addresses stay, as they only lead somewhere.
    /// </summary>
    /// <param name="map">As for <see cref="Clean(string, int[])"/>.</param>
    public static string Disarm(string text, int[]? map = null)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            Note(map, at, safe.Length);
            safe.Append(text[at]);
            if (text[at] is '@' or '/' && at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] == '_') && MayBegin(text, at))
            {
                safe.Append(WordJoiner);
            }
        }

        Note(map, text.Length, safe.Length);
        return safe.ToString();
    }

    /// <summary>True when every character is white space, a format character or one of the letters that are drawn as nothing.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDrawn(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDrawn(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5);

    /// <summary>Inside a word and inside an address nothing is recognised (https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp, find_mentions and find_bot_commands).</summary>
    private static bool MayBegin(string text, int at) =>
        at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '_' && !(text[at] == '/' && text[at - 1] is '/' or '<' or '>') && !IsInAddress(text, at));

    /// <summary>Only plain addresses count, as Telegram ends one at many a sign; parting a name for nothing is the lesser harm.</summary>
    private static bool IsInAddress(string text, int at)
    {
        var begin = at;
        while (begin > 0 && !char.IsWhiteSpace(text[begin - 1]))
        {
            begin--;
        }

        var word = text.AsSpan(begin, at - begin);
        var scheme = word.StartsWith("https://", StringComparison.Ordinal) ? 8 : word.StartsWith("http://", StringComparison.Ordinal) ? 7 : word.Length;
        var path = word[scheme..].IndexOf('/');
        return path > 0 && word.Slice(scheme, path).Contains('.') && word[^1] != '.' && word[scheme..].IndexOfAnyExcept(AddressCharacters) < 0;
    }

    private static bool IsClean(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = LengthAt(text, at);
            if (length == 0 || (length == 1 && Shown(text, at) != text[at]))
            {
                return false;
            }

            at += length - 1;
        }

        return true;
    }

    /// <summary>How many units of the text are kept from here: two of a pair, one, or none.</summary>
    private static int LengthAt(string text, int at)
    {
        var unit = text[at];
        if (char.IsSurrogate(unit))
        {
            var isPair = char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            return isPair && !IsNoncharacter(char.ConvertToUtf32(unit, text[at + 1])) ? 2 : 0;
        }

        return unit switch
        {
            '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => 1,
            '\r' => at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1,
            '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => 0,
            _ => char.IsControl(unit) || IsNoncharacter(unit) ? 0 : 1,
        };
    }

    private static char Shown(string text, int at) => text[at] switch
    {
        '\t' => ' ',
        '\r' or '\u0085' or '\u2028' or '\u2029' => '\n',
        var unit => unit,
    };

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static void Note(int[]? map, int from, int to)
    {
        if (map is not null)
        {
            map[from] = to;
        }
    }
}
