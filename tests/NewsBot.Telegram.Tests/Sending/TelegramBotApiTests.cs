using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Telegram.Sending;
using NewsBot.Testing;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>What the wrapper makes of everything a server may answer, and that the token never leaves it.</summary>
public sealed class TelegramBotApiTests
{
    private const string Token = "7000000:CANARY-token_that_must_not_leak_012345";
    private readonly FakeTimeProvider _time = new(Some.Morning);
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_is_a_value()
    {
        using var api = Api(_ => Json(200, """{"ok":true,"result":{"id":7000000,"is_bot":true,"first_name":"News"}}"""));

        Assert.Equal("News", Assert.IsType<ApiResult<User>.Ok>(await api.GetMeAsync(_stop)).Value.FirstName);
    }

    [Fact]
    public async Task A_flood_is_reported_after_one_call()
    {
        var calls = 0;
        using var api = Api(_ =>
        {
            calls++;
            return Json(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""");
        });

        Assert.Equal(new ApiResult<User>.Failed(429, "Too Many Requests: retry after 3", TimeSpan.FromSeconds(3)), await api.GetMeAsync(_stop));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_migration_names_the_new_chat()
    {
        using var api = Api(_ => Json(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}"""));

        Assert.Equal(-1001234567890, Assert.IsType<ApiResult<User>.Failed>(await api.GetMeAsync(_stop)).MigrateTo);
    }

    [Fact]
    public async Task One_update_of_an_unknown_shape_does_not_hide_the_others()
    {
        using var api = Api(_ => Json(200, """{"ok":true,"result":[{"update_id":1,"message":{"forward_origin":{"type":"from_the_future"}}},{"update_id":2}]}"""));

        var updates = Assert.IsType<ApiResult<JsonElement[]>.Ok>(await api.GetUpdatesAsync(1, 100, TimeSpan.FromSeconds(25), ["message"], _stop)).Value;

        Assert.Equal([1, 2], updates.Select(update => update.GetProperty("update_id").GetInt32()));
    }

    [Theory]
    [InlineData(200, "{\"ok\":true,\"result\":{\"id\":", true)]
    [InlineData(200, "<html>", true)]
    [InlineData(502, "<html>502</html>", false)]
    [InlineData(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}", false)]
    public async Task An_answer_without_sense_was_carried_out_or_may_have_been(int status, string body, bool isDone)
    {
        using var api = Api(_ => Json(status, body));

        var result = await api.GetMeAsync(_stop);

        Assert.Equal(isDone, result is ApiResult<User>.Unreadable);
        Assert.Equal(!isDone, result is ApiResult<User>.NoAnswer { MaybeDone: true });
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    public async Task A_dead_network_tells_whether_the_request_can_have_arrived(HttpRequestError error, bool maybeDone)
    {
        using var api = Api(_ => throw new HttpRequestException(error, "no", new SocketException()));

        Assert.Equal(maybeDone, Assert.IsType<ApiResult<User>.NoAnswer>(await api.GetMeAsync(_stop)).MaybeDone);
    }

    [Fact]
    public async Task A_call_without_an_answer_ends()
    {
        using var api = new TelegramBotApi(new BotEndpoint(Token, null), new Silence(), new Silence(), _time);
        var asked = api.GetMeAsync(_stop);
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.IsType<ApiResult<User>.NoAnswer>(await asked);
    }

    [Fact]
    public async Task A_call_that_is_given_up_throws_that()
    {
        using var api = new TelegramBotApi(new BotEndpoint(Token, null), new Silence(), new Silence(), _time);
        using var giveUp = new CancellationTokenSource();
        var asked = api.GetMeAsync(giveUp.Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8081", "http://127.0.0.1:8081/bot")]
    [InlineData("http://127.0.0.1:8081/", "http://127.0.0.1:8081/bot")]
    [InlineData("https://news.example/telegram/api/", "https://news.example/telegram/api/bot")]
    [InlineData("https://news.example:8443/telegram", "https://news.example:8443/telegram/bot")]
    public async Task A_server_of_ones_own_is_called_at_its_address(string apiUrl, string begin)
    {
        Uri? called = null;
        using var api = new TelegramBotApi(new BotEndpoint(Token, apiUrl), new Script(request =>
        {
            called = request.RequestUri;
            return Json(200, """{"ok":true,"result":{"id":7000000,"is_bot":true,"first_name":"News"}}""");
        }), new Silence(), _time);

        await api.GetMeAsync(_stop);

        Assert.Equal(begin + Token + "/getMe", called?.OriginalString);
    }

    [Fact]
    public async Task A_file_of_a_local_server_is_read_where_it_lies()
    {
        var folder = Directory.CreateTempSubdirectory("bot-api-");
        var path = Path.Combine(folder.CreateSubdirectory(Token).CreateSubdirectory("documents").FullName, "file_0.xml");
        await File.WriteAllBytesAsync(path, new byte[100], _stop);
        var foreign = Path.Combine(folder.FullName, "secrets");
        await File.WriteAllBytesAsync(foreign, new byte[100], _stop);
        using var api = new TelegramBotApi(new BotEndpoint(Token, "http://127.0.0.1:8081"), new Script(_ => Json(404, """{"ok":false,"error_code":404,"description":"Not Found"}""")), new Silence(), _time);

        Assert.Equal(100, Assert.IsType<ApiResult<ReadOnlyMemory<byte>>.Ok>(await api.DownloadAsync(new TGFile { FileId = "x", FilePath = path }, 100, _stop)).Value.Length);
        Assert.Equal(413, Assert.IsType<ApiResult<ReadOnlyMemory<byte>>.Failed>(await api.DownloadAsync(new TGFile { FileId = "x", FilePath = path }, 99, _stop)).Code);
        Assert.IsType<ApiResult<ReadOnlyMemory<byte>>.Failed>(await api.DownloadAsync(new TGFile { FileId = "x", FilePath = foreign }, 100, _stop));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_read_and_one_that_is_larger_than_allowed_is_not()
    {
        using var api = Api(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[100]) });
        var file = new TGFile { FileId = "x", FilePath = "documents/feeds.opml" };

        Assert.Equal(100, Assert.IsType<ApiResult<ReadOnlyMemory<byte>>.Ok>(await api.DownloadAsync(file, 100, _stop)).Value.Length);
        Assert.Equal(413, Assert.IsType<ApiResult<ReadOnlyMemory<byte>>.Failed>(await api.DownloadAsync(file, 99, _stop)).Code);
    }

    [Fact]
    public async Task The_token_is_in_no_result()
    {
        var endpoint = new BotEndpoint(Token, null);
        var told = new StringBuilder().Append(endpoint);
        foreach (var answer in new Func<HttpRequestMessage, HttpResponseMessage>[]
        {
            request => throw new HttpRequestException(HttpRequestError.ConnectionError, $"cannot connect to {request.RequestUri}", new IOException($"{request.RequestUri}")),
            request => Json(200, $"no JSON from {request.RequestUri}"),
            request => Json(502, $"<html>{request.RequestUri}</html>"),
            request => Json(400, $$"""{"ok":false,"error_code":400,"description":"Bad Request: {{request.RequestUri}}"}"""),
            request => Json(500, $$"""{"ok":false,"error_code":500,"description":"{{request.RequestUri}}"}"""),
        })
        {
            using var api = Api(answer);
            told.Append(await api.GetMeAsync(_stop)).Append(await api.DownloadAsync(new TGFile { FilePath = "documents/x.opml" }, 10, _stop));
        }

        Assert.DoesNotContain("CANARY", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("TOKEN", told.ToString(), StringComparison.Ordinal);
    }

    private TelegramBotApi Api(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(new BotEndpoint(Token, null), new Script(answer), new Script(answer), _time);

    private static HttpResponseMessage Json(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Script(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("unreachable");
        }
    }
}
