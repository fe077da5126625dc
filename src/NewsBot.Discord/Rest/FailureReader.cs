using System.Text.Json;

namespace NewsBot.Discord.Rest;

/// <summary>Reads what a refused call means (docs.discord.com/developers/topics/opcodes-and-status-codes, "JSON Error Codes"). Pure.</summary>
internal static class FailureReader
{
    private const int LongestMessage = 200;

    public static DiscordFailure Read(Route route, int status, ReadOnlySpan<byte> body)
    {
        var (code, message, path) = Parse(body);
        return ByCode(code, message, path) ?? ByStatus(route, status, code, message);
    }

    private static DiscordFailure? ByCode(int code, string message, string path) => code switch
    {
        10003 => new DiscordFailure.TargetLost(LossReason.ChannelGone),
        10004 => new DiscordFailure.TargetLost(LossReason.ServerGone),
        10008 => new DiscordFailure.TargetLost(LossReason.MessageGone),
        50001 => new DiscordFailure.TargetLost(LossReason.NoAccess),
        50013 or 50009 => new DiscordFailure.TargetLost(LossReason.NoPermission),
        50007 or 50033 or 50278 or 10013 => new DiscordFailure.TargetLost(LossReason.DirectMessagesClosed),
        50008 or 50024 => new DiscordFailure.TargetLost(LossReason.NotATextChannel),
        160005 => new DiscordFailure.TargetLost(LossReason.ThreadLocked),
        50083 => new DiscordFailure.ThreadArchived(),
        10015 or 50027 => new DiscordFailure.WebhookGone(),
        10062 => new DiscordFailure.InteractionExpired(),
        40060 => new DiscordFailure.AlreadyAcknowledged(),
        50035 => new DiscordFailure.InvalidBody(path, message),
        160002 => new DiscordFailure.InvalidBody(DiscordFailure.InvalidBody.Reference, message),
        40005 or 50045 => new DiscordFailure.TooLarge(),
        20016 or 20022 or 20028 or 20029 or 30046 or 40003 or 40004 or 40006 or 40062 or 130000 or 160006 or 160007 => new DiscordFailure.Overloaded(code),
        200000 or 200001 or 240000 or 20009 => new DiscordFailure.TextBlocked(code),
        30034 => new DiscordFailure.CommandQuota(),
        40333 => new DiscordFailure.UserAgentRefused(),
        _ => null,
    };

    private static DiscordFailure ByStatus(Route route, int status, int code, string message) => status switch
    {
        401 when !route.IsInteraction => new DiscordFailure.TokenRefused(Gateway.CloseCode.AdviceOf(4004)),
        401 => new DiscordFailure.WebhookGone(),
        404 when route.IsInteraction => route.Template.EndsWith("/callback", StringComparison.Ordinal) ? new DiscordFailure.InteractionExpired() : new DiscordFailure.WebhookGone(),
        413 => new DiscordFailure.TooLarge(),
        _ => new DiscordFailure.Refused(status, code, message),
    };

    private static (int Code, string Message, string Path) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorBody);
            return (error?.Code ?? 0, Shorten(error?.Message ?? ""), error?.Errors is { } errors ? FirstPath(errors) : "");
        }
        catch (JsonException)
        {
            return (0, "", "");
        }
    }

    /// <summary>The errors are a tree by field and index whose leaves are "_errors".</summary>
    private static string FirstPath(JsonElement errors)
    {
        var path = "";
        for (var depth = 0; depth < 16 && errors.ValueKind == JsonValueKind.Object && !errors.TryGetProperty("_errors", out _); depth++)
        {
            var first = errors.EnumerateObject().FirstOrDefault();
            if (first.Value.ValueKind == JsonValueKind.Undefined)
            {
                break;
            }

            path = path.Length == 0 ? first.Name : $"{path}.{first.Name}";
            errors = first.Value;
        }

        return Shorten(path);
    }

    private static string Shorten(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage];
}
