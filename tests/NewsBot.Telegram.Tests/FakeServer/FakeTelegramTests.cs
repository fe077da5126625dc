using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

/// <summary>A fake Telegram with a bot that a test drives by hand.</summary>
public abstract class FakeTelegramTests : IAsyncDisposable
{
    protected FakeTelegramTests()
    {
        Client = new BotClient(Telegram);
        Ada = Telegram.AddUser("Ada");
        Ada.Chat.Start();
    }

    protected FakeTelegram Telegram { get; } = FakeTelegram.Start();

    private protected BotClient Client { get; }

    protected VirtualUser Ada { get; }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Telegram.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static JsonObject To(VirtualChat chat, string html) => new() { ["chat_id"] = chat.Id, ["text"] = html, ["parse_mode"] = "HTML" };

    protected async Task<JsonNode?> SendAsync(VirtualChat chat, string html) => await Client.ResultAsync("sendMessage", To(chat, html));

    /// <summary>The updates that wait, which are confirmed by that.</summary>
    private protected async Task<IReadOnlyList<JsonNode>> TakeUpdatesAsync()
    {
        var updates = (await Client.UpdatesAsync()).Select(update => update!).ToList();
        if (updates.Count > 0)
        {
            await Client.UpdatesAsync(offset: updates[^1]["update_id"]!.GetValue<long>() + 1);
        }

        return updates;
    }
}
