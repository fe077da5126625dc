using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Discord.Sending;

namespace NewsBot.Discord.Hosting;

/// <summary>Brings places back that could not be reached, once the bot may post there again. Where that cannot be told the place stays as it is: the next command there asks again.</summary>
internal sealed class PlaceReturn(DiscordApi api, ChannelDirectory channels, SubscriptionRegistry registry, PlaceReach reach)
{
    /// <param name="guild">As its event told it, with its roles and the bot's own membership.</param>
    public Task CheckAsync(Guild guild, CancellationToken cancellationToken) => CheckAsync(guild.Id, null, guild, cancellationToken);

    /// <param name="only">The channel that changed; null for all of the server.</param>
    public Task CheckAsync(Snowflake guild, Snowflake? only, CancellationToken cancellationToken) => CheckAsync(guild, only, null, cancellationToken);

    private async Task CheckAsync(Snowflake guild, Snowflake? only, Guild? told, CancellationToken cancellationToken)
    {
        var lost = registry.PlacesOf(DiscordIds.HomeOf(guild)).Where(place => place.Gone is not null && DiscordIds.ChannelOf(place.Id) is { } id && (only is null || IsAbout(id, only.Value))).ToList();
        if (lost.Count == 0 || await RightsAsync(guild, told, cancellationToken) is not { } rights)
        {
            return;
        }

        foreach (var place in lost)
        {
            if (channels.Known(DiscordIds.ChannelOf(place.Id)!.Value) is { } channel && MayPost(rights, channel))
            {
                await reach.BackAsync(place.Id, cancellationToken);
            }
        }
    }

    /// <summary>Threads have the rights of their channel.</summary>
    private bool IsAbout(Snowflake place, Snowflake changed) => place == changed || channels.Known(place)?.ParentId == changed;

    private bool MayPost(ServerRights rights, Channel channel)
    {
        var holder = channel.IsThread && channel.ParentId is { } parent ? channels.Known(parent) : channel;
        return holder is not null && channel.ThreadMetadata is not { Locked: true } && ServerRights.Missing(rights.In(holder), channel.IsThread).Count == 0;
    }

    private async Task<ServerRights?> RightsAsync(Snowflake guild, Guild? told, CancellationToken cancellationToken)
    {
        if ((await api.GetSelfAsync(cancellationToken)).ValueOrDefault is not { } self)
        {
            return null;
        }

        var roles = told is { Roles.Count: > 0 } ? told.Roles : (await api.GetRolesAsync(guild, cancellationToken)).ValueOrDefault;
        var member = told?.Members.FirstOrDefault(each => each.User?.Id == self.Id) ?? (await api.GetMemberAsync(guild, self.Id, cancellationToken)).ValueOrDefault;
        return roles is null || member is null ? null : new ServerRights(guild, self.Id, roles, member.Roles);
    }
}
