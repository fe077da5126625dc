using NewsBot.Core.Delivery;
using NewsBot.Telegram.Sending;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Changes of messages that were sent.</summary>
public sealed class EditTests : SenderTests
{
    [Fact]
    public async Task An_edit_changes_the_message()
    {
        await SendAsync(SenderBench.Message());

        Assert.Equal(new SendResult.Sent("2"), await EditAsync("2", SenderBench.Message("Bridge opened")));
        Assert.Equal("Bridge opened", Bench.Ada.Chat.Last.Text);
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
        Assert.Empty(Bench.Ada.Chat.BotMessages);
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

        Assert.True(await Bench.Sender.DeleteAsync(Bench.AdasChat, SentMessage.ParseAll("2"), Stop));
        Assert.Empty(Bench.Ada.Chat.BotMessages);
    }
}
