using LiteDB;

namespace NewsBot.Storage.Worker;

/// <summary>
/// LiteDB 5.0.20 without the store above it, under loads that damage it. Only ever in a process that can be killed: a damaged engine may spin for ever, and the finalizers of its transactions throw.
/// Each job says a line in the end.
/// </summary>
internal static class RawDatabase
{
    private const int Writers = 4;
    private const int WritesEach = 10_000;
    private const int Rows = 300;
    private const int Readers = 130;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Inserts rows from an id on.</summary>
    public static async Task InsertAsync(string folder, int first)
    {
        using var database = Open(folder);
        var things = database.GetCollection("things");
        for (var id = first; id < first + Rows; id++)
        {
            things.Insert(new BsonDocument { ["_id"] = id, ["text"] = new string('x', 1_500) });
        }

        await SayAsync("inserted");
    }

    /// <summary>Says whether the rows of two processes are all there.</summary>
    public static async Task CountAsync(string folder)
    {
        using var database = Open(folder);
        await SayAsync(database.GetCollection("things").Count() == 2 * Rows ? "whole" : "rows are missing");
    }

    public static Task InsertIdsThatDifferInCaseAsync(string folder) => SayOutcomeAsync(() =>
    {
        using var database = Open(folder);
        string[] ids = ["yt:video:dQw4w9WgXcQ", "yt:video:dqw4w9wgxcq"];
        foreach (var id in ids)
        {
            database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id });
        }
    });

    /// <summary>Rebuilds a file with an index and some thousand rows.</summary>
    public static Task RebuildAsync(string folder) => SayOutcomeAsync(() =>
    {
        using var database = Open(folder);
        var things = database.GetCollection("things");
        things.EnsureIndex("feed");
        things.InsertBulk(Enumerable.Range(1, 3_000).Select(id => new BsonDocument { ["_id"] = id, ["feed"] = id % 7 }));
        database.Rebuild();
    });

    /// <summary>Writes from several threads until one of them fails.</summary>
    public static async Task WriteFromManyThreadsAsync(string folder)
    {
        var database = Open(folder);
        database.Timeout = TimeSpan.FromSeconds(5);
        var failures = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => FirstFailure(() => Write(database, writer)))));
        await SayAsync(failures.FirstOrDefault(failure => failure is not null) ?? "whole");
        Environment.Exit(0);
    }

    /// <summary>Threads that read a row each and keep their place in the collection; then the log is to be moved.</summary>
    public static async Task KeepReadersOpenAsync(string folder)
    {
        var database = Open(folder);
        database.Timeout = TimeSpan.FromSeconds(1);
        var things = database.GetCollection("things");
        things.InsertBulk(Enumerable.Range(1, 10).Select(id => new BsonDocument { ["_id"] = id }));
        var (refused, ready, isDone) = (0, new CountdownEvent(Readers), new ManualResetEventSlim());
        for (var reader = 0; reader < Readers; reader++)
        {
            var thread = new Thread(() =>
            {
                var failure = FirstFailure(() =>
                {
                    using var rows = things.FindAll().GetEnumerator();
                    rows.MoveNext();
                    ready.Signal();
                    isDone.Wait(Patience);
                });
                if (failure is not null)
                {
                    Interlocked.Increment(ref refused);
                    ready.Signal();
                }
            });
            thread.IsBackground = true;
            thread.Start();
        }

        ready.Wait(Patience);
        await SayAsync($"refused {refused} checkpoint {FirstFailure(() => database.Checkpoint()) ?? "whole"}");
        Environment.Exit(0);
    }

    private static void Write(LiteDatabase database, int writer)
    {
        var random = new Random(writer);
        var things = database.GetCollection($"things{writer}");
        for (var number = 0; number < WritesEach; number++)
        {
            var id = random.Next(200);
            _ = id % 3 == 0 ? things.Delete(id) : things.Upsert(new BsonDocument { ["_id"] = id, ["text"] = new string('x', random.Next(10, 12_000)) });
        }
    }

    private static LiteDatabase Open(string folder) => new(Path.Combine(folder, "raw.db"));

    /// <summary>The name of what was thrown, or null. A damaged engine throws anything.</summary>
    private static string? FirstFailure(Action job)
    {
        try
        {
            job();
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.GetType().Name;
        }
    }

    private static Task SayOutcomeAsync(Action job) => SayAsync(FirstFailure(job) ?? "whole");

    private static async Task SayAsync(string line)
    {
        Console.Out.WriteLine(line);
        await Console.Out.FlushAsync();
    }
}
