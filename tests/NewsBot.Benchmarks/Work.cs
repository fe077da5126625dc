using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Benchmarks;

/// <summary>How fast some work went since this was made, by the clock and by the processor time of all threads, which other work on the machine does not stretch.</summary>
internal sealed class Work(int count)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private string? _rates;

    /// <summary>Ends the measurement.</summary>
    /// <param name="result">What the work gave, so that it is not optimized away.</param>
    public Work Stop(int result)
    {
        GC.KeepAlive(result);
        _rates = Rates(TimeSpan.Zero);
        return this;
    }

    /// <summary>Ends the measurement without the time in which one thread made what the work needs.</summary>
    public Work StopWithout(TimeSpan making)
    {
        _rates = Rates(making);
        return this;
    }

    public override string ToString() => _rates ??= Rates(TimeSpan.Zero);

    private string Rates(TimeSpan without) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count / (Stopwatch.GetElapsedTime(_start) - without).TotalSeconds:F0}/s by the clock, {count / (Environment.CpuUsage.TotalTime - _processor - without).TotalSeconds:F0}/s of processor time");
}
