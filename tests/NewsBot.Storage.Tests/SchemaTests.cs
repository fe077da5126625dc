using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

/// <summary>A file of another version.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_newer_file_is_refused_and_stays_as_it_is()
    {
        await using (var host = _folder.Open())
        {
            await host.WriteAsync(database => database.GetCollection("meta").Update(new BsonDocument { ["_id"] = "schema", ["version"] = 99 }), Token);
        }

        Assert.Equal(99, Assert.IsType<OpenResult.Newer>(LiteDatabaseHost.Open(_folder.Options, NullLogger.Instance)).Found);
        Assert.Equal(99, Assert.IsType<OpenResult.Newer>(LiteDatabaseHost.Open(_folder.Options, NullLogger.Instance)).Found);
    }

    [Fact]
    public async Task An_older_file_is_copied_and_then_brought_forward_step_by_step()
    {
        await using (var host = _folder.Open())
        {
            await InsertAsync(host, 1);
        }

        var steps = _folder.Options with { Migrations = [database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 2 }), _ => throw new IOException("planted")] };
        Assert.Throws<IOException>(() => LiteDatabaseHost.Open(steps, NullLogger.Instance));

        await using var again = _folder.Open(steps with { Migrations = [steps.Migrations[0], database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 3 })] });
        Assert.Equal(3, await CountAsync(again));
        Assert.True(File.Exists(Path.Combine(_folder.Options.Directory, "newsbot-schema-1.zip")));
    }

    [Fact]
    public async Task A_kill_within_a_step_of_the_schema_leaves_whole_steps()
    {
        await using (var host = _folder.Open())
        {
            await InsertAsync(host, 1);
        }

        using var killed = new StoreFolder();
        var steps = _folder.Options with { Migrations = [database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 2 }), CopyAmid] };
        await _folder.Open(steps).DisposeAsync();

        await using var again = _folder.Open(killed.Options with { Migrations = [steps.Migrations[0], database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 4 })] });
        Assert.Equal([1, 2, 4], await again.ReadAsync(database => database.GetCollection("things").Query().ToList().ConvertAll(thing => thing["_id"].AsInt32), Token));

        void CopyAmid(LiteDatabase database)
        {
            database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 3, ["text"] = new string('x', 100_000) });
            Directory.CreateDirectory(killed.Options.Directory);
            foreach (var file in (string[])[_folder.Options.DataFile, _folder.Options.LogFile])
            {
                using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var to = File.Create(Path.Combine(killed.Options.Directory, Path.GetFileName(file)));
                from.CopyTo(to);
            }
        }
    }

    private static Task<BsonValue> InsertAsync(LiteDatabaseHost host, int id) => host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }), Token);

    private static Task<int> CountAsync(LiteDatabaseHost host) => host.ReadAsync(database => database.GetCollection("things").Count(), Token);
}
