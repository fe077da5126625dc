namespace NewsBot.Discord.Rest;

/// <summary>Why a call failed, by what the caller has to do about it.</summary>
internal abstract record DiscordFailure
{
    private DiscordFailure()
    {
    }

    /// <summary>The target is gone or closed to the bot: pause the subscription, tell its owner once, do not try again.</summary>
    public sealed record TargetLost(LossReason Reason) : DiscordFailure;

    /// <summary>The thread is archived: unarchive it once, or treat it as lost.</summary>
    public sealed record ThreadArchived : DiscordFailure;

    /// <summary>The webhook or the interaction's token is no longer good: never use it again.</summary>
    public sealed record WebhookGone : DiscordFailure;

    /// <summary>Too late for this interaction, or another instance answered it.</summary>
    public sealed record InteractionExpired : DiscordFailure;

    /// <summary>The interaction has its first answer: go on by editing it.</summary>
    public sealed record AlreadyAcknowledged : DiscordFailure;

    /// <summary>The body is wrong: our fault. Try once as plain text.</summary>
    /// <param name="Path">The first field that is wrong, such as "embeds.0.title", or empty.</param>
    public sealed record InvalidBody(string Path, string Message) : DiscordFailure
    {
        /// <summary>The path when the earlier message cannot be answered: it is gone, or the bot may not read the history of the channel.</summary>
        public const string Reference = "message_reference";
    }

    /// <summary>Drop the files and try once more.</summary>
    public sealed record TooLarge : DiscordFailure;

    /// <summary>Slow mode, a limit on writes, or overload: proven not done; try again later.</summary>
    public sealed record Overloaded(int Code) : DiscordFailure;

    /// <summary>The server's rules refuse this text for good.</summary>
    public sealed record TextBlocked(int Code) : DiscordFailure;

    /// <summary>The day's command changes are used up: keep the old commands, try tomorrow.</summary>
    public sealed record CommandQuota : DiscordFailure;

    /// <summary>Cloudflare refuses the User-Agent: our fault.</summary>
    public sealed record UserAgentRefused : DiscordFailure;

    /// <summary>The bot's token was refused, now or before: no call leaves any more.</summary>
    public sealed record TokenRefused(string Advice) : DiscordFailure;

    /// <summary>Proven not done: the limits ask for a longer wait than the call had.</summary>
    /// <param name="IsForAll">True when everything has to wait, not this target alone.</param>
    public sealed record RateLimited(TimeSpan Wait, bool IsForAll) : DiscordFailure;

    /// <summary>Proven not done: Discord was not reached.</summary>
    public sealed record Unreachable(string Reason) : DiscordFailure;

    /// <summary>It may have been done: no answer came, or none that can be read.</summary>
    public sealed record OutcomeUnknown(string Reason) : DiscordFailure;

    /// <summary>Anything else: this call will never be taken.</summary>
    /// <param name="Code">Discord's own code, or 0.</param>
    public sealed record Refused(int Status, int Code, string Message) : DiscordFailure;
}

/// <summary>What happened to a target.</summary>
internal enum LossReason
{
    ChannelGone,
    ServerGone,
    MessageGone,
    NoAccess,
    NoPermission,
    DirectMessagesClosed,
    NotATextChannel,
    ThreadLocked,
}
