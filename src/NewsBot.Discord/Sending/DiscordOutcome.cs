using NewsBot.Core.Delivery;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Sending;

/// <summary>What a refusal of Discord means for the outbox. Pure.</summary>
internal static class DiscordOutcome
{
    /// <summary>While the token is refused nothing is sent; the rows wait for the operator.</summary>
    private static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(5);

    public static SendResult Of(DiscordFailure failure) => failure switch
    {
        DiscordFailure.TargetLost(LossReason.MessageGone) => new SendResult.Rejected("the message was deleted"),
        DiscordFailure.TargetLost(var reason) => new SendResult.PlaceGone(Words(reason)),
        DiscordFailure.ThreadArchived => new SendResult.PlaceGone("the thread is archived and the bot may not open it"),
        DiscordFailure.Overloaded or DiscordFailure.Unreachable => new SendResult.RetryAfter(TimeSpan.Zero, IsForAll: false),
        DiscordFailure.RateLimited(var wait, var isForAll) => new SendResult.RetryAfter(wait, isForAll),
        DiscordFailure.OutcomeUnknown(var reason) => new SendResult.Unknown(reason),
        DiscordFailure.TokenRefused or DiscordFailure.UserAgentRefused => new SendResult.RetryAfter(TokenPause, IsForAll: true),
        DiscordFailure.TextBlocked => new SendResult.Rejected("the server's own rules refuse the text"),
        DiscordFailure.InvalidBody(var path, var message) => new SendResult.Rejected($"Discord refuses the message: {message} ({path})"),
        DiscordFailure.Refused(var status, var code, var message) => new SendResult.Rejected($"Discord refuses the message: {message} ({status}, {code})"),
        _ => new SendResult.Rejected(failure.GetType().Name),
    };

    private static string Words(LossReason reason) => reason switch
    {
        LossReason.ChannelGone => "the channel was deleted",
        LossReason.ServerGone => "the bot is no longer on the server",
        LossReason.NoAccess => "the bot may not see the channel",
        LossReason.NoPermission => "the bot may not write in the channel",
        LossReason.DirectMessagesClosed => "the person takes no private messages",
        LossReason.NotATextChannel => "the channel takes no messages",
        LossReason.ThreadLocked => "the thread is locked",
        _ => reason.ToString(),
    };
}
