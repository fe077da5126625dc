using System.Globalization;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Tests.Rendering;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using ChatKind = NewsBot.Telegram.Sending.ChatKind;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Posts on their way to chats: alone, in several messages, as changes.</summary>
public sealed class TelegramMessengerTests : IAsyncDisposable
{
    private readonly SenderBench _bench = new();
    private readonly TelegramMessenger _messenger;
    private readonly VirtualChat _channel;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public TelegramMessengerTests()
    {
        _channel = _bench.Telegram.AddChannel("Valley News", _bench.Ada);
        _channel.AddBot(_bench.Ada);
        _messenger = new TelegramMessenger(_bench.Sender, new SubscriptionRegistry(new Core.Feeds.FeedRegistry()), new KindsOf(_channel.Id), new MemoryNewsStore(new MemoryNewsData(), _bench.Time), _bench.Time);
    }

    private ChatView Channel => _channel.As(_bench.Ada);

    private PlaceId Place => new ChatAddress(_channel.Id).Place;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task An_alert_arrives_without_buttons_in_a_channel_and_with_them_in_private()
    {
        var alert = new Post.Alert(new DeliveryId(1), SampleMessages.Bridge, null);

        await _messenger.SendAsync(Place, alert, _stop);
        await _messenger.SendAsync(_bench.AdasChat.Place, alert, _stop);

        Assert.Empty(Channel.Last.Buttons);
        Assert.Equal(["Read", "Save", "Sources"], _bench.Ada.Chat.Last.Buttons[0].Select(button => button.Label));
    }

    [Fact]
    public async Task A_later_report_is_an_answer_to_the_first()
    {
        await _messenger.SendAsync(Place, new Post.Alert(new DeliveryId(1), SampleMessages.Bridge, null), _stop);

        await _messenger.SendAsync(Place, new Post.Alert(new DeliveryId(2), SampleMessages.Ferry, null) { ReplyTo = "p1 2" }, _stop);

        Assert.Equal(1, Channel.Last.ReplyTo?.Id);
    }

    [Fact]
    public async Task A_change_edits_the_text_of_a_message_and_the_caption_of_a_photo()
    {
        var alert = new Post.Alert(new DeliveryId(1), SampleMessages.Bridge, null);
        var withPicture = alert with { Style = Style.Default with { Images = true } };
        var text = Assert.IsType<SendResult.Sent>(await _messenger.SendAsync(Place, alert, _stop));
        var photo = Assert.IsType<SendResult.Sent>(await _messenger.SendAsync(Place, withPicture, _stop));

        await _messenger.EditAsync(Place, text.MessageId!, alert with { AlsoFrom = ["Tollen Courier"] }, _stop);
        await _messenger.EditAsync(Place, photo.MessageId!, withPicture with { AlsoFrom = ["Tollen Courier"] }, _stop);

        Assert.Equal(("1", "p2"), (text.MessageId, photo.MessageId));
        Assert.All(Channel.BotMessages, message => Assert.EndsWith("+ Tollen Courier · 2 sources", message.Text, StringComparison.Ordinal));
        Assert.Equal("photo", Channel.BotMessages[1].Content.MediaKind);
    }

    [Fact]
    public async Task A_caption_that_an_edit_makes_too_long_gives_up_its_body()
    {
        var article = SampleMessages.Bridge with { Summary = [new string('a', 440) + ".", new string('b', 440) + "."] };
        var alert = new Post.Alert(new DeliveryId(1), article, null) { Style = Style.Default with { Images = true } };
        var sent = Assert.IsType<SendResult.Sent>(await _messenger.SendAsync(Place, alert, _stop));

        var publishers = Enumerable.Range(1, 30).Select(number => $"Publisher {number}").ToList();
        Assert.IsType<SendResult.Sent>(await _messenger.EditAsync(Place, sent.MessageId!, alert with { AlsoFrom = publishers }, _stop));

        Assert.Contains("31 sources", Channel.Last.Text, StringComparison.Ordinal);
        Assert.InRange(Channel.Last.Text.Length, 100, 1024);
    }

