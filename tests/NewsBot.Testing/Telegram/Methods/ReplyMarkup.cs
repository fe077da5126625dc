using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Reads and checks a keyboard as strictly as the server (telegram-bot-api Client.cpp get_reply_markup; td/telegram/ReplyMarkup.cpp).</summary>
internal static class ReplyMarkup
{
    private const int MostDataBytes = 64;
    private const int MostButtons = 100;
    private const int MostCopiedText = 256;
    private static readonly string[] OtherKinds =
    [
        "callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "login_url", "web_app", "disabled",
    ];

    /// <summary>Null when none was sent or it is empty.</summary>
    public static JsonObject? Inline(ApiCall call)
    {
        var markup = Read(call);
        return markup?["inline_keyboard"] is null ? null : CheckInline(markup);
    }

    /// <summary>A keyboard instead of the letters, its removal, or a forced reply; null otherwise.</summary>
    public static JsonObject? Keyboard(ApiCall call, VirtualChat chat)
    {
        var markup = Read(call);
        if (markup is null || markup["inline_keyboard"] is not null)
        {
            return null;
        }

        foreach (var button in VirtualButton.RowsOf(markup, "keyboard").SelectMany(row => row))
        {
            if (button.Label.Length == 0)
            {
                throw RefusedCall.Bad("keyboard button text must be non-empty");
            }

            if (chat.Kind != ChatKind.Private && button.Json.ContainsKey("request_chat"))
            {
                throw RefusedCall.Bad("chats can be requested in private chats only");
            }
        }

        return markup;
    }

    private static JsonObject? Read(ApiCall call) => call.Json("reply_markup", "reply keyboard markup") switch
    {
        null => null,
        JsonObject markup => markup,
        _ => throw RefusedCall.Bad("object expected as reply markup"),
    };

    public static JsonObject? CheckInline(JsonNode markup)
    {
        if (markup["inline_keyboard"] is not JsonArray rows || rows.Any(row => row is not JsonArray))
        {
            throw RefusedCall.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        }

        var buttons = rows.SelectMany(row => (JsonArray)row!).ToList();
        foreach (var button in buttons)
        {
            Check(button as JsonObject ?? throw Unparsable("InlineKeyboardButton must be an Object"));
        }

        if (buttons.Count > MostButtons)
        {
            throw RefusedCall.Bad("reply markup is too long");
        }

        var kept = new JsonArray([.. rows.Where(row => ((JsonArray)row!).Count > 0).Select(row => row!.DeepClone())]);
        return kept.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = kept };
    }

    private static void Check(JsonObject button)
    {
        if (button["text"] is not { } text)
        {
            throw Unparsable("Can't find field \"text\"");
        }

        if (text.GetValue<string>().Length == 0)
        {
            throw RefusedCall.Bad("inline keyboard button text must be non-empty");
        }

        if (button["url"]?.GetValue<string>() is { Length: > 0 } url)
        {
            if (TelegramLink.UserOf(url) is null && TelegramLink.Check(url) is null)
            {
                throw RefusedCall.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
            }
        }
        else if (button["callback_data"]?.GetValue<string>() is { Length: > 0 } data)
        {
            if (Encoding.UTF8.GetByteCount(data) > MostDataBytes)
            {
                throw RefusedCall.Bad("BUTTON_DATA_INVALID");
            }
        }
        else if (button["copy_text"]?["text"]?.GetValue<string>() is { } copied)
        {
            if (copied.Length is 0 or > MostCopiedText)
            {
                throw RefusedCall.Bad("BUTTON_COPY_TEXT_INVALID");
            }
        }
        else if (!OtherKinds.Any(button.ContainsKey))
        {
            throw Unparsable("Text buttons are unallowed in the inline keyboard");
        }
    }

    private static RefusedCall Unparsable(string why) => RefusedCall.Bad($"can't parse inline keyboard button: {why}");
}
