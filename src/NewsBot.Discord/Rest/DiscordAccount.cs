namespace NewsBot.Discord.Rest;

/// <summary>As whom and where the client calls.</summary>
/// <param name="Token">As the developer portal shows it, without "Bot ".</param>
internal sealed record DiscordAccount(string Token)
{
    public Uri Api { get; init; } = new("https://discord.com/api/v10");

    /// <summary>In Discord's form; without one Cloudflare refuses the call (code 40333).</summary>
    public string UserAgent { get; init; } = "DiscordBot (https://newsbot.example, 0.1)";

    /// <summary>Never the token.</summary>
    public override string ToString() => $"Discord account at {Api.Host}";
}
