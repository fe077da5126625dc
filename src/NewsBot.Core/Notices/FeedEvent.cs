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
}
