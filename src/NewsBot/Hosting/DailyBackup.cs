using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Core.Storage;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Hosting;

/// <summary>Copies the store once a day into the folder "backups" of the data folder and keeps the newest copies.</summary>
internal sealed class DailyBackup(Bot bot)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (time, kept) = (bot.Get<TimeProvider>(), bot.Get<IOptions<RetentionOptions>>().Value.Backups);
        while (true)
        {
            // Not at the start: a single command is not to wait for a copy.
            await Task.Delay(Pause, time, cancellationToken);
            if (kept > 0)
            {
                await CopyAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), kept, cancellationToken);
            }
        }
    }

    private async Task CopyAsync(DateOnly day, int kept, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(bot.DataFolder, "backups")).FullName;
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"newsbot-{day:yyyy-MM-dd}.zip"));
        if (!File.Exists(file))
        {
            await bot.Get<LiteDatabaseHost>().BackupAsync(file, cancellationToken);
        }

        foreach (var old in Directory.GetFiles(folder, "newsbot-*.zip").OrderDescending(StringComparer.Ordinal).Skip(kept))
        {
            File.Delete(old);
        }
    }
}