    [Fact]
    public async Task A_digest_of_several_messages_is_one_chain_at_the_pace_of_the_chat()
    {
        var result = await SendAsync(LongDigest());

        var sent = Assert.IsType<SendResult.Sent>(result);
        Assert.Equal(Channel.BotMessages.Select(message => message.Id), SentMessage.ParseAll(sent.MessageId).Select(message => message.Id));
        Assert.True(Channel.BotMessages.Count > 1);
        Assert.All(Channel.BotMessages.Skip(1), message => Assert.True(message is { IsSilent: true, ReplyTo: not null }));
        Assert.All(Channel.BotMessages.Zip(Channel.BotMessages.Skip(1)), pair => Assert.True(pair.Second.Date - pair.First.Date >= TimeSpan.FromSeconds(1)));
        Assert.Contains("40. Bridge", Channel.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_within_a_digest_is_waited_out()
    {
        Fail(2, Fault.RetryAfter(20));
        var result = await SendAsync(LongDigest());

        Assert.IsType<SendResult.Sent>(result);
        Assert.Equal(Channel.BotMessages.Count + 1, _bench.Telegram.CallsOf("sendMessage").Count);
    }

    [Fact]
    public async Task A_digest_that_is_cut_off_is_taken_back_to_be_sent_as_a_whole()
    {
        Fail(2, Fault.RetryAfter(600));
        var result = await SendAsync(LongDigest());

        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromSeconds(601), IsForAll: false), result);
        Assert.Empty(Channel.BotMessages);
    }

    [Fact]
    public async Task A_later_part_of_unknown_outcome_is_not_repeated()
    {
        Fail(2, Fault.DropAfter());
        var result = await SendAsync(LongDigest());

        Assert.IsType<SendResult.Sent>(result);
        Assert.Equal(Channel.BotMessages.Count, _bench.Telegram.CallsOf("sendMessage").Count);
    }

    [Fact]
    public async Task A_rich_digest_is_one_message()
    {
        var digest = LongDigest();
        var sent = await _messenger.SendAsync(Place, digest with { Style = Style.Default with { Rich = true } }, _stop);

        Assert.Equal(new SendResult.Sent("r1"), sent);
        Assert.Single(Channel.BotMessages);
    }

    [Fact]
    public async Task What_is_no_place_of_Telegram_is_rejected() =>
        Assert.IsType<SendResult.Rejected>(await _messenger.SendAsync(new PlaceId("discord:1"), new Post.Notice("x"), _stop));

    /// <summary>As the lane does: it takes the turn of the first message.</summary>
    private async Task<SendResult> SendAsync(Post post)
    {
        _messenger.OpenPace().Take(Place, _bench.Time.GetUtcNow());
        var sending = _messenger.SendAsync(Place, post, _stop);
        for (var seconds = 0; seconds < 60 && !sending.IsCompleted; seconds++)
        {
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(10), _stop));
            _bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        return await sending;
    }

    private static Post.Digest LongDigest() => new(
        new DeliveryId(1),
        [.. Enumerable.Range(1, 40).Select(id => ListPager.Plain(SampleMessages.Bridge with { Id = new(id), Summary = [string.Create(CultureInfo.InvariantCulture, $"What is known of the bridge for the {id}th time, told at some length so that it fills a line or two.")] }))],
        40,
        SampleMessages.ListOf(40));

    private void Fail(int call, Fault fault)
    {
        var calls = 0;
        _bench.Telegram.FailNext(made => made.Method == "sendMessage" && ++calls == call, fault);
    }

    private sealed class KindsOf(long channel) : IChatKinds
    {
        public ChatKind Of(long chat) => chat > 0 ? ChatKind.Private : chat == channel ? ChatKind.Channel : ChatKind.Group;
    }
}
