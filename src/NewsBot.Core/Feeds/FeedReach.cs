namespace NewsBot.Core.Feeds;

/// <summary>How many of the feeds that say something about our own network got no answer at their last check.</summary>
/// <param name="Feeds">Those that were checked, without those that failed by themselves long before.</param>
public readonly record struct FeedReach(int Feeds, int Unreachable)
{
    /// <summary>From how many feeds on a common failure says something.</summary>
    private const int FewFeeds = 4;

    /// <summary>A feed that failed for so long while another could be read is dead by itself.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromHours(24);

    /// <summary>More than half got no answer: it is our network, not the publishers.</summary>
    public bool MostAreOut => Feeds >= FewFeeds && 2 * Unreachable > Feeds;

    /// <summary>At most a quarter got none. Between the two it stays what it was before.</summary>
    public bool IsGood => 4 * Unreachable <= Feeds;

    /// <summary>Of the feeds as they are held.</summary>
    internal static FeedReach Of(IEnumerable<Feed> feeds)
    {
        var (all, unreachable) = (0, new List<DateTimeOffset?>());
        var lastSuccess = DateTimeOffset.MinValue;
        foreach (var feed in feeds)
        {
            if (!feed.IsFetched || feed.Health.LastCheck is null)
            {
                continue;
            }

            all++;
            lastSuccess = feed.Health.LastSuccess > lastSuccess ? feed.Health.LastSuccess.Value : lastSuccess;
            if (feed.Health is { Status: FeedStatus.Failing, LastStatus: null })
            {
                unreachable.Add(feed.Health.FailingSince);
            }
        }

        var dead = unreachable.Count(since => since + DeadAfter < lastSuccess);
        return new FeedReach(all - dead, unreachable.Count - dead);
    }
}
