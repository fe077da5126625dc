using System.Text.Json;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Methods;

namespace NewsBot.Testing.Telegram;

/// <summary>From a request to its answer: token, planned faults, the method, the record.</summary>
internal sealed class BotApiServer(World world, Action<Exchange> record)
{
    private readonly BotMethods _methods = new(world);

    public FaultPlan Faults { get; } = new();

    public bool KeepsExchanges { get; set; } = true;

    public async Task<ApiAnswer> AnswerAsync(HttpCall http, CancellationToken cancellationToken)
    {
        if (http.Target.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            return Download(http.Target["/file/bot".Length..]);
        }

        ApiCall? call;
        try
        {
            call = CallReader.Read(http.Target, http.ContentType, http.Body, world.Now);
        }
        catch (RefusedCall refusal)
        {
            return ApiAnswer.Refused(refusal);
        }

        if (call is null)
        {
            return ApiAnswer.Refused(new RefusedCall(404, "Not Found"));
        }

        var answer = await AnswerAsync(call, cancellationToken);
        if (KeepsExchanges)
        {
            record(new Exchange(call, answer.Status, answer.Refusal, answer.Body));
            world.Change(() => { });
        }

        return answer;
    }

    private ApiAnswer Download(string tokenAndPath)
    {
        var parts = tokenAndPath.Split('/', 2);
        return parts is [var token, var path] && token == world.Token && world.Read(() => world.Files.ByPath(path)) is { } file
            ? new ApiAnswer(200, file.ContentType, file.Bytes)
            : ApiAnswer.Refused(new RefusedCall(404, "Not Found"));
    }

    private async Task<ApiAnswer> AnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Token != world.Token)
        {
            return ApiAnswer.Refused(new RefusedCall(401, "Unauthorized"));
        }

        var fault = Faults.Take(call);
        if (fault is { IsAfterwards: false, Answer: { } instead })
        {
            return instead;
        }

        var answer = await PerformAsync(call, cancellationToken);
        if (fault?.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, world.Time, cancellationToken);
        }

        return fault?.Answer ?? answer;
    }

    private System.Text.Json.Nodes.JsonNode Perform(ApiCall call)
    {
        world.Flood.Count(call);
        return _methods.Call(call);
    }

    private async Task<ApiAnswer> PerformAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return ApiAnswer.Ok(string.Equals(call.Method, "getUpdates", StringComparison.OrdinalIgnoreCase)
                ? await world.Updates.GetAsync(call, cancellationToken)
                : world.Change(() => Perform(call)));
        }
        catch (RefusedCall refusal)
        {
            return ApiAnswer.Refused(refusal);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or JsonException)
        {
            return ApiAnswer.Refused(RefusedCall.Bad($"a field has the wrong type: {e.Message}"));
        }
    }
}
