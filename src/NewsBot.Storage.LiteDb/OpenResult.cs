namespace NewsBot.Storage.LiteDb;

/// <summary>What opening a data folder came to.</summary>
public abstract record OpenResult
{
    private OpenResult()
    {
    }

    public sealed record Opened(LiteDatabaseHost Host) : OpenResult;

    /// <param name="ProcessId">The process that holds the folder, where known.</param>
    public sealed record InUse(int? ProcessId) : OpenResult;

    public sealed record Newer(int Found, int Supported) : OpenResult;
}
