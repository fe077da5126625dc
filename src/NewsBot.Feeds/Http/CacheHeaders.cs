using System.Globalization;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Reads what an answer says about its age and about coming back (RFC 9111, RFC 9110 10.2.3), leniently and by the server's own clock where it shows one.</summary>
internal static class CacheHeaders
{
    private static readonly TimeSpan RetryCeiling = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>max-age beats Expires; no-cache and no-store are zero.</summary>
    public static CacheLifetime Lifetime(GuardedResponse response, DateTimeOffset now)
    {
        TimeSpan? maxAge = null;
        foreach (var directive in (response.Header("Cache-Control") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = directive.Split('=', 2, StringSplitOptions.TrimEntries);
            switch (pair[0].ToLowerInvariant())
            {
                case "no-cache" or "no-store":
                    return new(TimeSpan.Zero);
                case "max-age" when pair.Length == 2:
                    maxAge = Seconds(pair[1].Trim('"')) ?? maxAge;
                    break;
            }
        }

        if (maxAge is { } age)
        {
            return new(Positive(age - (Seconds(response.Header("Age")) ?? TimeSpan.Zero)));
        }

        return Date(response.Header("Expires")) is { } expires ? new(Positive(expires - ServerNow(response, now))) : CacheLifetime.Unstated;
    }

    /// <summary>Seconds or a date; capped at a day, null where the server did not say.</summary>
    public static TimeSpan? RetryAfter(GuardedResponse response, DateTimeOffset now)
    {
        var text = response.Header("Retry-After");
        var wait = Seconds(text) ?? (Date(text) is { } date ? Positive(date - ServerNow(response, now)) : null);
        return wait > RetryCeiling ? RetryCeiling : wait;
    }

    private static DateTimeOffset ServerNow(GuardedResponse response, DateTimeOffset now) => Date(response.Header("Date")) ?? now;

    private static TimeSpan? Seconds(string? text)
    {
        if (text is null || !double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
