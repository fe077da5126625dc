using System.Text.Json.Nodes;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class InlineTests : FakeTelegramTests
{
    [Fact]
    public async Task A_chosen_result_is_a_message_through_the_bot()
    {
        var query = Ada.Chat.QueryInline("harbour");
        var asked = (await TakeUpdatesAsync())[^1]["inline_query"]!;
        Assert.Equal("harbour", asked["query"]!.GetValue<string>());

        await Client.ResultAsync("answerInlineQuery", Answer(asked, "Harbour opens"));
        var message = Ada.Chat.ChooseInline(query, "Harbour opens");

        Assert.True(message.IsViaBot);
        Assert.Equal("Harbour opens", message.Text);
        Assert.Equal("news_bot", (await TakeUpdatesAsync())[^1]["message"]!["via_bot"]!["username"]!.GetValue<string>());
        Assert.StartsWith("Bad Request: query is too old", await Client.RefusalAsync("answerInlineQuery", Answer(asked, "again")), StringComparison.Ordinal);
    }

    private static JsonObject Answer(JsonNode query, string title) => new()
    {
        ["inline_query_id"] = query["id"]!.GetValue<string>(),
        ["results"] = new JsonArray(new JsonObject
        {
            ["type"] = "article",
            ["id"] = "1",
            ["title"] = title,
            ["input_message_content"] = new JsonObject { ["message_text"] = $"<b>{title}</b>", ["parse_mode"] = "HTML" },
        }),
    };
}
