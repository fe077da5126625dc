namespace NewsBot.Core.Notices;

/// <summary>What people are told of a feed that they follow.</summary>
public enum FeedEvent
{
    /// <summary>It could not be read for a day.</summary>
    Failing,

    /// <summary>It works again after people were told that it fails.</summary>
    Recovered,

    /// <summary>Its publisher ended it.</summary>
    Ended,

    /// <summary>It moved onto another feed that the same place follows; two subscriptions became one.</summary>
    Merged,
}
