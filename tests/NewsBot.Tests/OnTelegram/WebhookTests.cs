using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

public sealed class WebhookTests : TelegramTests
{
    private static readonly int Port = FreePort();

    protected override void Change(JsonObject settings)
    {
        settings["WebhookUrl"] = "https://news.example/telegram";
        settings["WebhookListen"] = $"http://127.0.0.1:{Port}/";
        settings["WebhookSecret"] = "not-for-everybody";
    }

    [Theory]
    [InlineData("not-for-everybody", HttpStatusCode.OK, true)]
    [InlineData("guessed", HttpStatusCode.Unauthorized, false)]
    public async Task Only_Telegram_delivers_updates(string secret, HttpStatusCode status, bool isAnswered)
    {
        await Telegram.WaitAsync(() => Telegram.CallsOf("setWebhook").Count == 1, Token);
        var asked = Ada.Chat.Type("hello");

        Assert.Equal(status, await PostAsync(UpdateOf(asked), secret));

        if (isAnswered)
        {
            Assert.StartsWith("You are", (await Ada.Chat.AnswerToAsync(asked, Token)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_update_that_is_delivered_again_after_a_restart_is_answered_once_and_the_webhook_stays()
    {
        await Telegram.WaitAsync(() => Telegram.CallsOf("setWebhook").Count == 1, Token);
        var asked = Ada.Chat.Type("hello");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(UpdateOf(asked), "not-for-everybody"));
        await Ada.Chat.AnswerToAsync(asked, Token);

        await Rig.RestartAsync();
        await Telegram.WaitAsync(() => Telegram.CallsOf("setWebhook").Count == 2, Token);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(UpdateOf(asked), "not-for-everybody"));
        var later = Ada.Chat.Type("hello");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(UpdateOf(later, 78), "not-for-everybody"));
        await Ada.Chat.AnswerToAsync(later, Token);

        Assert.Equal(2, Ada.Chat.BotMessages.Count);
        Assert.Empty(Telegram.CallsOf("deleteWebhook"));
    }

    [Fact]
    public async Task What_is_no_update_is_taken_so_that_it_does_not_come_for_ever()
    {
        await Telegram.WaitAsync(() => Telegram.CallsOf("setWebhook").Count == 1, Token);

        Assert.Equal(HttpStatusCode.OK, await PostAsync("{\"update_id\":", "not-for-everybody"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("{\"update_id\":3,\"message\":7}", "not-for-everybody"));
    }

    private string UpdateOf(VirtualMessage asked, int number = 77) => new JsonObject
    {
        ["update_id"] = number,
        ["message"] = new JsonObject
        {
            ["message_id"] = asked.Id,
            ["date"] = 1,
            ["chat"] = new JsonObject { ["id"] = Ada.Id, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = Ada.Id, ["is_bot"] = false, ["first_name"] = "Ada" },
            ["text"] = "/id",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = 3 }),
        },
    }.ToJsonString();

    private async Task<HttpStatusCode> PostAsync(string body, string secret)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Port}/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
