namespace NewsBot.Core.Feeds;

/// <summary>What a refresh did.</summary>
/// <param name="Feed">The feed as committed; null when another refresh was first and this one changed nothing.</param>
public sealed record RefreshReport(Feed? Feed, int New, int Changed)
{
    /// <summary>A sentence for people when the feed could not be read.</summary>
    public string? Error { get; init; }

    /// <summary>Set when nothing was fetched, as the feed was checked too short a time ago: the earliest moment at which it may be again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when the host asked all of its feeds to wait, or null.</summary>
    public DateTimeOffset? HostPausedUntil { get; init; }
}
