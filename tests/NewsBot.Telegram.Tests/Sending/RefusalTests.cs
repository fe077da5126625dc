using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>What becomes of a message of which something is refused: that is left out, and the rest arrives.</summary>
public sealed class RefusalTests : SenderTests
{
    [Fact]
    public async Task Refused_markup_goes_out_as_plain_text_once()
    {
        Fail(Fault.Refuse(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"));

        Assert.IsType<SendResult.Sent>(await SendAsync(SenderBench.Message("1 < 2 & 3")));
        Assert.Equal("1 < 2 & 3", Bench.Ada.Chat.Last.Text);
        Assert.Empty(Bench.Ada.Chat.Last.Content.Text.Entities);
    }

    [Fact]
    public async Task Plain_text_that_is_refused_too_is_given_up()
    {
        Fail(Fault.Refuse(400, "Bad Request: can't parse entities: x"), 2);

        Assert.IsType<SendResult.Rejected>(await SendAsync(SenderBench.Message()));
        Assert.Equal(2, Bench.Telegram.CallsOf("sendMessage").Count);
    }

    [Fact]
    public async Task A_text_the_server_finds_too_long_is_split_again()
    {
        var text = string.Join(' ', Enumerable.Range(1, 500).Select(number => $"word{number}"));
        Fail(Fault.Refuse(400, "Bad Request: message is too long"));

        var result = Assert.IsType<SendResult.Sent>(await SendAsync(new TelegramMessage(TelegramText.Plain(text)) { Markup = Button("Read", "a:1:r") }));

        Assert.Equal(text, string.Join(' ', Bench.Ada.Chat.BotMessages.Select(message => message.Text)));
        Assert.Equal(Bench.Ada.Chat.BotMessages.Count, SentMessage.ParseAll(result.MessageId).Count);
        Assert.Equal([0, 1], Bench.Ada.Chat.BotMessages.TakeLast(2).Select(message => message.Buttons.Count));
    }

    [Fact]
    public async Task Buttons_that_are_refused_are_left_out()
    {
        var result = await SendAsync(SenderBench.Message() with { Markup = Button("Read", new string('x', 65)) });

        Assert.IsType<SendResult.Sent>(result);
        Assert.Empty(Bench.Ada.Chat.Last.Buttons);
    }

    [Fact]
    public async Task A_refusal_that_nobody_foresaw_leaves_the_bare_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: SOMETHING_NEW_INVALID"), method: "sendPhoto");

        Assert.IsType<SendResult.Sent>(await SendAsync(WithPicture() with { Markup = Button("Read", "a:1:r") }));
        Assert.Equal("Bridge opens", Bench.Ada.Chat.Last.Text);
        Assert.Empty(Bench.Ada.Chat.Last.Buttons);
    }

    [Fact]
    public async Task A_message_that_is_refused_whatever_is_left_out_is_rejected()
    {
        Fail(Fault.Refuse(400, "Bad Request: SOMETHING_NEW_INVALID"), 9);

        Assert.Equal(new SendResult.Rejected("Bad Request: SOMETHING_NEW_INVALID"), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_pin_that_is_refused_does_not_undo_the_message()
    {
        Fail(Fault.Refuse(400, "Bad Request: not enough rights to manage pinned messages in the chat"), method: "pinChatMessage");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(SenderBench.Message() with { IsPinned = true }));
    }
}
