using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

public sealed class LiteDatabaseHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await using (var host = Open())
        {
            await host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 1 }), TestContext.Current.CancellationToken);
        }

        await using var again = Open();
        Assert.Equal(1, await again.ReadAsync(database => database.GetCollection("things").Count(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_failing_operation_fails_alone()
    {
        await using var host = Open();
        var writes = Enumerable.Range(0, 50).Select(id => host.WriteAsync(
            database => id == 25 ? throw new InvalidOperationException("planted") : database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }),
            TestContext.Current.CancellationToken)).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(writes));

        Assert.Equal(49, writes.Count(write => write.IsCompletedSuccessfully));
        Assert.Equal(49, await host.ReadAsync(database => database.GetCollection("things").Count(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_is_opened_once()
    {
        await using var host = Open();

        Assert.IsType<OpenResult.InUse>(LiteDatabaseHost.Open(new LiteDatabaseOptions(_folder), NullLogger.Instance));
    }

    private LiteDatabaseHost Open() => Assert.IsType<OpenResult.Opened>(LiteDatabaseHost.Open(new LiteDatabaseOptions(_folder), NullLogger.Instance)).Host;
}
