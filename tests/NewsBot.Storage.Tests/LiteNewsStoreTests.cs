using NewsBot.Core.Storage;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

public sealed class LiteNewsStoreTests : NewsStoreContract, IAsyncDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly LiteDatabaseHost _host;
    private readonly LiteNewsStore _store;

    public LiteNewsStoreTests()
    {
        _host = _folder.Open();
        _store = new LiteNewsStore(_host, TimeProvider.System);
    }

    protected override INewsStore Store => _store;

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
