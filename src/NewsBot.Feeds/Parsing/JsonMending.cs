using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Parsing;

/// <summary>Makes damaged JSON readable: line breaks inside strings, halves of surrogate pairs, a document that was cut off or has something behind it.</summary>
internal static partial class JsonMending
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document with its complete items and the fields before them; null where none can be saved.</summary>
    public static string? Mend(string text)
    {
        var flat = WithWholeCharacters(new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]));
        var bytes = Encoding.UTF8.GetBytes(flat);
        var end = EndOfItems(bytes, out var isWhole);
        return end == 0 ? null : Encoding.UTF8.GetString(bytes, 0, end) + (isWhole ? "" : "]}");
    }

    /// <summary>The same text with U+FFFD for escaped halves of surrogate pairs.</summary>
    public static string WithWholeCharacters(string json) => json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? LoneSurrogate().Replace(json, "\\ufffd") : json;

    /// <summary>Behind the last complete item, or behind the whole document.</summary>
    private static int EndOfItems(byte[] bytes, out bool isWhole)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(Options));
        var end = 0;
        var inItems = false;
        isWhole = false;
        try
        {
            while (!isWhole && reader.Read())
            {
                isWhole = reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject };
                inItems = reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } ? reader.ValueTextEquals("items") : inItems;
                end = isWhole || (inItems && reader is { CurrentDepth: 2, TokenType: JsonTokenType.EndObject }) ? (int)reader.BytesConsumed : end;
            }
        }
        catch (JsonException)
        {
            return end;
        }

        return end;
    }

    [GeneratedRegex(@"(?<!\\)\\u[dD](?:[89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|[c-fC-F][0-9a-fA-F]{2}(?<!\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}))", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex LoneSurrogate();
}
