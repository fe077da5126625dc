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
