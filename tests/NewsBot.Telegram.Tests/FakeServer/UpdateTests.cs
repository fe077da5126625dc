using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class UpdateTests : IAsyncDisposable
{
    private readonly FakeTelegram _telegram = FakeTelegram.Start();
    private readonly BotClient _bot;
    private readonly VirtualUser _ada;

    public UpdateTests()
    {
        _bot = new BotClient(_telegram);
        _ada = _telegram.AddUser("Ada");
    }

    [Fact]
    public async Task An_update_comes_again_until_a_greater_offset_confirms_it()
    {
        _ada.Chat.Type("one");
        _ada.Chat.Type("two");

        var first = await _bot.UpdatesAsync();
        var again = await _bot.UpdatesAsync(offset: IdOf(first[0]));
        var rest = await _bot.UpdatesAsync(offset: IdOf(first[0]) + 1);

        Assert.Equal(["one", "two"], TextsOf(first));
        Assert.Equal(["one", "two"], TextsOf(again));
        Assert.Equal(["two"], TextsOf(rest));
        Assert.Equal(1, _telegram.PendingUpdates);
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_newest()
    {
        foreach (var text in (string[])["one", "two", "three"])
        {
            _ada.Chat.Type(text);
        }

        Assert.Equal(["two", "three"], TextsOf(await _bot.UpdatesAsync(offset: -2)));
        Assert.Equal(2, _telegram.PendingUpdates);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 2)]
    [InlineData(1000, 100)]
    public async Task The_limit_is_kept_between_1_and_100(int limit, int expected)
    {
        for (var index = 0; index < 120; index++)
        {
            _ada.Chat.Type("again");
        }

        Assert.Equal(expected, (await _bot.UpdatesAsync(limit: limit)).Count);
    }

    [Fact]
    public async Task A_long_poll_ends_when_an_update_arrives()
    {
        var polling = _bot.UpdatesAsync(timeout: 50);
        _ada.Chat.Type("hello");

        Assert.Equal(["hello"], TextsOf(await polling));
    }

    [Fact]
    public async Task Kinds_stay_allowed_until_others_are_named_and_an_empty_list_is_the_default_set()
    {
        await _bot.UpdatesAsync(allowed: ["callback_query"]);
        _ada.Chat.Type("not wanted");
        await _bot.UpdatesAsync(offset: 1);
        _ada.Chat.Type("still not wanted");
        Assert.Equal(0, _telegram.PendingUpdates);

        await _bot.UpdatesAsync(offset: 2, allowed: []);
        _ada.Chat.Type("wanted");
        Assert.Equal(1, _telegram.PendingUpdates);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_a_conflict()
    {
        using var second = new BotClient(_telegram);
        var first = _bot.CallAsync("getUpdates", new JsonObject { ["timeout"] = 50 });
        await _telegram.WaitAsync(() => _telegram.IsPolling, TestContext.Current.CancellationToken);

        var other = second.UpdatesAsync(timeout: 50);
        var conflict = await first;
        _ada.Chat.Type("hello");

        Assert.Equal(409, conflict["error_code"]!.GetValue<int>());
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", conflict["description"]!.GetValue<string>());
        Assert.Equal(["hello"], TextsOf(await other));
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        var token = _telegram.Token;
        _telegram.Token = "7000000:another";
        using var http = new HttpClient();

        var answer = await (await http.GetAsync(new Uri($"{_telegram.ApiUrl}/bot{token}/getMe"), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", answer);
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    private static long IdOf(JsonNode? update) => update!["update_id"]!.GetValue<long>();

    private static IEnumerable<string> TextsOf(JsonArray updates) => updates.Select(update => update!["message"]!["text"]!.GetValue<string>());
}
