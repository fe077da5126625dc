using LiteDB;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

/// <summary>Copies of a store, and stores made of them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_made_while_writing_restores_to_everything_that_was_acknowledged_before()
    {
        var file = Path.Combine(_folder.Root, "backup.zip");
        await using (var host = _folder.Open())
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Options.Directory, "secret.key"), "not for a backup", Token);
            await InsertAsync(host, 1);
            var later = Task.WhenAll(Enumerable.Range(2, 300).Select(id => InsertAsync(host, id)));
            await host.BackupAsync(file, Token);
            await later;
        }

        using var other = new StoreFolder();
        Assert.Null(BackupFile.Restore(file, other.Options));
        Assert.False(File.Exists(Path.Combine(other.Options.Directory, "secret.key")));
        await using var restored = other.Open();
        Assert.NotNull(await restored.ReadAsync(database => database.GetCollection("things").FindById(1), Token));
        await InsertAsync(restored, 1_000);
    }

    [Fact]
    public async Task A_restore_never_overwrites_a_store_and_names_a_file_that_is_no_backup()
    {
        await _folder.Open().DisposeAsync();
        var file = Path.Combine(_folder.Root, "text.zip");
        await File.WriteAllTextAsync(file, "no archive", Token);

        Assert.Contains("holds a store already", BackupFile.Restore(file, _folder.Options), StringComparison.Ordinal);
        Assert.Contains("cannot be restored", BackupFile.Restore(file, new LiteDatabaseOptions(Path.Combine(_folder.Root, "empty"))), StringComparison.Ordinal);
    }

    private static Task<BsonValue> InsertAsync(LiteDatabaseHost host, int id) => host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }), Token);
}
