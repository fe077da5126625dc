using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>What a message brings along when all goes well.</summary>
public sealed class TelegramSenderTests : SenderTests
{
    [Fact]
    public async Task A_message_arrives_with_its_form_and_id()
    {
        var result = await SendAsync(SenderBench.Message());

        Assert.Equal(new SendResult.Sent(Bench.Ada.Chat.Last.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), result);
        Assert.Equal("Bridge opens", Bench.Ada.Chat.Last.Text);
        Assert.Equal("bold", Assert.Single(Bench.Ada.Chat.Last.Content.Text.Entities).Type);
    }

    [Fact]
    public async Task The_preview_is_always_told_and_off_unless_wanted()
    {
        await SendAsync(SenderBench.Message());
        await SendAsync(SenderBench.Message() with { Preview = new LinkPreview("https://morning.example/1", IsLarge: true, IsAbove: true) });

        var calls = Bench.Telegram.CallsOf("sendMessage");
        Assert.Equal("""{"is_disabled":true}""", calls[0].Parameters["link_preview_options"]);
        Assert.Equal("""{"url":"https://morning.example/1","prefer_large_media":true,"show_above_text":true}""", calls[1].Parameters["link_preview_options"]);
    }

    [Fact]
    public async Task Silence_and_the_message_answered_are_told()
    {
        await SendAsync(SenderBench.Message());
        var first = Bench.Ada.Chat.Last.Id;

        await SendAsync(SenderBench.Message("Again") with { IsSilent = true, ReplyTo = first });

        Assert.True(Bench.Ada.Chat.Last.IsSilent);
        Assert.Equal(first, Bench.Ada.Chat.Last.ReplyTo?.Id);
    }

    [Fact]
    public async Task A_message_whose_answered_one_is_gone_arrives_all_the_same()
    {
        Assert.IsType<SendResult.Sent>(await SendAsync(SenderBench.Message() with { ReplyTo = 999 }));
    }

    [Fact]
    public async Task A_message_is_pinned_where_the_style_wants_it()
    {
        await SendAsync(SenderBench.Message() with { IsPinned = true });

        Assert.Equal(Bench.Ada.Chat.Last, Bench.Ada.Chat.Chat.Pinned);
    }
}
