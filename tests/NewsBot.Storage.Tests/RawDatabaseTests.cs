using LiteDB;

namespace NewsBot.Storage.Tests;

/// <summary>Controls: what LiteDB 5.0.20 does by itself under the loads that the store withstands. When one of these fails, LiteDB was mended and a rule may go.</summary>
[Collection(Alone.Name)]
public sealed class RawDatabaseTests : IDisposable
{
    private const int Producers = 4;
    private const int Each = 500;
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

        Assert.True(children.Exists(child => child.ExitCode != 0) || RowsLeft() < 600, "Both processes wrote all their rows.");
        children.ForEach(child => child.Dispose());

        await using var host = _folder.Open();
        using var second = ChildProgram.Start("write", _folder.Options.Directory, 1);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, second.ExitCode);
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

    private int RowsLeft()
    {
        try
        {
            using var database = new LiteDatabase(Path.Combine(_folder.Options.Directory, "raw.db"));
            return database.GetCollection("things").Count();
        }
        catch (Exception e) when (e is LiteException or IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
