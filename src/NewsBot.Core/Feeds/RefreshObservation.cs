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

    /// <summary>Of the body that was parsed now; null where none was.</summary>
    public string? BodyHash { get; init; }

    public bool Failed => Error is not null;

    /// <summary>Failures in a row, this one included.</summary>
    public int Errors => Failed ? Before.Errors + 1 : 0;

    public CacheLifetime Lifetime => Result switch
    {
        FetchResult.Fetched fetched => fetched.Lifetime,
        FetchResult.NotModified unchanged => unchanged.Lifetime,
        _ => CacheLifetime.Unstated,
    };

    public DateTimeOffset? LastNewItem => NewItems.Count > 0 ? Now : Before.LastNewItem;

    public PublishingRhythm Rhythm => NewItems.Count > 0 ? Before.Rhythm.With(NewItems, Now) : Before.Rhythm;
}
