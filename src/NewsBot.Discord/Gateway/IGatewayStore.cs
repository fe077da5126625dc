namespace NewsBot.Discord.Gateway;

/// <summary>What the gateway keeps over a restart: sessions, so that they are resumed, and identifies, as Discord resets the token of a bot that identifies too often.</summary>
public interface IGatewayStore
{
    /// <summary>Null when there is none for this shard of this many.</summary>
    Task<GatewaySession?> LoadSessionAsync(ShardId shard, CancellationToken cancellationToken);

    Task SaveSessionAsync(ShardId shard, GatewaySession? session, CancellationToken cancellationToken);

    /// <summary>Moments of the last day, in order.</summary>
    Task<IReadOnlyList<DateTimeOffset>> LoadIdentifiesAsync(CancellationToken cancellationToken);

    /// <summary>Returns once they are kept: IDENTIFY is sent afterwards.</summary>
    Task SaveIdentifiesAsync(IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken);
}

/// <summary>One of several connections that share the servers of a bot; a server belongs to (id &gt;&gt; 22) % Count.</summary>
public readonly record struct ShardId(int Index, int Count)
{
    public override string ToString() => $"{Index}/{Count}";
}
