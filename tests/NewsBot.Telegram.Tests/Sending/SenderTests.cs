using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing.Telegram;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>A sender, the fake Telegram it talks to, and what the tests of sending share.</summary>
public abstract class SenderTests : IAsyncDisposable
{
    private protected SenderBench Bench { get; } = new();

    private protected CancellationToken Stop { get; } = TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static TelegramMessage SampleRich() =>
        Rendering.SampleMessages.Render(new Core.Commands.Reply.ArticleView(Rendering.SampleMessages.Bridge, 1), style: Style.None with { Rich = true })[0];

    private protected static TelegramMessage WithPicture() =>
        SenderBench.Message() with { Photo = "https://morning.example/images/bridge.jpg", Preview = new LinkPreview("https://morning.example/images/bridge.jpg", IsLarge: true, IsAbove: true) };

    private protected static InlineKeyboardMarkup Button(string label, string data) => new(InlineKeyboardButton.WithCallbackData(label, data));

    private protected Task<SendResult> SendAsync(TelegramMessage message) => Bench.Sender.SendAsync(Bench.AdasChat, message, Stop);

    private protected Task<SendResult> EditAsync(string id, TelegramMessage message) => Bench.Sender.EditAsync(Bench.AdasChat, SentMessage.ParseAll(id)[0], message, Stop);

    private protected void Fail(Fault fault, int times = 1, string method = "sendMessage") => Bench.Telegram.FailNext(method, fault, times);
}
