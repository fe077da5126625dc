using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Discord.Sending;

namespace NewsBot.Discord.Hosting;

/// <summary>What happens to servers and channels: a greeting on a new server, places that are lost with their reason, and places that are back.</summary>
internal sealed class GuildLife(DiscordApi api, ChannelDirectory channels, SubscriptionRegistry registry, PlaceReach reach, PlaceReturn back, INewsStore store)
{
    /// <summary>A server is there: after the start, after an outage, or because the bot was added to it.</summary>
    public async Task AvailableAsync(Guild guild, CancellationToken cancellationToken)
    {
        foreach (var channel in guild.Channels.Concat(guild.Threads))
        {
            channels.Put(channel with { GuildId = guild.Id });
        }

        await back.CheckAsync(guild, cancellationToken);

        var key = $"{DiscordIds.Platform}:greeted:{guild.Id}";
        if (await store.FindStateAsync(key, cancellationToken) is null)
        {
            await store.SaveStateAsync(key, "yes", cancellationToken);
            await GreetAsync(guild, cancellationToken);
        }
    }

    public async Task LostAsync(Snowflake guild, bool isOutage, CancellationToken cancellationToken)
    {
        if (isOutage)
        {
            return;
        }

        await store.SaveStateAsync($"{DiscordIds.Platform}:greeted:{guild}", null, cancellationToken);
        foreach (var place in registry.PlacesOf(DiscordIds.HomeOf(guild)).ToList())
        {
            await reach.LostAsync(place.Id, "the bot was removed from the server", isTold: false, cancellationToken);
        }
    }

    public async Task DeletedAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        channels.Remove(channel);
        await reach.LostAsync(DiscordIds.PlaceOf(channel), "the channel was deleted", isTold: true, cancellationToken);
    }

    /// <summary>A right may have come back with it.</summary>
    public async Task ChangedAsync(Channel channel, CancellationToken cancellationToken)
    {
        channels.Put(channel);
        if (channel.GuildId is { } guild)
        {
            await back.CheckAsync(guild, channel.Id, cancellationToken);
        }
    }

    public Task RightsChangedAsync(Snowflake guild, CancellationToken cancellationToken) => back.CheckAsync(guild, null, cancellationToken);

    /// <summary>Once, and only in the channel that the server keeps for such things; where the bot may not write nothing is said.</summary>
    private async Task GreetAsync(Guild guild, CancellationToken cancellationToken)
    {
        if (guild.SystemChannelId is { } channel)
        {
            var view = new DiscordView(Languages.For(guild.PreferredLocale), new CommandNames(CommandForms.Names));
            await api.CreateMessageAsync(channel, new MessageBody { Content = view.Words(view.Texts.GreetingOnServer) }, $"hello{guild.Id}", SendPriority.Digest, cancellationToken);
        }
    }
}
