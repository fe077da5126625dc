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
        _rates = Rates();
        return this;
    }

    public override string ToString() => _rates ??= Rates();

    private string Rates() => string.Create(
        CultureInfo.InvariantCulture,
        $"{count / Stopwatch.GetElapsedTime(_start).TotalSeconds:F0}/s by the clock, {count / (Environment.CpuUsage.TotalTime - _processor).TotalSeconds:F0}/s of processor time");
}
