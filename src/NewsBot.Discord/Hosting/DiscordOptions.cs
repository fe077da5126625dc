using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Discord.Hosting;

/// <summary>Whether and how the bot is on Discord. Off without a token.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    [Description("The bot's token, from the page Bot of its entry at discord.com/developers; empty: no Discord. Better kept in a file that NEWSBOT_DISCORD__TOKEN_FILE names.")]
    [PasswordPropertyText(true)]
    [RegularExpression(@"^([A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+)?$", ErrorMessage = "it is no token of a bot: the page Bot at discord.com/developers shows one, three parts with dots between")]
    public string Token { get; set; } = "";

    [Description("Stands for https://discord.com/api/v10, for tests and proxies.")]
    [RegularExpression(@"^(https?://[^\s/]+(/[^\s]*)?)?$", ErrorMessage = "it must be http:// or https:// with a host")]
    public string ApiUrl { get; set; } = "";

    [Description("Numbers of the users who run this instance; /id tells yours.")]
    public IList<string> Operators { get; set; } = [];

    [Description("How many connections to Discord share the servers; 0 takes as many as Discord recommends.")]
    [Range(0, 64)]
    public int Shards { get; set; }

    public bool IsOn => Token.Length > 0;
}
