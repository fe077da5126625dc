using LiteDB;

namespace NewsBot.Storage.LiteDb;

/// <summary>Where the database lives and how it is written.</summary>
public sealed record LiteDatabaseOptions(string Directory)
{
    /// <summary>Operations in one transaction.</summary>
    public int GroupSize { get; init; } = 200;

    /// <summary>Operations that may wait for the writer.</summary>
    public int QueueLength { get; init; } = 10_000;

    /// <summary>Log size in bytes at which the log is moved into the data file.</summary>
    public long CheckpointBytes { get; init; } = 8 * 1024 * 1024;

    public int Readers { get; init; } = 16;

    /// <summary>How long a commit may take to reach the disk, and the engine to close: LiteDB itself would wait for ever for a log writer that has ended.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The schema this build writes; a file with a higher one is refused.</summary>
    public int SchemaVersion => 1 + Migrations.Count;

    /// <summary>Each brings the schema one version further: the first makes 2 of 1. Entries are only ever added.</summary>
    internal IReadOnlyList<Action<LiteDatabase>> Migrations { get; init; } = [];

    internal string DataFile => Path.Combine(Directory, "newsbot.db");

    internal string LogFile => Path.Combine(Directory, "newsbot-log.db");

    internal string LockFile => Path.Combine(Directory, "newsbot.lock");
}
