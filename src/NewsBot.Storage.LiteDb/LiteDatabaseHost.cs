using System.Threading.Channels;
using LiteDB;
using LiteDB.Engine;
using Microsoft.Extensions.Logging;

namespace NewsBot.Storage.LiteDb;

/// <summary>
/// The only way to the database file. One writer thread commits operations in groups and acknowledges each after it is on disk; reads are short and materialised. See the rules in docs/storage.md.
/// </summary>
public sealed partial class LiteDatabaseHost : IAsyncDisposable
{
    private readonly LiteDatabaseOptions _options;
    private readonly ILogger _logger;
    private readonly DataLock _lock;
    private readonly Channel<Operation> _queue;
    private readonly SemaphoreSlim _readers;
    private readonly Thread _writer;
    private LiteDatabase _database;
    private DurableLogStream _log;
    private DurableDataStream _data;

    private LiteDatabaseHost(LiteDatabaseOptions options, DataLock dataLock, ILogger logger)
    {
        _options = options;
        _lock = dataLock;
        _logger = logger;
        _queue = Channel.CreateBounded<Operation>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        _readers = new SemaphoreSlim(options.Readers, options.Readers);
        (_database, _log, _data) = OpenEngine(options);
        _writer = new Thread(WriteLoop) { IsBackground = true, Name = "store writer" };
    }

    /// <summary>Opens the folder's database, or says why it may not be opened. Anything else that goes wrong throws.</summary>
    public static OpenResult Open(LiteDatabaseOptions options, ILogger logger)
    {
        if (DataLock.TryTake(options.LockFile, out var holder) is not { } dataLock)
        {
            return new OpenResult.InUse(holder);
        }

        LiteDatabaseHost? host = null;
        try
        {
            host = new LiteDatabaseHost(options, dataLock, logger);
            var version = host.EnsureSchema();
            if (version > options.SchemaVersion)
            {
                host.CloseEngine();
                dataLock.Dispose();
                return new OpenResult.Newer(version, options.SchemaVersion);
            }

            host.EnsureCollections();
            host._writer.Start();
            return new OpenResult.Opened(host);
        }
        catch
        {
            host?.CloseEngine();
            dataLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs the operation inside the next group's transaction and completes when it is on disk. The operation may run twice: when another one of its group fails, each is replayed alone. It must only touch the database it is given.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<LiteDatabase, T> operation, CancellationToken cancellationToken)
    {
        var queued = new Operation<T>(operation);
        await _queue.Writer.WriteAsync(queued, cancellationToken);
        return await queued.Completion;
    }

    /// <summary>Runs a short query on a thread of its own. The result must be complete: no enumerator, no cursor.</summary>
    public async Task<T> ReadAsync<T>(Func<LiteDatabase, T> query, CancellationToken cancellationToken)
    {
        await _readers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => query(_database), cancellationToken);
        }
        finally
        {
            _readers.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writer.IsAlive)
        {
            await Task.Run(_writer.Join);
        }

        for (var reader = 0; reader < _options.Readers; reader++)
        {
            await _readers.WaitAsync();
        }

        if (!NeedsOpening())
        {
            Checkpoint();
        }

        CloseEngine();
        _lock.Dispose();
        _readers.Dispose();
    }

    private static (LiteDatabase Database, DurableLogStream Log, DurableDataStream Data) OpenEngine(LiteDatabaseOptions options)
    {
        System.IO.Directory.CreateDirectory(options.Directory);
        var log = new DurableLogStream(OpenFile(options.LogFile));
        DurableDataStream? data = null;
        try
        {
            data = new DurableDataStream(OpenFile(options.DataFile));
            var settings = new EngineSettings
            {
                DataStream = data,
                LogStream = log,
                Collation = Collation.Binary,
            };
            var database = new LiteDatabase(new LiteEngine(settings)) { CheckpointSize = 0 };
            return (database, log, data);
        }
        catch
        {
            log.Dispose();
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Pages are written whole: a buffer would only keep what a full disk refused.</summary>
    private static FileStream OpenFile(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.None);

    private void Checkpoint()
    {
        try
        {
            _database.Checkpoint();
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The engine keeps its locks after such an error; the next write opens it anew.
            _isClosed |= e is LockRecursionException or ObjectDisposedException;
            LogCheckpoint(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be moved into the data file; it is tried again")]
    private partial void LogCheckpoint(Exception e);
}
