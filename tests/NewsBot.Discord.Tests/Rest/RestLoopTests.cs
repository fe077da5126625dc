using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>What the client does about answers that are late, lost or refusals, in virtual time.</summary>
[Collection(nameof(VirtualTime))]
public sealed class RestLoopTests
{
    private const string Create = "POST /channels/{channel}/messages";

    [Fact]
    public void A_message_whose_answer_was_lost_is_sent_again_and_stands_there_once() => Run(async scene =>
    {
        scene.Discord.Faults.Next(Create, FakeFault.LostAnswer(), FakeFault.LostAnswer());

        var sent = await scene.SendAsync("n1");

        Assert.Equal(scene.Channel.Messages.Single().Id, sent.ValueOrDefault!.Id.Value);
        Assert.Equal(3, scene.Discord.Calls.Count);
    });

    [Fact]
    public void Pauses_after_server_errors_double_and_end_after_four_tries() => Run(async scene =>
    {
        scene.Discord.Faults.Next(Create, [.. Enumerable.Repeat(FakeFault.BadGateway(), 10)]);

        var sent = await scene.SendAsync("n1");

        Assert.IsType<DiscordFailure.OutcomeUnknown>(sent.FailureOrNull);
        Assert.Equal(4, scene.Discord.Calls.Count);
        var pauses = scene.Discord.Calls.Zip(scene.Discord.Calls.Skip(1), (first, second) => (second.At - first.At).TotalSeconds).ToList();
        Assert.InRange(pauses[0], 0.5, 0.75);
        Assert.InRange(pauses[1], 1, 1.4);
        Assert.InRange(pauses[2], 2, 2.7);
    });

    [Fact]
    public void What_cannot_be_repeated_is_not_and_its_outcome_is_unknown() => Run(async scene =>
    {
        var forum = scene.Server.AddChannel("talk", FakeChannelType.Forum);
        scene.Discord.Faults.Next("POST /channels/{channel}/threads", FakeFault.LostAnswer());

        var posted = await scene.Client.Api.CreateForumPostAsync(new Snowflake(forum.Id), new ForumPost("Ferries", new MessageBody { Content = "x" }), SendPriority.Alert, CancellationToken.None);

        Assert.IsType<DiscordFailure.OutcomeUnknown>(posted.FailureOrNull);
        Assert.Single(forum.Threads);
    });

    [Fact]
    public void An_answer_that_takes_too_long_counts_as_lost() => Run(async scene =>
    {
        scene.Discord.Faults.Next(Create, FakeFault.Slow(TimeSpan.FromSeconds(40)));
        var began = scene.Client.Clock.Now;

        var sent = await scene.SendAsync("n1");

        Assert.Null(sent.FailureOrNull);
        Assert.InRange((scene.Client.Clock.Now - began).TotalSeconds, 15, 17);
        Assert.Single(scene.Channel.Messages);
    });

    [Fact]
    public void Discord_that_was_never_reached_is_told_apart() => Run(async scene =>
    {
        var sent = await scene.SendAsync("n1");

        Assert.IsType<DiscordFailure.Unreachable>(sent.FailureOrNull);
        Assert.Empty(scene.Discord.Calls);
    }, new Unreachable());

    [Fact]
    public void A_wait_of_more_than_a_minute_goes_back_to_who_asked() => Run(async scene =>
    {
        scene.Discord.Faults.Next(Create, FakeFault.UserLimit(300));
        var began = scene.Client.Clock.Now;

        var sent = await scene.SendAsync("n1");

        var limited = Assert.IsType<DiscordFailure.RateLimited>(sent.FailureOrNull);
        Assert.InRange(limited.Wait.TotalSeconds, 300, 300.3);
        Assert.False(limited.IsForAll);
        Assert.True(scene.Client.Clock.Now - began < TimeSpan.FromSeconds(1));
        Assert.IsType<DiscordFailure.RateLimited>((await scene.SendAsync("n2")).FailureOrNull);
        Assert.Single(scene.Discord.Calls);
    });

    [Fact]
    public void A_ban_of_the_address_stops_everything_for_a_minute() => Run(async scene =>
    {
        var other = new Snowflake(scene.Server.AddChannel("other").Id);
        scene.Discord.Faults.Next(Create, FakeFault.AddressBan(30));

        var first = scene.SendAsync("n1");
        await Task.Delay(TimeSpan.FromSeconds(1), scene.Time);
        var second = await scene.Client.Api.CreateMessageAsync(other, new MessageBody { Content = "x" }, "n2", SendPriority.Interactive, CancellationToken.None);

        Assert.Null(second.FailureOrNull);
        await first;
        Assert.True(scene.Discord.Calls[1].At - scene.Discord.Calls[0].At >= TimeSpan.FromSeconds(60));
    });

    [Fact]
    public void After_a_401_no_call_leaves() => Run(async scene =>
    {
        scene.Discord.Gateway.IsTokenRevoked = true;
        var waiting = Enumerable.Range(0, 20).Select(number => scene.SendAsync($"n{number}")).ToList();

        Assert.All(await Task.WhenAll(waiting), sent => Assert.IsType<DiscordFailure.TokenRefused>(sent.FailureOrNull));
        Assert.IsType<DiscordFailure.TokenRefused>((await scene.SendAsync("later")).FailureOrNull);
        Assert.Single(scene.Discord.Calls);
    });

