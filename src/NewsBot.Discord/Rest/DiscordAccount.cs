namespace NewsBot.Discord.Rest;

/// <summary>As whom and where the client calls.</summary>
/// <param name="Token">As the developer portal shows it, without "Bot ".</param>
internal sealed record DiscordAccount(string Token)
{
    public Uri Api { get; init; } = new("https://discord.com/api/v10");

    /// <summary>
    /// In Discord's required form "DiscordBot (url, version)"; without it Cloudflare refuses the call (code 40333). The form wants an address and this program has no page of its own,
    /// so it names the page that every bot is registered at, which says nothing untrue of anybody; the name behind it tells the program, as the form allows.
    /// </summary>
    public string UserAgent { get; init; } = "DiscordBot (https://discord.com/developers/applications, 0.1) NewsBot";

    /// <summary>Never the token.</summary>
    public override string ToString() => $"Discord account at {Api.Host}";
}
