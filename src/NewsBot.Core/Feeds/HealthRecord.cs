namespace NewsBot.Core.Feeds;

/// <summary>Books a check into a feed's health. Pure.</summary>
internal static class HealthRecord
{
    private const int ErrorsToDisable = 100;
    private static readonly TimeSpan FailingToDisable = TimeSpan.FromDays(7);

    public static FeedHealth After(RefreshObservation seen, string url, NextCheck next)
    {
        var (before, now) = (seen.Before, seen.Now);
        var checkedNow = WithValidators(before, seen) with
        {
            Status = StatusAfter(seen),
            NextCheck = next.At,
            NextCheckReason = next.Reason,
            LastCheck = now,
            LastStatus = seen.Result.Trace.Status,
            FailingSince = seen.FailingSince,
            FailsForUs = seen.Failed && seen.IsOurs,
            Errors = seen.Errors,
            LastError = seen.Error,
            LastFailure = (seen.Result as FetchResult.Failed)?.Failure,
            Pace = seen.Pace,
            Requests = before.Requests + 1,
            NotModifiedAnswers = before.NotModifiedAnswers + (seen.Result is FetchResult.NotModified ? 1 : 0),
            Bytes = before.Bytes + seen.Result.Trace.Bytes,
        };
        return seen.Failed ? checkedNow : checkedNow with
        {
            BodyHash = seen.BodyHash ?? before.BodyHash,
            LastSuccess = now,
            FirstRead = before.FirstRead ?? now,
            LastNewItem = seen.LastNewItem,
            Rhythm = seen.Rhythm,
            Move = FeedMove.After(before.Move, seen.Result.Trace, seen.Parsed, url, now),
        };
    }

    /// <summary>A body brings its validators; a 304 updates those it names. Failures leave them: the answer that they belong to is still the last good one.</summary>
    private static FeedHealth WithValidators(FeedHealth before, RefreshObservation seen) => seen switch
    {
        { Failed: true } => before,
        { Result: FetchResult.Fetched fetched } => before with
        {
            Validators = fetched.Validators,
            ValidatorsSince = seen.Now,
            ValidatorsUrl = fetched.Trace.FinalUrl?.AbsoluteUri,
        },
        { Result: FetchResult.NotModified unchanged } => before with { Validators = before.Validators.UpdatedBy(unchanged.Validators) },
        _ => before,
    };

    private static FeedStatus StatusAfter(RefreshObservation seen) => seen switch
    {
        { Result: FetchResult.Gone } => FeedStatus.Gone,
        { Failed: false } => FeedStatus.Working,
        _ when !seen.IsOurs && seen.Errors >= ErrorsToDisable && seen.Now - seen.FailingSince >= FailingToDisable => FeedStatus.Disabled,
        _ => FeedStatus.Failing,
    };
}
