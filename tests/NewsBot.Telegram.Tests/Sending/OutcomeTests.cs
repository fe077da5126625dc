using NewsBot.Core.Delivery;
using NewsBot.Telegram.Sending;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Floods, closed doors and answers that leave open whether a message arrived.</summary>
public sealed class OutcomeTests : SenderTests
{
    [Fact]
    public async Task A_flood_is_waited_out_and_nothing_is_lost()
    {
        Fail(Fault.RetryAfter(7));

        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromSeconds(8), IsForAll: false), await SendAsync(SenderBench.Message()));
        Assert.Single(Bench.Telegram.CallsOf("sendMessage"));
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
        Bench.Ada.Chat.Block();

        Assert.Equal(new SendResult.PlaceGone("the bot was blocked"), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_moves_the_place()
    {
        var group = Bench.Telegram.AddGroup("Neighbours", Bench.Ada);
        group.AddBot(Bench.Ada);
        var supergroup = group.Migrate(Bench.Ada);

        var result = await Bench.Sender.SendAsync(new ChatAddress(group.Id), SenderBench.Message(), Stop);

        Assert.Equal(new SendResult.PlaceMoved(new ChatAddress(supergroup.Id).Place), result);
    }

    [Fact]
    public async Task A_topic_that_was_closed_is_replaced_by_the_chat_once()
    {
        var forum = Bench.Telegram.AddForum("Valley", Bench.Ada);
        forum.AddBot(Bench.Ada);
        var topic = forum.CreateTopic("News", Bench.Ada);
        forum.CloseTopic(topic);

        var result = Assert.IsType<SendResult.Sent>(await Bench.Sender.SendAsync(new ChatAddress(forum.Id, topic.Id), SenderBench.Message(), Stop));

        Assert.Equal("the topic is closed or deleted", result.Lost);
        Assert.Equal("Bridge opens", forum.As(Bench.Ada).Last.Text);
        Assert.Null(forum.As(Bench.Ada).Last.ThreadId);
    }

    [Fact]
    public async Task A_closed_chat_behind_a_closed_topic_pauses_the_place()
    {
        Fail(Fault.Refuse(400, "Bad Request: TOPIC_CLOSED"), 2);

        Assert.Equal(new SendResult.PlaceGone("the topic is closed or deleted"), await Bench.Sender.SendAsync(new ChatAddress(Bench.Ada.Id, 7), SenderBench.Message(), Stop));
    }

    [Fact]
    public async Task A_refused_token_stops_all_sending()
    {
        Bench.Telegram.Token = "7000000:another-token-of-the-same-bot-0123456";

        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromMinutes(1), IsForAll: true), await SendAsync(SenderBench.Message()));
    }

    [Fact]
    public async Task A_lost_answer_leaves_open_whether_it_arrived()
    {
        Fail(Fault.DropAfter());

        Assert.IsType<SendResult.Unknown>(await SendAsync(SenderBench.Message()));
        Assert.Single(Bench.Ada.Chat.BotMessages);
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
        Assert.Single(Bench.Ada.Chat.BotMessages);
    }

    [Fact]
    public async Task A_slow_answer_ends_as_unknown()
    {
        Fail(Fault.SlowAnswer(TimeSpan.FromMinutes(10)));
        var sending = SendAsync(SenderBench.Message());
        while (Bench.Ada.Chat.BotMessages.Count == 0)
        {
            await Task.Yield();
        }

        Bench.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.IsType<SendResult.Unknown>(await sending);
    }
}
