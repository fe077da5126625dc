using System.Text.Json.Nodes;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Sending;
using NewsBot.Discord.Tests.Rest;
using NewsBot.Testing;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Sending;

/// <summary>What each row of the table of refusals does to a message that is sent. How the codes are read is told by FailureReaderTests.</summary>
[Collection(nameof(VirtualTime))]
public sealed class DiscordMessengerTests
{
    private const string Create = "POST /channels/{channel}/messages";
    private const string Thread = "POST /channels/{channel}/threads";

    [Theory]
    [InlineData(404, 10003, "the channel was deleted")]
    [InlineData(404, 10004, "the bot is no longer on the server")]
    [InlineData(403, 50001, "the bot may not see the channel")]
    [InlineData(403, 50013, "the bot may not write in the channel")]
    [InlineData(403, 50007, "the person takes no private messages")]
    [InlineData(400, 50008, "the channel takes no messages")]
    [InlineData(403, 160005, "the thread is locked")]
    public void A_target_that_is_gone_or_closed_is_left_with_the_reason_after_one_call(int status, int code, string reason) => Send([FakeFault.Error(status, code, "no")], (sent, scene) =>
    {
        Assert.Equal(new SendResult.PlaceGone(reason), sent);
        Assert.Single(scene.Discord.Calls, call => call.Operation == Create);
    });

    [Fact]
    public void An_archived_thread_is_woken_once() => Send([FakeFault.Error(400, 50083, "archived")], (sent, scene) =>
    {
        Assert.IsType<SendResult.Sent>(sent);
        Assert.Single(scene.Discord.Calls, call => call.Operation == "PATCH /channels/{channel}");
        Assert.Single(scene.Channel.Messages);
    });

    [Fact]
    public void A_thread_that_stays_archived_is_left() => Send([FakeFault.Error(400, 50083, "archived"), FakeFault.Error(400, 50083, "archived")], (sent, _) =>
        Assert.Equal(new SendResult.PlaceGone("the thread is archived and the bot may not open it"), sent));

    [Theory]
    [InlineData(400, 50035)]
    [InlineData(400, 40005)]
    [InlineData(413, 0)]
    public void What_Discord_does_not_take_in_this_form_is_told_in_plain_words_once(int status, int code)
    {
        Send([FakeFault.Error(status, code, "no")], (sent, scene) =>
        {
            Assert.IsType<SendResult.Sent>(sent);
            var message = Assert.Single(scene.Channel.Messages);
            Assert.Empty(message.Embeds);
            Assert.StartsWith("Bridge over the Aldra opens\n<https://morning.example/articles/1>", message.Content, StringComparison.Ordinal);
        });
        Send([FakeFault.Error(status, code, "no"), FakeFault.Error(400, 50035, "no")], (sent, scene) =>
        {
            Assert.IsType<SendResult.Rejected>(sent);
            Assert.Equal(2, scene.Discord.Calls.Count(call => call.Operation == Create));
        });
    }

    [Theory]
    [InlineData(20016)]
    [InlineData(20028)]
    [InlineData(20029)]
    [InlineData(30046)]
    [InlineData(40062)]
    [InlineData(130000)]
    public void Slow_mode_write_limits_and_overload_are_tried_again_later(int code) =>
        Send([FakeFault.Error(400, code, "later")], (sent, _) => Assert.False(Assert.IsType<SendResult.RetryAfter>(sent).IsForAll));

    [Theory]
    [InlineData(200000)]
    [InlineData(20009)]
    public void A_text_that_the_server_blocks_is_given_up(int code) => Send([FakeFault.Error(400, code, "blocked")], (sent, scene) =>
    {
        Assert.IsType<SendResult.Rejected>(sent);
        Assert.Single(scene.Discord.Calls, call => call.Operation == Create);
    });

    [Fact]
    public void A_refused_token_stops_everything() => Send([FakeFault.Error(401, 0, "401: Unauthorized")], (sent, scene) =>
    {
        Assert.True(Assert.IsType<SendResult.RetryAfter>(sent).IsForAll);
        Assert.True(scene.Client.Gate.IsShut);
    });

