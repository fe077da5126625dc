using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Gateway;

/// <summary>Reads the events a news bot handles; null for all others. Pure.</summary>
internal static class GatewayEventReader
{
    private static readonly DiscordJson Json = DiscordJson.Default;

    /// <param name="receivedAt">When the frame came, on the client's clock.</param>
    /// <exception cref="JsonException">The event is known and its data is not what Discord documents.</exception>
    public static GatewayEvent? Read(string type, JsonElement data, TimeSpan receivedAt) => type switch
    {
        "READY" => ReadyOf(data),
        "RESUMED" => new GatewayEvent.Resumed(),
        "GUILD_CREATE" => GuildOf(Of(data, Json.Guild)),
        "GUILD_DELETE" => Of(data, Json.Guild) is var guild ? new GatewayEvent.GuildLost(guild.Id, guild.Unavailable) : null,
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE" => new GatewayEvent.ChannelChanged(Of(data, Json.Channel)),
        "CHANNEL_DELETE" or "THREAD_DELETE" => Of(data, Json.Channel) is var channel ? new GatewayEvent.ChannelDeleted(channel.Id, channel.GuildId) : null,
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" or "GUILD_MEMBER_UPDATE" =>
            Snowflake.TryParse(data.TryText("guild_id")) is { } changed ? new GatewayEvent.RightsChanged(changed) : null,
        "INTERACTION_CREATE" => new GatewayEvent.InteractionCreated(Of(data, Json.Interaction) with { ReceivedAt = receivedAt }),
        _ => null,
    };

    private static GatewayEvent GuildOf(Guild guild) => guild.Unavailable ? new GatewayEvent.GuildLost(guild.Id, IsOutage: true) : new GatewayEvent.GuildAvailable(guild);

    private static GatewayEvent.Ready ReadyOf(JsonElement data) =>
        data.TryField("user") is { } user && data.TryField("application") is { } application
            ? new GatewayEvent.Ready(Of(user, Json.User), Of(application, Json.Application))
            : throw new JsonException("READY names no user and application.");

    private static T Of<T>(JsonElement data, JsonTypeInfo<T> type)
        where T : class => data.Deserialize(type) ?? throw new JsonException("An event without data.");
}
