using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Gateway;

/// <summary>What the gateway tells the bot. Everything else of it is ignored by name.</summary>
internal abstract record GatewayEvent
{
    private GatewayEvent()
    {
    }

    /// <summary>A new session: servers follow as <see cref="GuildAvailable"/>.</summary>
    public sealed record Ready(User Self, Application Application) : GatewayEvent;

    /// <summary>The old session goes on; what was missed came before.</summary>
    public sealed record Resumed : GatewayEvent;

    /// <summary>A server after READY, after an outage, or because the bot was added.</summary>
    public sealed record GuildAvailable(Guild Guild) : GatewayEvent;

    /// <param name="IsOutage">True: it comes back. False: the bot was removed.</param>
    public sealed record GuildLost(Snowflake Guild, bool IsOutage) : GatewayEvent;

    /// <summary>A channel or thread is new or changed: name, rights, archived.</summary>
    public sealed record ChannelChanged(Channel Channel) : GatewayEvent;

    public sealed record ChannelDeleted(Snowflake Channel, Snowflake? Guild) : GatewayEvent;

    /// <summary>Roles of the server, or the bot's own, changed: what is known of rights there no longer holds.</summary>
    public sealed record RightsChanged(Snowflake Guild) : GatewayEvent;

    public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;
}
