using System.ComponentModel;

namespace NewsBot.Discord;

/// <summary>How the bot is known on Discord.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    [Description("The bot's token, from the Bot page of the Developer Portal. Empty: the bot is not on Discord. Better kept in a file: TokenFile.")]
    public string Token { get; set; } = "";

    [Description("A file that holds the token and nothing else.")]
    public string TokenFile { get; set; } = "";

    [Description("Stands for https://discord.com/api/v10, for tests and proxies.")]
    public string ApiUrl { get; set; } = "";

    [Description("Numbers of the users who run this instance.")]
    public IList<string> Operators { get; set; } = [];

    [Description("How many connections to Discord share the servers; 0 takes as many as Discord recommends.")]
    public int Shards { get; set; }
}
