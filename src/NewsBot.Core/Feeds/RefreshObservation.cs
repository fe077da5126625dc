namespace NewsBot.Core.Feeds;

/// <summary>What one check of a feed showed, as far as the time of the next one depends on it.</summary>
/// <param name="Errors">Failures in a row, this one included.</param>
/// <param name="NewItems">Items that were not known.</param>
public sealed record RefreshObservation(FetchResult Result, bool Failed, int Errors, int NewItems, int Items, PaceHints Pace, CacheLifetime Lifetime);
