using System.Text;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>The table of refusals, row by row.</summary>
public sealed class FailureReaderTests
{
    private static readonly Route Post = Route.OfChannel(HttpMethod.Post, new Snowflake(1), "/messages");
    private static readonly Route Callback = Route.OfCallback(new Snowflake(1), "token");
    private static readonly Route FollowUp = Route.OfFollowUp(HttpMethod.Post, new Snowflake(1), "token", "", "");

    [Theory]
    [InlineData(10003, 404, LossReason.ChannelGone)]
    [InlineData(10004, 404, LossReason.ServerGone)]
    [InlineData(10008, 404, LossReason.MessageGone)]
    [InlineData(50001, 403, LossReason.NoAccess)]
    [InlineData(50013, 403, LossReason.NoPermission)]
    [InlineData(50009, 403, LossReason.NoPermission)]
    [InlineData(50007, 403, LossReason.DirectMessagesClosed)]
    [InlineData(50033, 400, LossReason.DirectMessagesClosed)]
    [InlineData(50278, 403, LossReason.DirectMessagesClosed)]
    [InlineData(10013, 404, LossReason.DirectMessagesClosed)]
    [InlineData(50024, 400, LossReason.NotATextChannel)]
    [InlineData(50008, 400, LossReason.NotATextChannel)]
    [InlineData(160005, 403, LossReason.ThreadLocked)]
    internal void A_target_that_is_gone_or_closed(int code, int status, LossReason reason) =>
        Assert.Equal(new DiscordFailure.TargetLost(reason), Read(Post, status, code));

    [Fact]
    public void An_archived_thread() => Assert.IsType<DiscordFailure.ThreadArchived>(Read(Post, 400, 50083));

    [Theory]
    [InlineData(404, 10015)]
    [InlineData(401, 50027)]
    [InlineData(404, 0)]
    [InlineData(401, 0)]
    public void A_webhook_that_is_gone(int status, int code) => Assert.IsType<DiscordFailure.WebhookGone>(Read(FollowUp, status, code));

    [Theory]
    [InlineData(404, 10062)]
    [InlineData(404, 0)]
    public void An_interaction_that_is_too_old(int status, int code) => Assert.IsType<DiscordFailure.InteractionExpired>(Read(Callback, status, code));

    [Fact]
    public void An_interaction_that_was_answered() => Assert.IsType<DiscordFailure.AlreadyAcknowledged>(Read(Callback, 400, 40060));

    [Fact]
    public void A_wrong_body_names_the_field()
    {
        var failure = Read(Post, 400, 50035, ""","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}""");

        Assert.Equal("embeds.0.title", Assert.IsType<DiscordFailure.InvalidBody>(failure).Path);
    }

    [Theory]
    [InlineData(400, 40005)]
    [InlineData(400, 50045)]
    [InlineData(413, 0)]
    public void A_body_that_is_too_large(int status, int code) => Assert.IsType<DiscordFailure.TooLarge>(Read(Post, status, code));

    [Theory]
    [InlineData(20016)]
    [InlineData(20022)]
    [InlineData(20028)]
    [InlineData(20029)]
    [InlineData(30046)]
    [InlineData(40003)]
    [InlineData(40004)]
    [InlineData(40006)]
    [InlineData(40062)]
    [InlineData(130000)]
    [InlineData(160006)]
    [InlineData(160007)]
    public void Slow_mode_write_limits_and_overload(int code) => Assert.Equal(new DiscordFailure.Overloaded(code), Read(Post, 400, code));

    [Theory]
    [InlineData(200000)]
    [InlineData(200001)]
    [InlineData(240000)]
    [InlineData(20009)]
    public void A_text_that_the_server_blocks(int code) => Assert.Equal(new DiscordFailure.TextBlocked(code), Read(Post, 400, code));

    [Fact]
    public void The_days_commands_are_used_up() => Assert.IsType<DiscordFailure.CommandQuota>(Read(Post, 429, 30034));

    [Fact]
    public void A_wrong_user_agent() => Assert.IsType<DiscordFailure.UserAgentRefused>(Read(Post, 403, 40333));

    [Fact]
    public void A_message_that_may_not_answer_another() => Assert.Equal(DiscordFailure.InvalidBody.Reference, Assert.IsType<DiscordFailure.InvalidBody>(Read(Post, 403, 160002)).Path);

    [Theory]
    [InlineData(0)]
    [InlineData(40001)]
    [InlineData(50014)]
    public void A_refused_token(int code) => Assert.IsType<DiscordFailure.TokenRefused>(Read(Post, 401, code));

    [Theory]
    [InlineData("<html>nginx</html>")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"code":"text"}""")]
    public void Anything_else_is_refused_with_its_status(string body) =>
        Assert.Equal(403, Assert.IsType<DiscordFailure.Refused>(FailureReader.Read(Post, 403, Encoding.UTF8.GetBytes(body))).Status);

    private static DiscordFailure Read(Route route, int status, int code, string more = "") =>
        FailureReader.Read(route, status, Encoding.UTF8.GetBytes($$"""{"message":"no","code":{{code}}{{more}}}"""));
}
