namespace NewsBot.Core.Feeds;

/// <summary>A permanent redirect on its way to be believed: only the same target on several checks over a day or more is stored, as captive portals and mistaken set-ups redirect permanently too.</summary>
public sealed record FeedMove(string Target, DateTimeOffset Since, int Checks)
{
    private const int ChecksWanted = 2;
    private static readonly TimeSpan TimeWanted = TimeSpan.FromHours(24);

    public bool IsTrusted(DateTimeOffset now) => Checks >= ChecksWanted && now - Since >= TimeWanted;

    /// <summary>What is known after one more check that ended in a feed; null when it was not redirected permanently.</summary>
    public static FeedMove? After(FeedMove? before, Uri? permanent, DateTimeOffset now)
    {
        if (permanent is null)
        {
            return null;
        }

        var target = permanent.AbsoluteUri;
        return before?.Target == target ? before with { Checks = before.Checks + 1 } : new FeedMove(target, now, 1);
    }
}
