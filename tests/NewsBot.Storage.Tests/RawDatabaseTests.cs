using System.Globalization;
using LiteDB;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

/// <summary>
/// Controls: what LiteDB 5.0.20 does by itself under the loads that the store withstands. When one of these fails, LiteDB was mended and a rule may go.
/// The raw database is only ever opened in a process of its own, which ends within a limit: damaged, it can spin for ever, and its finalizers can end the process.
/// </summary>
[Collection(Alone.Name)]
public sealed class RawDatabaseTests : IDisposable
{
    private const int Producers = 4;
    private const int Each = 500;
    private const int OpenReaders = 130;
    private readonly StoreFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_writers_damage_the_raw_database_but_not_the_store()
    {
        Assert.NotEqual("whole", await RawAsync("raw-writers"));

        await using var host = _folder.Open();
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(producer => Task.Run(() => ProduceAsync(host, producer))));
    }

    [Fact]
    public async Task Two_processes_lose_rows_of_the_raw_database_but_one_of_two_stores_is_refused()
    {
        var said = await Task.WhenAll(ChildProgram.RunAsync("raw", _folder.Root, 1, Token), ChildProgram.RunAsync("raw", _folder.Root, 10_001, Token));
        Assert.True(Array.Exists(said, one => one != "inserted") || await RawAsync("raw-count") != "whole", "Both processes wrote all their rows.");

        await using var host = _folder.Open();
        using var second = ChildProgram.Start("write", _folder.Options.Directory, 1);
        await second.WaitForExitAsync(Token);
        Assert.NotEqual(0, second.ExitCode);
    }

    [Fact]
    public async Task The_raw_database_takes_ids_that_differ_in_case_for_one_but_the_store_does_not()
    {
        Assert.Equal(nameof(LiteException), await RawAsync("raw-ids"));

        await using var host = _folder.Open();
        string[] ids = ["yt:video:dQw4w9WgXcQ", "yt:video:dqw4w9wgxcq"];
        foreach (var id in ids)
        {
            await host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }), Token);
        }
    }

    [Fact]
    public async Task The_raw_database_cannot_be_rebuilt_with_an_index_and_some_thousand_rows() => Assert.Equal(nameof(LiteException), await RawAsync("raw-rebuild"));

    [Fact]
    public async Task An_open_reader_keeps_the_raw_log_from_being_moved_and_too_many_are_refused_but_the_store_lets_them_wait()
    {
        Assert.Matches("^refused [1-9][0-9]* checkpoint LiteException$", await RawAsync("raw-readers"));

        await using var host = _folder.Open();
        await Task.WhenAll(Enumerable.Range(0, OpenReaders).Select(_ => host.ReadAsync(database => database.GetCollection("things").Query().Limit(5).ToList(), Token)));
    }

    private static async Task ProduceAsync(LiteDatabaseHost host, int producer)
    {
        var random = new Random(producer);
        for (var number = 0; number < Each; number++)
        {
            var (id, text) = (random.Next(200), new string('x', random.Next(10, 12_000)));
            await host.WriteAsync(
                database =>
                {
                    var things = database.GetCollection(string.Create(CultureInfo.InvariantCulture, $"things{producer}"));
                    return id % 3 == 0 ? things.Delete(id) : things.Upsert(new BsonDocument { ["_id"] = id, ["text"] = text });
                },
                Token);
        }
    }

    private Task<string> RawAsync(string job) => ChildProgram.RunAsync(job, _folder.Root, 0, Token);
}
