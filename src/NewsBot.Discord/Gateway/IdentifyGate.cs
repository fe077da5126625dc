namespace NewsBot.Discord.Gateway;

/// <summary>
/// Lets shards identify one by one: one per 5 s for each key of Discord's max_concurrency, and at most 900 within 24 h, kept over restarts, as at 1,000 Discord resets the token
/// (docs.discord.com/developers/events/gateway, "Session Start Limit"). Thread-safe.
/// </summary>
internal sealed class IdentifyGate(IGatewayStore store, TimeProvider time) : IDisposable
{
    public const int MostPerDay = 900;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<int, long> _last = [];
    private List<DateTimeOffset>? _today;

    /// <summary>Identifies at the same time, as Discord allowed last.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Null when the shard may identify now; else how long the day's budget keeps it waiting. Waits out the 5 s itself.</summary>
    public async Task<TimeSpan?> EnterAsync(ShardId shard, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan pause;
            await _turn.WaitAsync(cancellationToken);
            try
            {
                _today ??= [.. await store.LoadIdentifiesAsync(cancellationToken)];
                var now = time.GetUtcNow();
                _today.RemoveAll(moment => moment <= now - Day);
                if (_today.Count >= MostPerDay)
                {
                    return _today[0] + Day - now;
                }

                pause = PauseOf(shard);
                if (pause <= TimeSpan.Zero)
                {
                    await CountAsync(shard, now, cancellationToken);
                    return null;
                }
            }
            finally
            {
                _turn.Release();
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    public void Dispose() => _turn.Dispose();

    private TimeSpan PauseOf(ShardId shard) => _last.TryGetValue(KeyOf(shard), out var last) ? Spacing - time.GetElapsedTime(last) : TimeSpan.Zero;

    private async Task CountAsync(ShardId shard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _today!.Add(now);
        _last[KeyOf(shard)] = time.GetTimestamp();
        await store.SaveIdentifiesAsync(_today, cancellationToken);
    }

    private int KeyOf(ShardId shard) => shard.Index % Math.Max(1, MaxConcurrency);
}
