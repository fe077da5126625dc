using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing.Telegram;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>What becomes of a message for each thing that the Bot API may answer.</summary>
public sealed class TelegramSenderTests : IAsyncDisposable
{
    private readonly SenderBench _bench = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_with_its_form_and_id()
    {
        var result = await SendAsync(SenderBench.Message());

        Assert.Equal(new SendResult.Sent(_bench.Ada.Chat.Last.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), result);
        Assert.Equal("Bridge opens", _bench.Ada.Chat.Last.Text);
        Assert.Equal("bold", Assert.Single(_bench.Ada.Chat.Last.Content.Text.Entities).Type);
    }

    [Fact]
    public async Task The_preview_is_always_told_and_off_unless_wanted()
    {
        await SendAsync(SenderBench.Message());
        await SendAsync(SenderBench.Message() with { Preview = new LinkPreview("https://morning.example/1", IsLarge: true, IsAbove: true) });

        var calls = _bench.Telegram.CallsOf("sendMessage");
        Assert.Equal("""{"is_disabled":true}""", calls[0].Parameters["link_preview_options"]);
        Assert.Equal("""{"url":"https://morning.example/1","prefer_large_media":true,"show_above_text":true}""", calls[1].Parameters["link_preview_options"]);
    }

    [Fact]
    public async Task Silence_and_the_message_answered_are_told()
    {
        await SendAsync(SenderBench.Message());
        var first = _bench.Ada.Chat.Last.Id;

        await SendAsync(SenderBench.Message("Again") with { IsSilent = true, ReplyTo = first });

        Assert.True(_bench.Ada.Chat.Last.IsSilent);
        Assert.Equal(first, _bench.Ada.Chat.Last.ReplyTo?.Id);
    }

    [Fact]
    public async Task A_message_whose_answered_one_is_gone_arrives_all_the_same()
    {
        Assert.IsType<SendResult.Sent>(await SendAsync(SenderBench.Message() with { ReplyTo = 999 }));
    }

