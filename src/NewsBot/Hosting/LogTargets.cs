using System.Globalization;
using NewsBot.Verbs;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace NewsBot.Hosting;

/// <summary>Where the log goes: beside a conversation into a file of the data folder, else to standard error.</summary>
internal static class LogTargets
{
    private const long FileBytes = 10 * 1024 * 1024;
    private const int KeptFiles = 5;

    /// <param name="level">What is logged where nobody talks.</param>
    public static Logger For(string dataFolder, Screen screen, LoggingLevelSwitch level)
    {
        var log = new LoggerConfiguration();
        return screen.IsInteractive
            ? log.MinimumLevel.Information()
                .WriteTo.File(Path.Combine(dataFolder, "logs", "newsbot-.log"), formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: KeptFiles)
                .CreateLogger()
            : log.MinimumLevel.ControlledBy(level)
                .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture)
                .CreateLogger();
    }
}
