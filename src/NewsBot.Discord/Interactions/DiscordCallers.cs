using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Discord.Hosting;
using NewsBot.Discord.Rest.Models;
using NewsBot.Discord.Sending;

namespace NewsBot.Discord.Interactions;

/// <summary>Who asks and for which place. Rights come with every interaction and are believed for that one only.</summary>
internal sealed class DiscordCallers(IOptions<DiscordOptions> options)
{
    /// <summary>Null when Discord did not say who did it or where.</summary>
    /// <param name="target">The channel that was named, or null for the one it was typed in.</param>
    public Caller? Of(Interaction interaction, Channel? target)
    {
        if (interaction.Invoker is not { } user || (interaction.ChannelId ?? interaction.Channel?.Id) is not { } channel)
        {
            return null;
        }

        var guild = interaction.GuildId;
        return new Caller
        {
            Person = DiscordIds.PersonOf(user.Id),
            Place = guild is null ? DiscordIds.PrivatePlaceOf(user.Id) : DiscordIds.PlaceOf(target?.Id ?? channel),
            Home = guild is { } server ? DiscordIds.HomeOf(server) : DiscordIds.PrivateHomeOf(user.Id),
            Role = RoleOf(user.Id, interaction),
            PlaceName = target?.Name ?? interaction.Channel?.Name,
            IsPrivate = true,
            Language = interaction.Locale,
        };
    }

    /// <summary>The rights that the bot lacks to post there, by Discord's names; empty where it may.</summary>
    public static IReadOnlyList<string> MissingRights(Interaction interaction, Channel? target)
    {
        if (interaction.GuildId is null || (target is null ? interaction.AppPermissions : target.AppPermissions) is not { } given)
        {
            return [];
        }

        return ServerRights.Missing(given, (target ?? interaction.Channel)?.IsThread == true);
    }

    private Core.Commands.Role RoleOf(Snowflake user, Interaction interaction)
    {
        if (options.Value.Operators.Contains(user.ToString()))
        {
            return Core.Commands.Role.Operator;
        }

        // The private conversation belongs to its person.
        var isAdmin = interaction.GuildId is null || (interaction.Member?.Permissions is { } given && (given & (Permissions.ManageServer | Permissions.Administrator)) != Permissions.None);
        return isAdmin ? Core.Commands.Role.Admin : Core.Commands.Role.Reader;
    }
}
