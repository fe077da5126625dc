namespace NewsBot.Core.Feeds;

/// <summary>Two feeds that are to become one, as they were read; their versions guard the merge.</summary>
/// <param name="From">The one that moved. It keeps its articles and is not fetched any more.</param>
/// <param name="Into">The one whose address it moved to.</param>
public sealed record FeedMerge(Feed From, Feed Into)
{
    /// <summary>True when both were read from one address: then each item of the one is an item of the other.</summary>
    public bool IsSameDocument { get; init; }

    /// <summary>True when no other feed has the name of <see cref="From"/>: who follows that source then follows the other one.</summary>
    public bool HasOwnName { get; init; }
}
