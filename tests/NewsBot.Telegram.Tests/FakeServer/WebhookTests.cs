using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Testing.Web;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class WebhookTests : FakeTelegramTests
{
    [Fact]
    public async Task Updates_are_posted_with_the_secret_until_they_are_taken()
    {
        await using var receiver = FeedServer.Start();
        receiver.Script("/hook", ServerAnswer.Of(500), ServerAnswer.Of(200));
        await Client.ResultAsync("setWebhook", new JsonObject { ["url"] = receiver.Url("/hook").ToString(), ["secret_token"] = "quiet-harbour" });

        await Telegram.WaitAsync(() => Telegram.PendingUpdates == 0, TestContext.Current.CancellationToken);

        Assert.Equal(2, receiver.Requests.Count);
        Assert.All(receiver.Requests, request => Assert.Equal("quiet-harbour", request.Header("X-Telegram-Bot-Api-Secret-Token")));
        Assert.Contains("500", (await Client.ResultAsync("getWebhookInfo"))!["last_error_message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_and_a_poll_exclude_each_other()
    {
        await TakeUpdatesAsync();
        var polling = Client.CallAsync("getUpdates", new JsonObject { ["timeout"] = 50 });
        await Telegram.WaitAsync(() => Telegram.IsPolling, TestContext.Current.CancellationToken);
        using var second = new BotClient(Telegram);
        await second.ResultAsync("setWebhook", new JsonObject { ["url"] = new UriBuilder("http", IPAddress.Loopback.ToString(), 9, "/hook").Uri.ToString() });

        Assert.Equal("Conflict: terminated by setWebhook request", (await polling)["description"]!.GetValue<string>());
        Assert.Equal("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", await Client.RefusalAsync("getUpdates"));

        await Client.ResultAsync("deleteWebhook");
        await Client.UpdatesAsync();
    }
}
