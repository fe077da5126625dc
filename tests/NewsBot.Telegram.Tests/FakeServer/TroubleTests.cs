using System.Net;
using System.Net.Http.Json;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class TroubleTests : FakeTelegramTests
{
    [Fact]
    public async Task A_connection_that_is_dropped_afterwards_has_delivered()
    {
        Telegram.FailNext("sendMessage", Fault.DropAfter());

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.CallAsync("sendMessage", To(Ada.Chat.Chat, "one")));

        Assert.Equal("one", Ada.Chat.Last.Text);
    }

    [Fact]
    public async Task A_connection_that_is_dropped_before_has_not()
    {
        Telegram.FailNext("sendMessage", Fault.DropBefore());

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.CallAsync("sendMessage", To(Ada.Chat.Chat, "one")));

        Assert.Empty(Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task A_gateway_error_is_a_page()
    {
        Telegram.FailNext("sendMessage", Fault.BadGateway());

        var answer = await Client.PostAsync("sendMessage", JsonContent.Create(To(Ada.Chat.Chat, "one")));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Garbage_comes_with_status_200_after_the_delivery()
    {
        Telegram.FailNext("sendMessage", Fault.GarbageAfter());

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => Client.CallAsync("sendMessage", To(Ada.Chat.Chat, "one")));

        Assert.Equal("one", Ada.Chat.Last.Text);
    }

    [Fact]
    public async Task A_planned_429_names_the_seconds()
    {
        Telegram.FailNext(call => call.Number("chat_id") == Ada.Id, Fault.RetryAfter(40));

        var refusal = await Client.CallAsync("sendMessage", To(Ada.Chat.Chat, "one"));

        Assert.Equal(429, refusal["error_code"]!.GetValue<int>());
        Assert.Equal(40, refusal["parameters"]!["retry_after"]!.GetValue<int>());
        await SendAsync(Ada.Chat.Chat, "one");
    }
}
