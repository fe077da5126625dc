using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Storage.Tests;

/// <summary>The store on a disk that runs full: a small tmpfs in a mount namespace of the child process, which needs no rights on this machine.</summary>
[Collection(Alone.Name)]
public sealed class DiskFullTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_FULL_DISKS") ?? "3", CultureInfo.InvariantCulture);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task On_a_full_disk_nothing_is_acknowledged_falsely_and_writing_goes_on_when_there_is_room()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (told, errors) = await RunAsync("disk-full", round);
            output.WriteLine(told);
            Assert.Matches("^acknowledged [1-9][0-9]* refused (2[0-9]|[3-9][0-9]|1[0-9][0-9]) lost 0 last True$", told.Length > 0 ? told : errors);
        }
    }

    [Fact]
    public async Task The_store_stops_on_a_full_disk_and_has_everything_acknowledged_afterwards()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (told, errors) = await RunAsync("disk-full-stop", round);
            Assert.Matches("^acknowledged [1-9][0-9]* lost 0$", told.Length > 0 ? told : errors);
        }
    }

    private async Task<(string Output, string Errors)> RunAsync(string job, int seed)
    {
        const string Script = "mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$1\" \"$2\" \"$0\" \"$3\"";
        var start = new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", Script, _folder.Root, Path.Combine(AppContext.BaseDirectory, "NewsBot.Storage.Worker"), job, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var child = Process.Start(start)!;
        return await ChildProgram.ReadToEndAsync(child, TestContext.Current.CancellationToken);
    }
}
