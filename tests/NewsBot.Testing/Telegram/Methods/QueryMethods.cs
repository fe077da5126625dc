using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that answer a press or an inline query: once each, and in time.</summary>
internal sealed class QueryMethods(World world)
{
    private const int MostToast = 200;
    private static readonly TimeSpan AnswerableFor = TimeSpan.FromMinutes(5);

    public JsonNode AnswerCallback(ApiCall call)
    {
        var query = Take(call.Text("callback_query_id"));
        if (call.Text("text") is { } text && text.Length > MostToast)
        {
            throw RefusedCall.Bad("MESSAGE_TOO_LONG");
        }

        query.Answer = new JsonObject { ["text"] = call.Text("text") ?? "", ["show_alert"] = call.Flag("show_alert"), ["url"] = call.Text("url") };
        return true;
    }

    /// <summary>The query of that id, if it was not answered and is not too old.</summary>
    public PendingQuery Take(string? id) =>
        id is not null && world.Queries.GetValueOrDefault(id) is { IsAnswered: false } query && world.Now - query.AskedAt <= AnswerableFor
            ? query
            : throw RefusedCall.Bad("query is too old and response timeout expired or query ID is invalid");
}
