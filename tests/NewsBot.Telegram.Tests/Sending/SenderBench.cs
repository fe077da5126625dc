using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>A sender and the fake Telegram it talks to, without sockets.</summary>
internal sealed class SenderBench : IAsyncDisposable
{
    public SenderBench(ILogger<TelegramSender>? logger = null)
    {
        Telegram = FakeTelegram.InMemory(Time);
        Api = new TelegramBotApi(new BotEndpoint(Telegram.Token, Telegram.ApiUrl), Telegram.Handler, Telegram.Handler, Time);
        Sender = new TelegramSender(Api, logger ?? NullLogger<TelegramSender>.Instance);
        Telegram.Web.ServeImage("https://morning.example/images/bridge.jpg");
        Ada = Telegram.AddUser("Ada");
        Ada.Chat.Start();
    }

    public FakeTimeProvider Time { get; } = new(Some.Morning);

    public FakeTelegram Telegram { get; }

    public TelegramBotApi Api { get; }

    public TelegramSender Sender { get; }

    public VirtualUser Ada { get; }

    public ChatAddress AdasChat => new(Ada.Id);

    public static TelegramMessage Message(string text = "Bridge opens") => new(new TextBuilder().AddBold(text).Build());

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Telegram.DisposeAsync();
    }
}
