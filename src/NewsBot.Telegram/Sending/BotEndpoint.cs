namespace NewsBot.Telegram.Sending;

/// <summary>Where the Bot API is and who calls it.</summary>
/// <param name="Token">The secret of the bot, "digits:letters".</param>
/// <param name="ApiUrl">Scheme, host, port and path of a Bot API server of one's own; null for Telegram's own.</param>
internal sealed record BotEndpoint(string Token, string? ApiUrl)
{
    /// <summary>How long a call may take until it counts as unanswered; a long poll has its own time on top.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a file may take to come or go.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Scheme, host and port; null for Telegram's own.</summary>
    public string? Server => ApiUrl is { } url ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;

    /// <summary>What stands before "/bot" in the path of each call; mostly empty.</summary>
    public string Path => ApiUrl is { } url ? new Uri(url).AbsolutePath.TrimEnd('/') : "";

    /// <summary>Without the token, so that a log of it gives nothing away.</summary>
    public override string ToString() => ApiUrl ?? "api.telegram.org";
}
