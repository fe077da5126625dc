using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Storage.Tests;

/// <summary>Starts the program that writes to a folder in a process of its own.</summary>
internal static class ChildProgram
{
    /// <summary>When a program that still runs is killed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Process Start(string job, string folder, int first) =>
        Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "NewsBot.Storage.Worker"), [job, folder, first.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;

    /// <summary>What the program said, without the line break; it is killed when it takes too long, and what it had said until then counts.</summary>
    public static async Task<string> RunAsync(string job, string folder, int first, CancellationToken cancellationToken)
    {
        using var child = Start(job, folder, first);
        return (await ReadToEndAsync(child, cancellationToken)).Output;
    }

    /// <summary>Both streams of a program that ends by itself or is killed at the limit.</summary>
    public static async Task<(string Output, string Errors)> ReadToEndAsync(Process child, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit);
        await using var kill = limit.Token.Register(() => child.Kill(entireProcessTree: true));
        var (output, errors) = (child.StandardOutput.ReadToEndAsync(cancellationToken), child.StandardError.ReadToEndAsync(cancellationToken));
        await Task.WhenAll(output, errors);
        await child.WaitForExitAsync(cancellationToken);
        return ((await output).Trim(), await errors);
    }
}
