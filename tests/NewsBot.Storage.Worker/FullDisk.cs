using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Worker;

/// <summary>Writes until the disk is full and beyond, then makes room, writes on, and looks whether everything acknowledged is there, also after the store was opened again.</summary>
internal static class FullDisk
{
    private const int Refusals = 20;
    private const int AfterRoom = 200;

    /// <summary>Stops while the disk is still full, which must end, and looks whether everything acknowledged is there when the store is opened again with room.</summary>
    /// <param name="folder">On a file system of its own that is a few megabytes large.</param>
    /// <param name="seed">Decides how much room there is at first, and how many writes are refused before the stop.</param>
    public static async Task StopAsync(string folder, int seed)
    {
        var filler = Path.Combine(folder, "filler");
        await File.WriteAllBytesAsync(filler, new byte[(4 + (seed % 9)) * 1_000_000]);
        var data = new LiteDatabaseOptions(Path.Combine(folder, "data")) { CheckpointBytes = 2 * 1024 * 1024 };
        var acknowledged = new List<int>();
        await using (var host = Open(data))
        {
            for (var (id, refused) = (1, 0); refused <= seed % 4; id++)
            {
                refused += await TryWriteAsync(host, id, acknowledged) ? 0 : 1;
            }
        }

        File.Delete(filler);
        await using var again = Open(data);
        var lost = await again.ReadAsync(database => acknowledged.Count(one => database.GetCollection("things").FindById(one) is null), CancellationToken.None);
        Console.Out.WriteLine($"acknowledged {acknowledged.Count} lost {lost}");
    }

    /// <param name="folder">On a file system of its own that is a few megabytes large.</param>
    /// <param name="seed">Decides how much room there is at first.</param>
    public static async Task RunAsync(string folder, int seed)
    {
        var filler = Path.Combine(folder, "filler");
        await File.WriteAllBytesAsync(filler, new byte[(4 + (seed % 9)) * 1_000_000]);
        var data = new LiteDatabaseOptions(Path.Combine(folder, "data")) { CheckpointBytes = 2 * 1024 * 1024 };
        var acknowledged = new List<int>();
        var (id, refused) = (1, 0);
        await using (var host = Open(data))
        {
            for (; refused < Refusals; id++)
            {
                refused += await TryWriteAsync(host, id, acknowledged) ? 0 : 1;
            }

            File.Delete(filler);
            for (var wanted = acknowledged.Count + AfterRoom; acknowledged.Count < wanted && refused < 10 * Refusals; id++)
            {
                refused += await TryWriteAsync(host, id, acknowledged) ? 0 : 1;
            }
        }

        await using var again = Open(data);
        var lost = await again.ReadAsync(database => acknowledged.Count(one => database.GetCollection("things").FindById(one) is null), CancellationToken.None);
        Console.Out.WriteLine($"acknowledged {acknowledged.Count} refused {refused} lost {lost} last {acknowledged[^1] == id - 1}");
    }

    private static LiteDatabaseHost Open(LiteDatabaseOptions options) => ((OpenResult.Opened)LiteDatabaseHost.Open(options, NullLogger.Instance)).Host;

    private static async Task<bool> TryWriteAsync(LiteDatabaseHost host, int id, List<int> acknowledged)
    {
        try
        {
            await host.WriteAsync(database => database.GetCollection("things").Upsert(new BsonDocument { ["_id"] = id, ["text"] = new string('x', 1_500) }), CancellationToken.None);
            acknowledged.Add(id);
            return true;
        }
        catch (Exception e) when (e is IOException or LiteException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
