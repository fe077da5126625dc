using System.Globalization;

namespace NewsBot.Benchmarks;

/// <summary>What the process holds in main memory, from the kernel's account of it: its own, and pages of files that the kernel drops when somebody needs the room.</summary>
internal static class Memory
{
    private const string Account = "/proc/self/status";

    /// <summary>https://man7.org/linux/man-pages/man5/proc_pid_status.5.html; elsewhere the sum alone.</summary>
    public static string Now() => File.Exists(Account)
        ? string.Create(CultureInfo.InvariantCulture, $"memory {Kilobytes("VmRSS:") / 1000} MB ({Kilobytes("RssAnon:") / 1000} its own, {Kilobytes("RssFile:") / 1000} of mapped files)")
        : string.Create(CultureInfo.InvariantCulture, $"memory {Environment.WorkingSet / 1_000_000} MB");

    private static long Kilobytes(string name)
    {
        var line = File.ReadLines(Account).First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length).Trim(" \tkB"), CultureInfo.InvariantCulture);
    }
}
