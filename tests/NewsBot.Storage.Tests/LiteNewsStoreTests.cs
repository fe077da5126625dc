using NewsBot.Core.Commands;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
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

    [Fact]
    public async Task A_new_folder_can_be_read_while_each_collection_is_written_for_the_first_time()
    {
        var token = TestContext.Current.CancellationToken;
        var names = await _host.ReadAsync(database => database.GetCollectionNames().ToList(), token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAllAsync(names, stop.Token)).ToList();

        await _store.SaveStateAsync("key", "value", token);
        await _store.SavePersonAsync(new Person { Id = new PersonId("test:ada"), IsOperator = true }, token);
        await _store.SaveDialogAsync(new Dialog("token", new PersonId("test:ada"), new PlaceId("test:ada"), [new Choice("Read", "/read 1")], _store.Now), token);

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await _host.ReadAsync(database => database.GetCollectionNames().ToList(), token)).Order(StringComparer.Ordinal));
    }

    private async Task ReadAllAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await _host.ReadAsync(database => names.Count(name => database.GetCollection(name).FindById("nobody") is not null), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