    [Fact]
    public void An_interaction_whose_token_is_over_does_not_shut_the_bot_up() => Run(async scene =>
    {
        var slash = scene.Slash();
        await scene.Client.Interactions.AnswerAsync(slash, InteractionCallback.Defer(isPrivate: false), CancellationToken.None);
        await Task.Delay(TimeSpan.FromMinutes(16), scene.Time);

        var late = await scene.Client.Interactions.EditOriginalAsync(slash, new MessageBody { Content = "x" }, CancellationToken.None);

        Assert.IsType<DiscordFailure.WebhookGone>(late.FailureOrNull);
        Assert.False(scene.Client.Gate.IsShut);
    });

    [Fact]
    public void A_first_answer_is_tried_for_two_and_a_half_seconds_and_no_longer() => Run(async scene =>
    {
        var callback = "POST /interactions/{interaction}/{token}/callback";
        scene.Discord.Faults.Next(callback, [.. Enumerable.Repeat(FakeFault.BadGateway(), 10)]);
        var slash = scene.Slash();

        var answered = await scene.Client.Interactions.AnswerAsync(slash, InteractionCallback.Defer(isPrivate: false), CancellationToken.None);

        Assert.NotNull(answered.FailureOrNull);
        Assert.InRange(scene.Client.Clock.Now - slash.ReceivedAt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5));
        Assert.InRange(scene.Discord.Calls.Count, 2, 4);
    });

    [Fact]
    public void An_interaction_that_waited_too_long_here_is_not_answered_any_more() => Run(async scene =>
    {
        var slash = scene.Slash();
        await Task.Delay(TimeSpan.FromSeconds(2.6), scene.Time);

        var answered = await scene.Client.Interactions.AnswerAsync(slash, InteractionCallback.Defer(isPrivate: false), CancellationToken.None);

        Assert.IsType<DiscordFailure.InteractionExpired>(answered.FailureOrNull);
        Assert.Empty(scene.Discord.Calls);
    });

    [Fact]
    public void A_first_answer_whose_own_answer_was_lost_is_found_to_have_arrived() => Run(async scene =>
    {
        scene.Discord.Faults.Next("POST /interactions/{interaction}/{token}/callback", FakeFault.LostAnswer());

        var answered = await scene.Client.Interactions.AnswerAsync(scene.Slash(), InteractionCallback.Defer(isPrivate: false), CancellationToken.None);

        Assert.IsType<DiscordFailure.AlreadyAcknowledged>(answered.FailureOrNull);
    });

    [Fact]
    public void Calls_say_who_they_are_and_answers_to_interactions_carry_no_token() => Run(async scene =>
    {
        await scene.SendAsync("n1");
        await scene.Client.Interactions.AnswerAsync(scene.Slash(), InteractionCallback.Defer(isPrivate: false), CancellationToken.None);

        Assert.All(scene.Discord.Calls, call => Assert.StartsWith("DiscordBot (", call.Request.Header("User-Agent"), StringComparison.Ordinal));
        Assert.All(scene.Discord.Calls, call => Assert.StartsWith("application/json", call.Request.Header("Content-Type"), StringComparison.Ordinal));
        Assert.Equal([true, false], scene.Discord.Calls.Select(call => call.Request.Header("Authorization") is not null));
        Assert.Equal("{\"parse\":[]}", scene.Discord.Calls[0].Payload!["allowed_mentions"]!.ToJsonString());
        Assert.Equal("true", scene.Discord.Calls[0].Payload!["enforce_nonce"]!.ToJsonString());
    });

    [Fact]
    public void No_log_holds_a_token() => Run(async scene =>
    {
        var callback = "POST /interactions/{interaction}/{token}/callback";
        scene.Discord.Faults.Next(callback, FakeFault.Error(400, 50035, "no"), FakeFault.UserLimit(0.1), FakeFault.Cut());
        for (var asked = 0; asked < 3; asked++)
        {
            await scene.Client.Interactions.AnswerAsync(scene.Slash(), InteractionCallback.Defer(isPrivate: false), CancellationToken.None);
        }

        scene.Discord.Faults.Next(null, [.. Enumerable.Repeat(FakeFault.Cut(), 4)]);
        await scene.SendAsync("n1");

        Assert.NotEmpty(scene.Log);
        Assert.All(scene.Log, line => Assert.DoesNotContain(scene.Discord.Token, line, StringComparison.Ordinal));
        Assert.All(scene.Discord.Interactions.All, interaction => Assert.All(scene.Log, line => Assert.DoesNotContain(interaction.Token, line, StringComparison.Ordinal)));
    });

    [Theory]
    [InlineData("POST /interactions/12/aW50ZXI:abc/callback failed", "POST /interactions/12/***/callback failed")]
    [InlineData("https://discord.com/api/v10/webhooks/12/tok_en-1?wait=true", "https://discord.com/api/v10/webhooks/12/***?wait=true")]
    [InlineData("Bot secret.token.value!", "Bot ***!")]
    public void Tokens_are_masked_wherever_they_stand(string text, string masked)
    {
        using var http = new HttpMessageInvoker(new Unreachable());
        Assert.Equal(masked, new RestTransport(new DiscordAccount("secret.token.value"), http, TimeProvider.System).Redacted(text));
    }

    private static void Run(Func<RestScene, Task> play, HttpMessageHandler? handler = null) => VirtualTime.Run(async time =>
    {
        using var scene = new RestScene(time, handler);
        await play(scene);
    });

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
    }
}
