using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace NewsBot.Tests.Secrets;

/// <summary>Looks for secrets in everything that a process tells of itself without being asked: each activity with its tags and events, each measurement with its tags, each exception as text, at the moment it is thrown.</summary>
internal sealed class SecretWatch : IDisposable
{
    [ThreadStatic]
    private static bool _isLooking;

    private readonly IReadOnlyList<string> _secrets;
    private readonly ConcurrentQueue<string> _found = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private int _activityCount;
    private int _measurementCount;
    private int _exceptionCount;

    public SecretWatch(IReadOnlyList<string> secrets)
    {
        _secrets = secrets;
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Look,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Look(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Look(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Look(instrument, tags));
        _meters.Start();
        AppDomain.CurrentDomain.FirstChanceException += Look;
    }

    /// <summary>Where a secret stood.</summary>
    public IReadOnlyList<string> Found => [.. _found];

    public int Activities => Volatile.Read(ref _activityCount);

    public int Measurements => Volatile.Read(ref _measurementCount);

    public int Exceptions => Volatile.Read(ref _exceptionCount);

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Look;
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Look(Activity activity)
    {
        Interlocked.Increment(ref _activityCount);
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(told => told.Tags)).Concat(activity.Baggage.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)));
        Look("activity", $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {TextOf(tags)}");
    }

    private void Look(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _measurementCount);
        Look("metric", $"{instrument.Name} {TextOf(tags.ToArray())}");
    }

    private void Look(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        // Its text may throw in turn.
        if (_isLooking)
        {
            return;
        }

        _isLooking = true;
        Interlocked.Increment(ref _exceptionCount);
        Look("exception", thrown.Exception.ToString());
        _isLooking = false;
    }

    private void Look(string kind, string text)
    {
        if (_secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            _found.Enqueue($"{kind}: {text}");
        }
    }

    private static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")));
}
