namespace NewsBot.Discord.Rest.Models;

/// <summary>Why a call was refused.</summary>
internal sealed record ErrorBody(int Code, string? Message, System.Text.Json.JsonElement? Errors);

/// <param name="RetryAfter">In seconds.</param>
internal sealed record RateLimitBody(double? RetryAfter, bool Global);
