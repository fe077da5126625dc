using System.Globalization;

namespace NewsBot.Core.Subscriptions;

/// <summary>A pause as a word of a file: "on" for one without end, else the moment it ends. Pure.</summary>
internal static class PauseWords
{
    private const string Endless = "on";

    /// <summary>Null for no pause.</summary>
    public static string? Write(Pause? pause) => pause is null ? null : pause.Until?.ToString("O", CultureInfo.InvariantCulture) ?? Endless;

    /// <summary>Null when it cannot be read or is over.</summary>
    public static Pause? Read(string? word, DateTimeOffset now) => word switch
    {
        null => null,
        Endless => new Pause(now, null),
        _ => DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > now ? new Pause(now, until) : null,
    };
}
