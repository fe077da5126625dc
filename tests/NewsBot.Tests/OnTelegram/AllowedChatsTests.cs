using System.Text.Json.Nodes;

namespace NewsBot.Tests.OnTelegram;

public sealed class AllowedChatsTests : TelegramTests
{
    protected override void Change(JsonObject settings)
    {
        settings["AllowedChats"] = new JsonArray("1");
        settings["Operators"] = new JsonArray("7000001");
    }

    [Fact]
    public async Task A_private_instance_answers_its_own_people_alone()
    {
        var ben = Telegram.AddUser("Ben");

        Assert.Contains("answers only people", (await ben.Chat.AskAsync("/headlines", Token)).Text, StringComparison.Ordinal);
        Assert.Contains("operator here", (await AskAsync("/id")).Text, StringComparison.Ordinal);
        Assert.Contains("articles,", (await AskAsync("/stats")).Text, StringComparison.Ordinal);
    }
}
