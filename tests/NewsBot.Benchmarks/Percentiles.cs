using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Benchmarks;

/// <summary>Times of single calls in milliseconds.</summary>
internal sealed class Percentiles
{
    private readonly List<double> _times = [];

    public async Task MeasureAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public double At(double share) => _times.Order().ElementAt((int)Math.Min(_times.Count - 1, _times.Count * share));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):F2} ms, p99 {At(0.99):F2} ms, most {At(1):F2} ms");
}