    [Fact]
    public void A_long_wait_is_handed_back_instead_of_slept() => Send([FakeFault.UserLimit(3_600)], (sent, scene) =>
    {
        Assert.InRange(Assert.IsType<SendResult.RetryAfter>(sent).Delay, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
        Assert.True(scene.Time.GetUtcNow() - scene.Discord.Calls[0].At < TimeSpan.FromMinutes(1));
    });

    [Fact]
    public void A_lost_answer_is_asked_for_again_and_the_message_stands_once() => Send([FakeFault.LostAnswer()], (sent, scene) =>
    {
        Assert.Equal($"{scene.Channel.Id}/{Assert.Single(scene.Channel.Messages).Id}", Assert.IsType<SendResult.Sent>(sent).MessageId);
        Assert.Equal(2, scene.Discord.Calls.Count(call => call.Operation == Create));
    });

    [Fact]
    public void A_lost_answer_of_a_forum_leaves_the_outcome_open_as_forums_know_no_nonce() => VirtualTime.Run(async time =>
    {
        using var scene = new RestScene(time, null);
        var forum = scene.Server.AddChannel("papers", FakeChannelType.Forum);
        scene.Discord.Faults.Next(Thread, FakeFault.LostAnswer());

        Assert.IsType<SendResult.Unknown>(await SendAsync(scene, forum));
        Assert.Single(forum.Threads);
    });

    [Fact]
    public void A_message_that_people_deleted_is_not_changed_and_its_channel_stays() => VirtualTime.Run(async time =>
    {
        using var scene = new RestScene(time, null);
        using var registry = new SubscriptionRegistry(new FeedRegistry());
        var messenger = new DiscordMessenger(scene.Client.Api, new ChannelDirectory(scene.Client.Api), registry);

        var changed = await messenger.EditAsync(new PlaceId($"discord:{scene.Channel.Id}"), $"{scene.Channel.Id}/12345", Alert(), CancellationToken.None);

        Assert.Equal(new SendResult.Rejected("the message was deleted"), changed);
        Assert.Empty(scene.Channel.Messages);
    });

    [Theory]
    [InlineData(403, 160002, null)]
    [InlineData(400, 50035, "message_reference")]
    public void A_message_that_may_not_answer_the_earlier_one_is_sent_without_it(int status, int code, string? field) => VirtualTime.Run(async time =>
    {
        using var scene = new RestScene(time, null);
        var errors = field is null ? null : new JsonObject { [field] = new JsonObject { ["_errors"] = new JsonArray() } };
        scene.Discord.Faults.Next(Create, new FakeFault(FakeAnswer.Error(status, code, "no", errors), IsDone: false));

        var sent = await SendAsync(scene, scene.Channel, Alert() with { ReplyTo = $"{scene.Channel.Id}/12345" });

        Assert.IsType<SendResult.Sent>(sent);
        var message = Assert.Single(scene.Channel.Messages);
        Assert.Null(message.RepliesTo);
        Assert.Single(message.Embeds);
        Assert.NotNull(scene.Discord.Calls.First(call => call.Operation == Create).Payload!["message_reference"]);
    });

    private static void Send(IReadOnlyList<FakeFault> faults, Action<SendResult, RestScene> check) => VirtualTime.Run(async time =>
    {
        using var scene = new RestScene(time, null);
        scene.Discord.Faults.Next(Create, faults);
        check(await SendAsync(scene, scene.Channel), scene);
    });

    private static async Task<SendResult> SendAsync(RestScene scene, FakeChannel channel, Post.Alert? alert = null)
    {
        using var registry = new SubscriptionRegistry(new FeedRegistry());
        return await new DiscordMessenger(scene.Client.Api, new ChannelDirectory(scene.Client.Api), registry).SendAsync(new PlaceId($"discord:{channel.Id}"), alert ?? Alert(), CancellationToken.None);
    }

    private static Post.Alert Alert() => new(new DeliveryId(7), Some.Article(), null);
}
