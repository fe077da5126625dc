using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Storage.Tests;

/// <summary>Starts the program that writes to a folder in a process of its own.</summary>
internal static class ChildProgram
{
    public static Process Start(string job, string folder, int first) =>
        Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "NewsBot.Storage.Worker"), [job, folder, first.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
}
