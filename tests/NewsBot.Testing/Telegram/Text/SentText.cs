using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>Turns the text parameters of a call into what people will see, or refuses them: parse mode, cleaning, trimming, length, and the entities that Telegram finds by itself.</summary>
internal static class SentText
{
    public const int MostTextLength = 4096;
    public const int MostCaptionLength = 1024;

    /// <summary>Later entities are dropped without a word (td/telegram/MessageEntity.cpp, "server-side limit").</summary>
    private const int MostEntities = 100;

    /// <summary>Bytes before parsing (telegram-bot-api Client.cpp, get_formatted_text).</summary>
    private const int MostSourceBytes = 1 << 15;

    public static FormattedText Message(string? text, string? parseMode, JsonNode? entities)
    {
        if (text is null)
        {
            throw RefusedCall.Bad("message text is empty");
        }

        var formatted = Read(text, parseMode, entities);
        if (formatted.Text.Length == 0)
        {
            throw RefusedCall.Bad("message text is empty");
        }

        return CodePoints(formatted.Text) > MostTextLength ? throw RefusedCall.Bad("message is too long") : formatted;
    }

    public static FormattedText Caption(string? text, string? parseMode, JsonNode? entities)
    {
        var formatted = Read(text ?? "", parseMode, entities);
        return CodePoints(formatted.Text) > MostCaptionLength ? throw RefusedCall.Bad("message caption is too long") : formatted;
    }

    private static FormattedText Read(string text, string? parseMode, JsonNode? entities)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostSourceBytes)
        {
            throw RefusedCall.Bad("text is too long");
        }

        var parsed = parseMode?.ToLowerInvariant() switch
        {
            _ when text.Length == 0 => FormattedText.Empty,
            null or "none" => new FormattedText(text, EntityList.Read(entities)),
            "html" => TelegramHtml.Parse(text) switch
            {
                HtmlParse.Parsed ok => ok.Text,
                HtmlParse.Refused refused => throw RefusedCall.Bad($"can't{refused.Reason["Can't".Length..]}"),
                _ => throw new InvalidOperationException("A parse is one of the two."),
            },
            // Markdown is unsupported here as well: the bot has no use for it.
            _ => throw RefusedCall.Bad("unsupported parse_mode"),
        };
        var clean = EntityList.Trim(TextCleaning.Clean(parsed));
        return clean with { Entities = [.. EntityList.WithFound(clean).Take(MostEntities)] };
    }

    private static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
