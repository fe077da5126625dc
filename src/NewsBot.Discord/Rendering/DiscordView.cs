using NewsBot.Core.Commands;

namespace NewsBot.Discord.Rendering;

/// <summary>What rendering depends on beside the answer.</summary>
/// <param name="Commands">How commands are given on Discord.</param>
internal sealed record DiscordView(Texts Texts, CommandNames Commands)
{
    /// <summary>The bot's own words, which may hold titles and words of strangers: escaped, and with its commands as they are given here.</summary>
    public string Words(string text) => Commands.InMarkdown(DiscordMarkdown.Escape(text));
}
