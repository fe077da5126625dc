using LiteDB;

namespace NewsBot.Storage.Tests;

/// <summary>Controls: what LiteDB 5.0.20 does by itself under the loads that the store withstands. When one of these fails, LiteDB was mended and a rule may go.</summary>
[Collection(Alone.Name)]
public sealed class RawDatabaseTests : IDisposable
{
    private const int Producers = 4;
    private const int Each = 500;
    private const int RowsEach = 300;
    private const int OpenReaders = 130;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_writers_damage_the_raw_database_but_not_the_store()
    {
        var raw = new LiteDatabase(new ConnectionString { Filename = Path.Combine(_folder.Root, "raw.db") }) { Timeout = TimeSpan.FromSeconds(5) };
        Assert.NotNull(await FirstFailureAsync(20 * Each, (collection, document) => Task.Run(() => Work(raw, collection, document))));

        await using var host = _folder.Open();
        Assert.Null(await FirstFailureAsync(Each, (collection, document) => host.WriteAsync(database => Work(database, collection, document), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Two_processes_lose_rows_of_the_raw_database_but_one_of_two_stores_is_refused()
    {
        Directory.CreateDirectory(_folder.Options.Directory);
        var children = Enumerable.Range(0, 2).Select(number => ChildProgram.Start("raw", _folder.Options.Directory, 1 + (number * 10_000))).ToList();
        foreach (var child in children)
        {
            await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(children.Exists(child => child.ExitCode != 0) || RowsLeft(_folder) < 2 * RowsEach, "Both processes wrote all their rows.");
        children.ForEach(child => child.Dispose());

        await using var host = _folder.Open();
        using var second = ChildProgram.Start("write", _folder.Options.Directory, 1);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, second.ExitCode);
    }

    [Fact]
    public async Task The_raw_database_takes_ids_that_differ_in_case_for_one_but_the_store_does_not()
    {
        string[] ids = ["yt:video:dQw4w9WgXcQ", "yt:video:dqw4w9wgxcq"];
        using (var raw = new LiteDatabase(Path.Combine(_folder.Root, "raw.db")))
        {
            Assert.Throws<LiteException>(() => ids.Select(id => raw.GetCollection("things").Insert(new BsonDocument { ["_id"] = id })).ToList());
        }

        await using var host = _folder.Open();
        foreach (var id in ids)
        {
            await host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_raw_database_cannot_be_rebuilt_with_an_index_and_some_thousand_rows()
    {
        using var raw = new LiteDatabase(Path.Combine(_folder.Root, "raw.db"));
        var things = raw.GetCollection("things");
        things.EnsureIndex("feed");
        things.InsertBulk(Enumerable.Range(1, 3_000).Select(id => new BsonDocument { ["_id"] = id, ["feed"] = id % 7 }));

        Assert.Throws<LiteException>(() => raw.Rebuild());
    }

    [Fact]
    public async Task An_open_reader_keeps_the_raw_log_from_being_moved_and_too_many_are_refused_but_the_store_lets_them_wait()
    {
        using var raw = new LiteDatabase(Path.Combine(_folder.Root, "raw.db")) { Timeout = TimeSpan.FromSeconds(1) };
        raw.GetCollection("things").InsertBulk(Enumerable.Range(1, 10).Select(id => new BsonDocument { ["_id"] = id }));
        using var isDone = new ManualResetEventSlim();
        var (readers, refused) = Readers(raw, isDone);

        Assert.True(refused > 0);
        Assert.Throws<LiteException>(raw.Checkpoint);
        isDone.Set();
        readers.ForEach(reader => reader.Join());

        await using var host = _folder.Open();
        await Task.WhenAll(Enumerable.Range(0, OpenReaders).Select(_ => host.ReadAsync(database => database.GetCollection("things").Query().Limit(5).ToList(), TestContext.Current.CancellationToken)));
    }

    /// <summary>Threads that read a row each and keep their place in the collection; how many were refused.</summary>
    private static (List<Thread> Readers, int Refused) Readers(LiteDatabase raw, ManualResetEventSlim isDone)
    {
        var refused = 0;
        using var ready = new CountdownEvent(OpenReaders);
        var readers = Enumerable.Range(0, OpenReaders).Select(_ => new Thread(() =>
        {
            try
            {
                using var rows = raw.GetCollection("things").FindAll().GetEnumerator();
                rows.MoveNext();
                ready.Signal();
                isDone.Wait(Patience);
            }
            catch (LiteException)
            {
                Interlocked.Increment(ref refused);
                ready.Signal();
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        ready.Wait(Patience);
        return (readers, refused);
    }

    /// <summary>Null when every operation succeeded; one that never ends failed.</summary>
    private static async Task<Exception?> FirstFailureAsync(int times, Func<string, BsonDocument, Task> write)
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, Producers).Select(producer => Task.Run(async () =>
        {
            var random = new Random(producer);
            for (var number = 0; number < times; number++)
            {
                try
                {
                    await write($"things{producer}", new BsonDocument { ["_id"] = random.Next(200), ["text"] = new string('x', random.Next(10, 12_000)) }).WaitAsync(Patience, TestContext.Current.CancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    return e;
                }
            }

            return null;
        })));
        return failures.FirstOrDefault(failure => failure is not null);
    }

    private static bool Work(LiteDatabase database, string collection, BsonDocument document)
    {
        var things = database.GetCollection(collection);
        return document["_id"].AsInt32 % 3 == 0 ? things.Delete(document["_id"]) : things.Upsert(document);
    }

    private static int RowsLeft(StoreFolder folder)
    {
        try
        {
            using var database = new LiteDatabase(Path.Combine(folder.Options.Directory, "raw.db"));
            return database.GetCollection("things").Count();
        }
        catch (Exception e) when (e is LiteException or IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
