using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Sending;

/// <summary>What somebody may do on a server, computed as Discord does (docs.discord.com/developers/topics/permissions, "Permission Overwrites"). Pure.</summary>
/// <param name="Roles">All roles of the server; the one with its id is everybody's.</param>
/// <param name="Own">Roles of the member.</param>
internal sealed record ServerRights(Snowflake Server, Snowflake Member, IReadOnlyList<Role> Roles, IReadOnlyList<Snowflake> Own)
{
    private const Permissions All = (Permissions)ulong.MaxValue;
    private const int OfMember = 1;

    private static readonly (Permissions Right, string Name)[] Needed =
        [(Permissions.ViewChannel, "View Channel"), (Permissions.SendMessages, "Send Messages"), (Permissions.EmbedLinks, "Embed Links")];

    private static readonly (Permissions Right, string Name)[] NeededInThreads =
        [(Permissions.ViewChannel, "View Channel"), (Permissions.SendMessagesInThreads, "Send Messages in Threads"), (Permissions.EmbedLinks, "Embed Links")];

    /// <summary>Everything that is allowed in a channel. A thread has the rights of its channel.</summary>
    public Permissions In(Channel channel)
    {
        var rights = Roles.Where(role => role.Id == Server || Own.Contains(role.Id)).Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        if (rights.HasFlag(Permissions.Administrator))
        {
            return All;
        }

        // From the general to the particular; of the member's roles what one of them allows outweighs what another denies.
        var everybody = channel.PermissionOverwrites.Where(overwrite => overwrite.Id == Server);
        var roles = channel.PermissionOverwrites.Where(overwrite => overwrite.Type != OfMember && overwrite.Id != Server && Own.Contains(overwrite.Id)).ToList();
        var member = channel.PermissionOverwrites.Where(overwrite => overwrite.Type == OfMember && overwrite.Id == Member);
        rights = Changed(rights, everybody);
        rights = (rights & ~roles.Aggregate(Permissions.None, (sum, overwrite) => sum | overwrite.Deny)) | roles.Aggregate(Permissions.None, (sum, overwrite) => sum | overwrite.Allow);
        return Changed(rights, member);
    }

    /// <summary>The rights that are missing to post, by Discord's names; empty where it may be done.</summary>
    public static IReadOnlyList<string> Missing(Permissions given, bool isThread) => given.HasFlag(Permissions.Administrator)
        ? []
        : [.. (isThread ? NeededInThreads : Needed).Where(right => !given.HasFlag(right.Right)).Select(right => right.Name)];

    private static Permissions Changed(Permissions rights, IEnumerable<PermissionOverwrite> overwrites) =>
        overwrites.Aggregate(rights, (sum, overwrite) => (sum & ~overwrite.Deny) | overwrite.Allow);
}