    [Fact]
    public async Task A_flood_is_waited_out_and_nothing_is_lost()
    {
        Fail(Fault.RetryAfter(7));

        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromSeconds(8), IsForAll: false), await SendAsync(SenderBench.Message()));
        Assert.Single(_bench.Telegram.CallsOf("sendMessage"));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "the bot was blocked")]
    [InlineData(403, "Forbidden: user is deactivated", "the account was deleted")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "the bot was removed")]
    [InlineData(400, "Bad Request: chat not found", "the chat is gone, or the bot was never started there")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", "the bot lacks the right to post")]
    [InlineData(400, "Bad Request: CHAT_RESTRICTED", "the bot may not write there")]
    public async Task A_closed_door_pauses_the_place(int code, string description, string reason)
    {
        Fail(Fault.Refuse(code, description));

        Assert.Equal(new SendResult.PlaceGone(reason), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_person_who_blocks_the_bot_pauses_the_place()
    {
        _bench.Ada.Chat.Block();

        Assert.Equal(new SendResult.PlaceGone("the bot was blocked"), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_moves_the_place()
    {
        var group = _bench.Telegram.AddGroup("Neighbours", _bench.Ada);
        group.AddBot(_bench.Ada);
        var supergroup = group.Migrate(_bench.Ada);

        var result = await _bench.Sender.SendAsync(new ChatAddress(group.Id), SenderBench.Message(), _stop);

        Assert.Equal(new SendResult.PlaceMoved(new ChatAddress(supergroup.Id).Place), result);
    }

    [Fact]
    public async Task Refused_markup_goes_out_as_plain_text_once()
    {
        Fail(Fault.Refuse(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"));

        Assert.IsType<SendResult.Sent>(await SendAsync(SenderBench.Message("1 < 2 & 3")));
        Assert.Equal("1 < 2 & 3", _bench.Ada.Chat.Last.Text);
        Assert.Empty(_bench.Ada.Chat.Last.Content.Text.Entities);
    }

    [Fact]
    public async Task Plain_text_that_is_refused_too_is_given_up()
    {
        Fail(Fault.Refuse(400, "Bad Request: can't parse entities: x"), 2);

        Assert.IsType<SendResult.Rejected>(await SendAsync(SenderBench.Message()));
        Assert.Equal(2, _bench.Telegram.CallsOf("sendMessage").Count);
    }

    [Fact]
    public async Task A_text_the_server_finds_too_long_is_split_again()
    {
        var text = string.Join(' ', Enumerable.Range(1, 500).Select(number => $"word{number}"));
        Fail(Fault.Refuse(400, "Bad Request: message is too long"));

        var result = Assert.IsType<SendResult.Sent>(await SendAsync(new TelegramMessage(TelegramText.Plain(text)) { Markup = Button("Read", "a:1:r") }));

        Assert.Equal(text, string.Join(' ', _bench.Ada.Chat.BotMessages.Select(message => message.Text)));
        Assert.Equal(_bench.Ada.Chat.BotMessages.Count, SentMessage.ParseAll(result.MessageId).Count);
        Assert.Equal([0, 1], _bench.Ada.Chat.BotMessages.TakeLast(2).Select(message => message.Buttons.Count));
    }

    [Fact]
    public async Task Buttons_that_are_refused_are_left_out()
    {
        var result = await SendAsync(SenderBench.Message() with { Markup = Button("Read", new string('x', 65)) });

        Assert.IsType<SendResult.Sent>(result);
        Assert.Empty(_bench.Ada.Chat.Last.Buttons);
    }

    [Fact]
    public async Task A_picture_is_a_photo_with_the_text_below()
    {
        Assert.Equal(new SendResult.Sent("p2"), await SendAsync(WithPicture()));
        Assert.Equal(("photo", "Bridge opens"), (_bench.Ada.Chat.Last.Content.MediaKind, _bench.Ada.Chat.Last.Text));
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
        Assert.Equal("Bridge opens", _bench.Ada.Chat.Last.Text);
        Assert.Equal("https://morning.example/images/bridge.jpg", (string?)_bench.Ada.Chat.Last.Content.LinkPreview?["url"]);
    }

    [Fact]
    public async Task A_preview_that_is_refused_too_leaves_the_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: IMAGE_PROCESS_FAILED"), method: "sendPhoto");
        Fail(Fault.Refuse(400, "Bad Request: wrong HTTP URL specified"));

        Assert.IsType<SendResult.Sent>(await SendAsync(WithPicture()));
        Assert.Equal("""{"is_disabled":true}""", _bench.Telegram.CallsOf("sendMessage")[^1].Parameters["link_preview_options"]);
    }

    [Fact]
    public async Task A_picture_that_was_refused_is_not_asked_for_again()
    {
        Fail(Fault.Refuse(400, "Bad Request: failed to get HTTP URL content"), method: "sendPhoto");
        await SendAsync(WithPicture());

        await SendAsync(WithPicture());

        Assert.Single(_bench.Telegram.CallsOf("sendPhoto"));
        Assert.Equal(2, _bench.Ada.Chat.BotMessages.Count);
    }

    [Fact]
    public async Task A_caption_that_is_too_long_becomes_a_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: MEDIA_CAPTION_TOO_LONG"), method: "sendPhoto");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(WithPicture()));
    }

    [Fact]
    public async Task A_topic_that_was_closed_is_replaced_by_the_chat_once()
    {
        var forum = _bench.Telegram.AddForum("Valley", _bench.Ada);
        forum.AddBot(_bench.Ada);
        var topic = forum.CreateTopic("News", _bench.Ada);
        forum.CloseTopic(topic);

        var result = Assert.IsType<SendResult.Sent>(await _bench.Sender.SendAsync(new ChatAddress(forum.Id, topic.Id), SenderBench.Message(), _stop));

        Assert.Equal("the topic is closed or deleted", result.Lost);
        Assert.Equal("Bridge opens", forum.As(_bench.Ada).Last.Text);
        Assert.Null(forum.As(_bench.Ada).Last.ThreadId);
    }

    [Fact]
    public async Task A_closed_chat_behind_a_closed_topic_pauses_the_place()
    {
        Fail(Fault.Refuse(400, "Bad Request: TOPIC_CLOSED"), 2);

        Assert.Equal(new SendResult.PlaceGone("the topic is closed or deleted"), await _bench.Sender.SendAsync(new ChatAddress(_bench.Ada.Id, 7), SenderBench.Message(), _stop));
    }

    [Fact]
    public async Task A_refused_token_stops_all_sending()
    {
        _bench.Telegram.Token = "7000000:another-token-of-the-same-bot-0123456";

        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromMinutes(5), IsForAll: true), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_refusal_that_nobody_foresaw_leaves_the_bare_text()
    {
        Fail(Fault.Refuse(400, "Bad Request: SOMETHING_NEW_INVALID"), method: "sendPhoto");

        Assert.IsType<SendResult.Sent>(await SendAsync(WithPicture() with { Markup = Button("Read", "a:1:r") }));
        Assert.Equal("Bridge opens", _bench.Ada.Chat.Last.Text);
        Assert.Empty(_bench.Ada.Chat.Last.Buttons);
    }

    [Fact]
    public async Task A_message_that_is_refused_whatever_is_left_out_is_rejected()
    {
        Fail(Fault.Refuse(400, "Bad Request: SOMETHING_NEW_INVALID"), 9);

        Assert.Equal(new SendResult.Rejected("Bad Request: SOMETHING_NEW_INVALID"), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_lost_answer_leaves_open_whether_it_arrived()
    {
        Fail(Fault.DropAfter());

        Assert.IsType<SendResult.Unknown>(await SendAsync(SenderBench.Message()));
        Assert.Single(_bench.Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task A_page_of_a_gateway_leaves_open_whether_it_arrived()
    {
        Fail(Fault.BadGateway());

        Assert.IsType<SendResult.Unknown>(await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task An_error_of_the_server_leaves_open_whether_it_arrived()
    {
        Fail(Fault.Refuse(500, "Internal Server Error"));

        Assert.IsType<SendResult.Unknown>(await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_was_sent()
    {
        Fail(Fault.GarbageAfter());

        Assert.Equal(new SendResult.Sent(null), await SendAsync(SenderBench.Message()));
        Assert.Single(_bench.Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task A_slow_answer_ends_as_unknown()
    {
        Fail(Fault.SlowAnswer(TimeSpan.FromMinutes(10)));
        var sending = SendAsync(SenderBench.Message());
        while (_bench.Ada.Chat.BotMessages.Count == 0)
        {
            await Task.Yield();
        }

        _bench.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.IsType<SendResult.Unknown>(await sending);
    }

    [Fact]
    public async Task An_edit_changes_the_message()
    {
        await SendAsync(SenderBench.Message());

        Assert.Equal(new SendResult.Sent("2"), await EditAsync("2", SenderBench.Message("Bridge opened")));
        Assert.Equal("Bridge opened", _bench.Ada.Chat.Last.Text);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_succeeds()
    {
        await SendAsync(SenderBench.Message());

        Assert.Equal(new SendResult.Sent("2"), await EditAsync("2", SenderBench.Message()));
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_gone_is_rejected_and_sends_nothing()
    {
        Assert.IsType<SendResult.Rejected>(await EditAsync("99", SenderBench.Message()));
        Assert.Empty(_bench.Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task An_edit_of_unknown_outcome_says_so()
    {
        await SendAsync(SenderBench.Message());
        Fail(Fault.DropBefore(), method: "editMessageText");

        Assert.IsType<SendResult.Unknown>(await EditAsync("2", SenderBench.Message("Other")));
    }

    [Fact]
    public async Task A_message_that_was_taken_back_is_gone()
    {
        await SendAsync(SenderBench.Message());

        Assert.True(await _bench.Sender.DeleteAsync(_bench.AdasChat, SentMessage.ParseAll("2"), _stop));
        Assert.Empty(_bench.Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task A_file_goes_out_with_its_name()
    {
        await SendAsync(SenderBench.Message("3 subscriptions.") with { File = new MessageFile("feeds.opml", "<opml/>"u8.ToArray()) });

        Assert.Equal("feeds.opml", _bench.Ada.Chat.Last.Content.Media?.Name);
        Assert.Equal("3 subscriptions.", _bench.Ada.Chat.Last.Text);
    }

    [Fact]
    public async Task A_message_is_pinned_where_the_style_wants_it()
    {
        await SendAsync(SenderBench.Message() with { IsPinned = true });

        Assert.Equal(_bench.Ada.Chat.Last, _bench.Ada.Chat.Chat.Pinned);
    }

    [Fact]
    public async Task A_pin_that_is_refused_does_not_undo_the_message()
    {
        Fail(Fault.Refuse(400, "Bad Request: not enough rights to manage pinned messages in the chat"), method: "pinChatMessage");

        Assert.Equal(new SendResult.Sent("2"), await SendAsync(SenderBench.Message() with { IsPinned = true }));
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
        Assert.Empty(_bench.Telegram.CallsOf("sendMessage"));
    }

    private static TelegramMessage SampleRich() =>
        Rendering.SampleMessages.Render(new Core.Commands.Reply.ArticleView(Rendering.SampleMessages.Bridge, 1), style: Style.None with { Rich = true })[0];

    private static TelegramMessage WithPicture() =>
        SenderBench.Message() with { Photo = "https://morning.example/images/bridge.jpg", Preview = new LinkPreview("https://morning.example/images/bridge.jpg", IsLarge: true, IsAbove: true) };

    private static InlineKeyboardMarkup Button(string label, string data) => new(InlineKeyboardButton.WithCallbackData(label, data));

    private Task<SendResult> SendAsync(TelegramMessage message) => _bench.Sender.SendAsync(_bench.AdasChat, message, _stop);

    private Task<SendResult> EditAsync(string id, TelegramMessage message) => _bench.Sender.EditAsync(_bench.AdasChat, SentMessage.ParseAll(id)[0], message, _stop);

    private void Fail(Fault fault, int times = 1, string method = "sendMessage") => _bench.Telegram.FailNext(method, fault, times);
}
