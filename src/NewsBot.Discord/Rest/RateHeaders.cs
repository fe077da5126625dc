using System.Globalization;
using System.Text.Json;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>Reads what an answer says about limits (docs.discord.com/developers/topics/rate-limits). Pure.</summary>
internal static class RateHeaders
{
    private static readonly TimeSpan LeastBan = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WhenUntold = TimeSpan.FromSeconds(5);

    public static RateAnswer Read(RestAnswer answer)
    {
        var window = WindowOf(answer);
        var refusal = answer.Status == 429 ? RefusalOf(answer) : null;
        return new RateAnswer
        {
            Window = window,
            IsUnlimited = window is null && answer.Status < 400,
            Refusal = refusal,
            IsInvalid = answer.Status is 401 or 403 || refusal is { Scope: not RateScope.Shared },
        };
    }

    private static RateWindow? WindowOf(RestAnswer answer) =>
        answer.Header("X-RateLimit-Bucket") is { Length: > 0 } hash
        && int.TryParse(answer.Header("X-RateLimit-Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && int.TryParse(answer.Header("X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
        && SecondsOf(answer.Header("X-RateLimit-Reset-After")) is { } resetAfter
            ? new RateWindow(hash, limit, remaining, resetAfter)
            : null;

    /// <summary>Where body and header differ the body is right (discord-api-docs#2761). Cloudflare's own 429 is no JSON.</summary>
    private static RateRefusal RefusalOf(RestAnswer answer)
    {
        var header = SecondsOf(answer.Header("Retry-After"));
        if (BodyOf(answer.Body) is not { } body)
        {
            return new RateRefusal(RateScope.Address, header > LeastBan ? header.Value : LeastBan);
        }

        var wait = body.RetryAfter is { } seconds and >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : header ?? WhenUntold;
        var scope = answer.Header("X-RateLimit-Scope") switch
        {
            "shared" => RateScope.Shared,
            "global" => RateScope.Global,
            _ => body.Global || answer.Header("X-RateLimit-Global") is not null ? RateScope.Global : RateScope.User,
        };
        return new RateRefusal(scope, wait);
    }

    private static RateLimitBody? BodyOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, DiscordJson.Default.RateLimitBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? SecondsOf(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
}
