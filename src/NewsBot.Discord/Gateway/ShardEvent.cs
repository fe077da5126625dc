namespace NewsBot.Discord.Gateway;

/// <summary>Everything that can happen to a shard.</summary>
internal abstract record ShardEvent
{
    private ShardEvent()
    {
    }

    /// <param name="Session">The one a former process left, or null.</param>
    public sealed record Start(GatewaySession? Session) : ShardEvent;

    /// <param name="Remaining">Identifies that are left today.</param>
    /// <param name="ResetAfter">When there will be more.</param>
    public sealed record GatewayFound(Uri Url, int Remaining, TimeSpan ResetAfter) : ShardEvent;

    public sealed record GatewayNotFound(string Reason, bool IsTokenRefused) : ShardEvent;

    public sealed record Opened : ShardEvent;

    public sealed record ConnectFailed(string Reason) : ShardEvent;

    public sealed record Received(GatewayFrame Frame) : ShardEvent;

    /// <summary>A message that is no frame, or an action that failed.</summary>
    public sealed record Garbled : ShardEvent;

    /// <param name="Code">Null when the connection was lost without one.</param>
    public sealed record Closed(int? Code) : ShardEvent;

    public sealed record IdentifyAllowed : ShardEvent;

    /// <param name="Wait">Until the day's budget has room again.</param>
    public sealed record IdentifyRefused(TimeSpan Wait) : ShardEvent;

    /// <summary>The state's next due time has come.</summary>
    public sealed record Tick : ShardEvent;

    /// <param name="IsFinal">True ends the session at Discord too; false keeps it for the next process.</param>
    public sealed record Stop(bool IsFinal) : ShardEvent;
}
