using System.Net;
using System.Text;
using AngleSharp.Html;

namespace NewsBot.Feeds.Parsing;

/// <summary>Replaces character references: numbers, the names of XML and HTML, and those a document declares. What means nothing stays as written.</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    private static readonly AsciiSet NameCharacters = new("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The characters that windows-1252 has at 0x80 to 0x9F: a number there means them (HTML, section "numeric character reference end state").</summary>
    private const string Windows1252 = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    public static char FromWindows1252(int value) => Windows1252[value - 0x80];

    /// <summary>The byte of a character in windows-1252, -1 where it has none.</summary>
    public static int ToWindows1252(char character)
    {
        if (character is < '\u0080' or (>= '\u00a0' and <= '\u00ff'))
        {
            return character;
        }

        var index = Windows1252.IndexOf(character, StringComparison.Ordinal);
        return index >= 0 ? 0x80 + index : character is >= '\u0080' and <= '\u009f' ? character : -1;
    }

    public static string Decode(string text)
    {
        if (!text.Contains('&'))
        {
            return text;
        }

        var output = new TextBuffer(text.Length);
        Decode(text, ref output, DeclaredEntities.None);
        return output.ToStringAndRelease();
    }

    public static void Decode(ReadOnlySpan<char> text, ref TextBuffer output, DeclaredEntities entities)
    {
        while (text.IndexOf('&') is >= 0 and var ampersand)
        {
            output.Append(text[..ampersand]);
            text = text[ampersand..];
            var used = Replace(text, ref output, entities);
            if (used == 0)
            {
                output.Append('&');
                used = 1;
            }

            text = text[used..];
        }

        output.Append(text);
    }

    /// <summary>How many characters the reference at the start takes; 0 when it is none.</summary>
    private static int Replace(ReadOnlySpan<char> text, ref TextBuffer output, DeclaredEntities entities)
    {
        if (text.Length > 2 && text[1] == '#')
        {
            return Number(text, ref output);
        }

        var end = text[..Math.Min(text.Length, LongestName + 2)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end];
        return Known(name, ref output) || entities.TryExpand(name, ref output) || Html(name, ref output) ? end + 1 : 0;
    }

    private static bool Known(ReadOnlySpan<char> name, ref TextBuffer output)
    {
        var character = name switch
        {
            "lt" or "LT" => '<',
            "gt" or "GT" => '>',
            "amp" or "AMP" => '&',
            "quot" or "QUOT" => '"',
            "apos" => '\'',
            "nbsp" => '\u00a0',
            _ => '\0',
        };
        if (character != '\0')
        {
            output.Append(character);
        }

        return character != '\0';
    }

    private static bool Html(ReadOnlySpan<char> name, ref TextBuffer output)
    {
        if (!NameCharacters.HoldsAll(name))
        {
            return false;
        }

        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        var symbol = decoded != reference ? decoded : HtmlEntityProvider.Resolver.GetSymbol($"{name};");
        output.Append(symbol);
        return symbol is not null;
    }

    private static int Number(ReadOnlySpan<char> text, ref TextBuffer output)
    {
        var isHex = text[2] is 'x' or 'X';
        var at = isHex ? 3 : 2;
        var digits = at;
        var value = 0;
        while (at < text.Length && Digit(text[at], isHex) is >= 0 and var digit)
        {
            value = value > 0x10ffff ? value : (value * (isHex ? 16 : 10)) + digit;
            at++;
        }

        if (at == digits)
        {
            return 0;
        }

        Append(value, ref output);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static int Digit(char character, bool isHex) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' when isHex => character - 'a' + 10,
        >= 'A' and <= 'F' when isHex => character - 'A' + 10,
        _ => -1,
    };

    /// <summary>References to control characters, surrogates and beyond Unicode are dropped.</summary>
    private static void Append(int value, ref TextBuffer output)
    {
        if (value is >= 0x80 and <= 0x9f)
        {
            output.Append(Windows1252[value - 0x80]);
        }
        else if (Rune.IsValid(value) && (value >= 0x20 || value is '\t' or '\n' or '\r') && value is not (0x7f or 0xfffe or 0xffff))
        {
            Span<char> units = stackalloc char[2];
            output.Append(units[..new Rune(value).EncodeToUtf16(units)]);
        }
    }
}
