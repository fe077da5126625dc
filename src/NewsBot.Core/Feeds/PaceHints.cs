namespace NewsBot.Core.Feeds;

/// <summary>How often a feed asks to be read.</summary>
public sealed record PaceHints
{
    public static readonly PaceHints None = new();

    /// <summary>RSS ttl.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>RSS skipHours, 0 to 23 (24 counts as 0), GMT.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>RSS skipDays, GMT.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>sy:updatePeriod divided by sy:updateFrequency.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>sy:updateBase, from which the update times are counted.</summary>
    public DateTimeOffset? UpdateBase { get; init; }
}
