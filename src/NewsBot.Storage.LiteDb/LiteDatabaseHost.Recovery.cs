using LiteDB;
using Microsoft.Extensions.Logging;

namespace NewsBot.Storage.LiteDb;

/// <content>What happens after a disk error, between two versions of the schema, and when a copy is asked for.</content>
public sealed partial class LiteDatabaseHost
{
    /// <summary>Every collection there is, see <see cref="EnsureCollections"/>.</summary>
    private static readonly string[] Collections =
    [
        "addresses", "articles", "conversations", "dialogs", "enrichments", "enrichments_due", "feed_access", "feed_urls", "feeds", "homes", "imported", "inbox", "inbox_seen", "learned", "memory", "meta",
        "outbox", "outbox_fans", "outbox_open", "outbox_places", "persons", "places", "reports", "states", "stories", "subscriptions", "views",
    ];

    private bool _isClosed;

    /// <summary>Writes a copy of everything that is acknowledged to a new file, while reads and later writes wait or go on.</summary>
    /// <param name="file">Absolute; it must not exist.</param>
    public async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        var queued = new Alone(() =>
        {
            // An open reader may keep the log from being moved; then it is copied beside the data, which is as good.
            Checkpoint();
            BackupFile.Write(file, _options);
        });
        await _queue.Writer.WriteAsync(queued, cancellationToken);
        await queued.Completion;
    }

    /// <summary>After a disk error the engine is closed or unsure: it is opened anew before the next write, so that writing goes on when the disk does.</summary>
    private void Rollback(Exception cause)
    {
        try
        {
            _database.Rollback();
            _isClosed |= cause is IOException or TimeoutException or ObjectDisposedException or LockRecursionException or LiteException { ErrorCode: LiteException.INVALID_DATAFILE_STATE };
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            LogRollback(e);
            _isClosed = true;
        }
    }

    /// <summary>Whether the engine ended: moving its log or waiting for its log writer would then take for ever.</summary>
    private bool NeedsOpening() => _isClosed |= !_log.CanWrite || _log.IsFaulted;

    /// <summary>Gives the files back whatever the engine says. It waits without a limit for a log writer that has ended; then it is left behind without its files.</summary>
    private void CloseEngine()
    {
        if (!Task.Run(() => GiveBack(_database)).Wait(_options.Patience))
        {
            LogLeftBehind();
        }

        GiveBack(_log);
        GiveBack(_data);
    }

    private void GiveBack(IDisposable resource)
    {
        try
        {
            resource.Dispose();
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            LogRollback(e);
        }
    }

    /// <summary>What LiteDB and the system throw when the disk is full or away: after the first error its own locks may be in the way, too.</summary>
    private static bool IsOfDisk(Exception e) => e is LiteException or IOException or ObjectDisposedException or InvalidOperationException or LockRecursionException or SynchronizationLockException;

    private void OpenAgainIfClosed()
    {
        if (!NeedsOpening())
        {
            return;
        }

        CloseEngine();
        (_database, _log, _data) = OpenEngine(_options);
        _isClosed = false;
    }

    /// <summary>The version of the file, after it was brought to this build's where it was older. Each step is one transaction with its number, so that a kill leaves a whole step or none.</summary>
    private int EnsureSchema()
    {
        var meta = _database.GetCollection("meta");
        if (meta.FindById("schema") is not { } stored)
        {
            meta.Insert(new BsonDocument { ["_id"] = "schema", ["version"] = _options.SchemaVersion });
            return _options.SchemaVersion;
        }

        var version = stored["version"].AsInt32;
        if (version < _options.SchemaVersion)
        {
            _database.Checkpoint();
            BackupFile.WriteBeforeMigration(version, _options);
        }

        for (; version < _options.SchemaVersion; version++)
        {
            _database.BeginTrans();
            _options.Migrations[version - 1](_database);
            meta.Update(new BsonDocument { ["_id"] = "schema", ["version"] = version + 1 });
            _database.Commit();
        }

        _database.Checkpoint();
        return version;
    }

    /// <summary>
    /// Makes all collections before the first reader comes. LiteDB names a new collection in the header that readers share before its pages are committed: a reader that looks into it then finds another page there, and the engine ends.
    /// </summary>
    private void EnsureCollections()
    {
        if (Collections.Except(_database.GetCollectionNames(), StringComparer.Ordinal).ToList() is not { Count: > 0 } missing)
        {
            return;
        }

        _database.BeginTrans();
        foreach (var name in missing)
        {
            var collection = _database.GetCollection(name);
            collection.Insert(new BsonDocument { ["_id"] = 0 });
            collection.Delete(0);
        }

        _database.Commit();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database did not close in time and was left behind without its files")]
    private partial void LogLeftBehind();

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not roll back and is opened anew")]
    private partial void LogRollback(Exception e);
}
