using System.Collections.Concurrent;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

/// <summary>The rules that make LiteDB 5.0.20 safe, one test each.</summary>
public sealed class LiteDatabaseHostTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await using (var host = _folder.Open())
        {
            await InsertAsync(host, 1);
        }

        await using var again = _folder.Open();
        Assert.Equal(1, await CountAsync(again));
    }

    [Fact]
    public async Task A_failing_operation_fails_alone_and_its_group_is_replayed()
    {
        await using var host = _folder.Open();
        var writes = Enumerable.Range(0, 50).Select(id => host.WriteAsync(
            database => id == 25 ? throw new InvalidOperationException("planted") : database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }),
            Token)).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(writes));

        Assert.Equal(49, writes.Count(write => write.IsCompletedSuccessfully));
        Assert.Equal(49, await CountAsync(host));
    }

    [Fact]
    public async Task A_folder_is_opened_once_and_names_who_holds_it()
    {
        await using var host = _folder.Open();

        Assert.Equal(Environment.ProcessId, Assert.IsType<OpenResult.InUse>(LiteDatabaseHost.Open(_folder.Options, NullLogger.Instance)).ProcessId);
    }

    [Fact]
    public async Task A_folder_that_was_left_can_be_opened_again()
    {
        await _folder.Open().DisposeAsync();

        await _folder.Open().DisposeAsync();
    }

    [Fact]
    public async Task All_writes_run_on_one_thread()
    {
        await using var host = _folder.Open();
        var threads = new ConcurrentDictionary<int, bool>();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(id => Task.Run(() => host.WriteAsync(_ => threads.TryAdd(Environment.CurrentManagedThreadId, true), Token), Token)));

        Assert.Single(threads);
    }

    [Fact]
    public async Task A_write_is_acknowledged_only_when_its_commit_mark_is_on_disk()
    {
        var path = Path.Combine(_folder.Root, "log");
        await using var log = new DurableLogStream(new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read));
        var waiting = log.WaitForAsync(1);
        var page = new byte[8192];

        log.Write(page, 0, page.Length);
        await log.FlushAsync(Token);
        Assert.False(waiting.IsCompleted); // a page without the mark of a commit

        page[18] = 1;
        log.Write(page, 0, page.Length);
        Assert.False(waiting.IsCompleted); // written, not flushed

        await log.FlushAsync(Token);
        await waiting;
    }

    [Fact]
    public async Task Readers_are_bounded_and_wait_their_turn()
    {
        await using var host = _folder.Open(_folder.Options with { Readers = 4 });
        var (now, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.ReadAsync(
            _ =>
            {
                var reading = Interlocked.Increment(ref now);
                most = Math.Max(most, reading);
                Thread.Sleep(2);
                return Interlocked.Decrement(ref now);
            },
            Token)));

        Assert.InRange(most, 1, 4);
    }

    [Fact]
    public async Task The_log_is_moved_into_the_data_when_it_is_long()
    {
        await using var host = _folder.Open(_folder.Options with { CheckpointBytes = 256 * 1024 });
        for (var id = 0; id < 60; id++)
        {
            await host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id, ["text"] = new string('x', 20_000) }), Token);
        }

        Assert.InRange(new FileInfo(_folder.Options.LogFile).Length, 0, 400 * 1024);
        Assert.Equal(60, await CountAsync(host));
    }

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

    [Fact]
    public async Task Writes_that_wait_together_are_committed_together()
    {
        await using var host = _folder.Open();
        using var isFree = new ManualResetEventSlim();
        var before = await CommitsAsync(host);
        var holding = host.WriteAsync(_ => isFree.Wait(TimeSpan.FromSeconds(30)), Token);
        var writes = Enumerable.Range(1, 150).Select(id => InsertAsync(host, id)).ToList();

        isFree.Set();
        await Task.WhenAll([holding, .. writes]);

        Assert.InRange(await CommitsAsync(host) - before, 1, 3);
        Assert.Equal(150, await CountAsync(host));
    }

    [Fact]
    public async Task Writes_beyond_the_queue_wait_outside_and_can_be_given_up()
    {
        await using var host = _folder.Open(_folder.Options with { QueueLength = 2, GroupSize = 1 });
        using var isFree = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        var holding = host.WriteAsync(
            _ =>
            {
                isHeld.Set();
                return isFree.Wait(TimeSpan.FromSeconds(30));
            },
            Token);
        isHeld.Wait(Token);
        var queued = Enumerable.Range(1, 2).Select(id => InsertAsync(host, id)).ToList();
        using var impatient = new CancellationTokenSource();
        var outside = host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 3 }), impatient.Token);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        isFree.Set();
        await Task.WhenAll([holding, .. queued]);

        Assert.Equal(2, await CountAsync(host));
    }

    [Fact]
    public async Task After_a_disk_error_the_file_is_opened_anew_and_writing_goes_on()
    {
        await using var host = _folder.Open();
        await InsertAsync(host, 1);

        await Assert.ThrowsAsync<IOException>(() => host.WriteAsync<bool>(_ => throw new IOException("planted: no space left"), Token));

        await InsertAsync(host, 2);
        Assert.Equal(2, await CountAsync(host));
    }

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

    [Fact]
    public void No_code_walks_or_rebuilds_a_whole_collection()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Bot.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var sources = Directory.GetFiles(Path.Combine(root.FullName, "src", "NewsBot.Storage.LiteDb"), "*.cs");
        Assert.NotEmpty(sources);
        Assert.All(sources, path => Assert.DoesNotMatch(@"\.(FindAll|Rebuild|DeleteAll|DeleteMany|Count|LongCount)\(\)|\.Rebuild\(|\.DeleteMany\(", File.ReadAllText(path)));
    }

    private static Task<BsonValue> InsertAsync(LiteDatabaseHost host, int id) => host.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument { ["_id"] = id }), Token);

    private static Task<long> CommitsAsync(LiteDatabaseHost host) => host.ReadAsync(database => database.GetCollection("meta").FindById("commits")?["count"].AsInt64 ?? 0, Token);

    private static Task<int> CountAsync(LiteDatabaseHost host) => host.ReadAsync(database => database.GetCollection("things").Count(), Token);
}
