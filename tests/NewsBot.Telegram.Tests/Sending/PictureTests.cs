using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Pictures, files and rich messages, and what comes where they are refused.</summary>
public sealed class PictureTests : SenderTests
{
    [Fact]
    public async Task A_picture_is_a_photo_with_the_text_below()
    {
        Assert.Equal(new SendResult.Sent("p2"), await SendAsync(WithPicture()));
        Assert.Equal(("photo", "Bridge opens"), (Bench.Ada.Chat.Last.Content.MediaKind, Bench.Ada.Chat.Last.Text));
    }

    [Theory]
    [InlineData("Bad Request: wrong HTTP URL specified: Unsupported URL protocol")]
    [InlineData("Bad Request: failed to get HTTP URL content")]
    [InlineData("Bad Request: wrong type of the web page content")]
    [InlineData("Bad Request: IMAGE_PROCESS_FAILED")]
    [InlineData("Bad Request: PHOTO_INVALID_DIMENSIONS")]
    [InlineData("Bad Request: can't upload file by URL")]
    [InlineData("Bad Request: not enough rights to send photos to the chat")]
    public async Task A_picture_that_is_refused_becomes_a_preview_above_the_text(string description)
    {
        Fail(Fault.Refuse(400, description), method: "sendPhoto");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(WithPicture()));
        Assert.Equal("Bridge opens", Bench.Ada.Chat.Last.Text);
        Assert.Equal("https://morning.example/images/bridge.jpg", (string?)Bench.Ada.Chat.Last.Content.LinkPreview?["url"]);
    }

    [Fact]
    public async Task A_preview_that_is_refused_too_leaves_the_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: IMAGE_PROCESS_FAILED"), method: "sendPhoto");
        Fail(Fault.Refuse(400, "Bad Request: wrong HTTP URL specified"));

        Assert.IsType<SendResult.Sent>(await SendAsync(WithPicture()));
        Assert.Equal("""{"is_disabled":true}""", Bench.Telegram.CallsOf("sendMessage")[^1].Parameters["link_preview_options"]);
    }

    [Fact]
    public async Task A_picture_that_was_refused_is_not_asked_for_again()
    {
        Fail(Fault.Refuse(400, "Bad Request: failed to get HTTP URL content"), method: "sendPhoto");
        await SendAsync(WithPicture());

        await SendAsync(WithPicture());

        Assert.Single(Bench.Telegram.CallsOf("sendPhoto"));
        Assert.Equal(2, Bench.Ada.Chat.BotMessages.Count);
    }

    [Fact]
    public async Task A_caption_that_is_too_long_becomes_a_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: MEDIA_CAPTION_TOO_LONG"), method: "sendPhoto");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(WithPicture()));
    }

    [Fact]
    public async Task A_file_goes_out_with_its_name()
    {
        await SendAsync(SenderBench.Message("3 subscriptions.") with { File = new MessageFile("feeds.opml", "<opml/>"u8.ToArray()) });

        Assert.Equal("feeds.opml", Bench.Ada.Chat.Last.Content.Media?.Name);
        Assert.Equal("3 subscriptions.", Bench.Ada.Chat.Last.Text);
    }

    [Fact]
    public async Task A_rich_message_that_is_refused_comes_in_its_classic_form()
    {
        var message = SampleRich();
        Assert.Equal(new SendResult.Sent("r2"), await SendAsync(message));
        Fail(Fault.Refuse(400, "Bad Request: RICH_MESSAGE_INVALID"), method: "sendRichMessage");

        Assert.Equal(new SendResult.Sent("3"), await SendAsync(message));
    }

    [Theory]
    [InlineData(404, "Not Found: method not found")]
    [InlineData(400, "Bad Request: MEDIA_EMPTY")]
    public async Task A_server_that_knows_no_rich_messages_gets_the_classic_form(int code, string description)
    {
        Fail(Fault.Refuse(code, description), method: "sendRichMessage");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(SampleRich()));
    }

    [Fact]
    public async Task A_flood_does_not_change_the_form_of_a_rich_message()
    {
        Fail(Fault.RetryAfter(3), method: "sendRichMessage");

        Assert.IsType<SendResult.RetryAfter>(await SendAsync(SampleRich()));
        Assert.Empty(Bench.Telegram.CallsOf("sendMessage"));
    }
}
