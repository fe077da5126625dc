using System.Diagnostics;
using System.Globalization;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Worker;

/// <summary>The other side of the process tests: writes to a folder until it is killed or kills itself. Arguments: job, folder, first id.</summary>
internal static class Program
{
    /// <summary>So short that some kills fall into the moving of the log.</summary>
    private const int CheckpointBytes = 128 * 1024;

    public static Task Main(string[] args)
    {
        LiteFinalizers.Guard();
        return RunAsync(args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
    }

    private static Task RunAsync(string job, string folder, int first) => job switch
    {
        "raw" => RawDatabase.InsertAsync(folder, first),
        "raw-count" => RawDatabase.CountAsync(folder),
        "raw-ids" => RawDatabase.InsertIdsThatDifferInCaseAsync(folder),
        "raw-readers" => RawDatabase.KeepReadersOpenAsync(folder),
        "raw-rebuild" => RawDatabase.RebuildAsync(folder),
        "raw-writers" => RawDatabase.WriteFromManyThreadsAsync(folder),
        "disk-full" => FullDisk.RunAsync(folder, first),
        "disk-full-stop" => FullDisk.StopAsync(folder, first),
        "write" => WriteAsync(folder, first, dieAfter: int.MaxValue),
        "die" => WriteAsync(folder, first, dieAfter: 20 + (first % 37)),
        _ => throw new InvalidOperationException($"Unknown job {job}."),
    };

    /// <summary>Says each id once its write was acknowledged; may then die by itself at once, without a chance for anything that was put off.</summary>
    private static async Task WriteAsync(string folder, int first, int dieAfter)
    {
        var host = ((OpenResult.Opened)LiteDatabaseHost.Open(new LiteDatabaseOptions(folder) { CheckpointBytes = CheckpointBytes }, NullLogger.Instance)).Host;
        for (var id = first; ; id += 4)
        {
            var from = id;
            await Task.WhenAll(Enumerable.Range(from, 4).Select(one => host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = one, ["text"] = new string('x', 1_500) }), CancellationToken.None)));
            Console.Out.WriteLine(from + 3);
            await Console.Out.FlushAsync();
            if (id + 3 >= first + dieAfter)
            {
                Process.GetCurrentProcess().Kill();
            }
        }
    }
}
