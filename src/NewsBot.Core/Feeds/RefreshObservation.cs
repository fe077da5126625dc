namespace NewsBot.Core.Feeds;

/// <summary>What one check of a feed showed, as far as the time of the next one depends on it.</summary>
/// <param name="Error">A sentence for people, or null when the check succeeded; an answer that is no feed is an error too.</param>
/// <param name="Before">The health before this check.</param>
public sealed record RefreshObservation(FetchResult Result, string? Error, FeedHealth Before, DateTimeOffset Now)
{
    /// <summary>When the items that were not known appeared.</summary>
    public IReadOnlyList<DateTimeOffset> NewItems { get; init; } = [];

    /// <summary>As the answer states it, or as it was before where nothing was parsed.</summary>
    public PaceHints Pace { get; init; } = Before.Pace;

    /// <summary>What was parsed now; null where nothing was.</summary>
    public ParsedFeed? Parsed { get; init; }

    /// <summary>Of the body that was parsed now; null where none was.</summary>
    public string? BodyHash { get; init; }

    public bool Failed => Error is not null;

    /// <summary>True when there was no answer while most feeds got none: it is our network, and the feed is not to blame.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Failures in a row, this one included; those of our own network are not counted.</summary>
    public int Errors => !Failed ? 0 : IsOurs ? Before.Errors : Before.Errors + 1;

    /// <summary>Since when it fails; null when it does not. After failures of our network the first own one begins anew.</summary>
    public DateTimeOffset? FailingSince => !Failed ? null : Before.FailsForUs && !IsOurs ? Now : Before.FailingSince ?? Now;

    public CacheLifetime Lifetime => Result switch
    {
        FetchResult.Fetched fetched => fetched.Lifetime,
        FetchResult.NotModified unchanged => unchanged.Lifetime,
        _ => CacheLifetime.Unstated,
    };

    public DateTimeOffset? LastNewItem => NewItems.Count > 0 ? Now : Before.LastNewItem;

    public PublishingRhythm Rhythm => NewItems.Count > 0 ? Before.Rhythm.With(NewItems, Now) : Before.Rhythm;
}
