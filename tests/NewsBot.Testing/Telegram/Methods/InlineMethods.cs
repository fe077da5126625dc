using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>The answer to an inline query: articles only, as the bot shares nothing else.</summary>
internal sealed class InlineMethods(QueryMethods queries)
{
    private const int MostResults = 50;
    private const int MostIdBytes = 64;

    public JsonNode Answer(ApiCall call)
    {
        var query = queries.Take(call.Text("inline_query_id"));
        if (call.Json("results", "inline query results") is not JsonArray results)
        {
            throw RefusedCall.Bad("expected an Array of inline query results");
        }

        if (results.Count > MostResults)
        {
            throw RefusedCall.Bad("too many inline query results specified");
        }

        if (Encoding.UTF8.GetByteCount(call.Text("next_offset") ?? "") > MostIdBytes)
        {
            throw RefusedCall.Bad("NEXT_OFFSET_INVALID");
        }

        foreach (var result in results)
        {
            Check(result as JsonObject ?? throw RefusedCall.Bad("inline query result must be an object"));
        }

        if (results.Select(IdOf).Distinct(StringComparer.Ordinal).Count() < results.Count)
        {
            throw RefusedCall.Bad("RESULT_ID_DUPLICATE");
        }

        query.Answer = new JsonObject { ["results"] = results.DeepClone(), ["next_offset"] = call.Text("next_offset") ?? "", ["is_personal"] = call.Flag("is_personal") };
        return true;
    }

    private static string IdOf(JsonNode? result) => result?["id"]?.GetValue<string>() ?? "";

    private static void Check(JsonObject result)
    {
        if (result["type"]?.GetValue<string>() != "article")
        {
            throw RefusedCall.Bad($"type \"{result["type"]}\" is unsupported for the inline query result");
        }

        if (Encoding.UTF8.GetByteCount(IdOf(result)) is 0 or > MostIdBytes)
        {
            throw RefusedCall.Bad("RESULT_ID_INVALID");
        }

        if ((result["title"]?.GetValue<string>() ?? "").Length == 0)
        {
            throw RefusedCall.Bad("ARTICLE_TITLE_EMPTY");
        }

        var content = result["input_message_content"] ?? throw RefusedCall.Bad("input message content is not specified");
        SentText.Message(content["message_text"]?.GetValue<string>(), content["parse_mode"]?.GetValue<string>(), content["entities"]);
        if (result["reply_markup"] is { } markup)
        {
            ReplyMarkup.CheckInline(markup);
        }
    }
}
