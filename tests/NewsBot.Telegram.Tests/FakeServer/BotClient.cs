using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

/// <summary>The plainest client there is: JSON there, JSON back.</summary>
internal sealed class BotClient(FakeTelegram telegram) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(telegram.ApiUrl), Timeout = TimeSpan.FromSeconds(60) };

    public async Task<JsonObject> CallAsync(string method, JsonObject? parameters = null)
    {
        using var answer = await _http.PostAsJsonAsync($"/bot{telegram.Token}/{method}", parameters ?? [], TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }

    public async Task<HttpResponseMessage> PostAsync(string method, HttpContent content) => await _http.PostAsync($"/bot{telegram.Token}/{method}", content, TestContext.Current.CancellationToken);

    public async Task<JsonNode?> ResultAsync(string method, JsonObject? parameters = null)
    {
        var answer = await CallAsync(method, parameters);
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["result"];
    }

    /// <summary>The description of the refusal.</summary>
    public async Task<string> RefusalAsync(string method, JsonObject? parameters = null)
    {
        var answer = await CallAsync(method, parameters);
        Assert.False(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["description"]!.GetValue<string>();
    }

    public async Task<JsonArray> UpdatesAsync(long offset = 0, int limit = 100, int timeout = 0, JsonArray? allowed = null)
    {
        var parameters = new JsonObject { ["offset"] = offset, ["limit"] = limit, ["timeout"] = timeout };
        if (allowed is not null)
        {
            parameters["allowed_updates"] = allowed;
        }

        return (JsonArray)(await ResultAsync("getUpdates", parameters))!;
    }

    public void Dispose() => _http.Dispose();
}
