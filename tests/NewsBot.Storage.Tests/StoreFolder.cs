using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

/// <summary>A data folder for one test, removed with everything in it.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("newsbot-test-").FullName;

    public LiteDatabaseOptions Options => new(Path.Combine(Root, "data"));

    public LiteDatabaseHost Open(LiteDatabaseOptions? options = null) => Assert.IsType<OpenResult.Opened>(LiteDatabaseHost.Open(options ?? Options, NullLogger.Instance)).Host;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
