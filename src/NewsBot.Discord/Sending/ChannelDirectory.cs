using System.Collections.Concurrent;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Sending;

/// <summary>What is known of the channels that are sent to: of which type they are, and which private conversation belongs to a person. Holds at most <see cref="Most"/>; what it lost is asked again. Thread-safe.</summary>
internal sealed class ChannelDirectory(DiscordApi api)
{
    public const int Most = 20_000;
    private readonly ConcurrentDictionary<Snowflake, Channel> _channels = new();
    private readonly ConcurrentDictionary<Snowflake, Snowflake> _private = new();

    public void Put(Channel channel)
    {
        if (_channels.Count >= Most)
        {
            _channels.Clear();
        }

        _channels[channel.Id] = channel;
    }

    public void Remove(Snowflake channel) => _channels.TryRemove(channel, out _);

    /// <summary>Null when it was never seen, or forgotten.</summary>
    public Channel? Known(Snowflake channel) => _channels.GetValueOrDefault(channel);

    /// <summary>The channel behind a place; the private conversation is opened where it is one.</summary>
    public async Task<RestResult<Channel>> FindAsync(PlaceId place, CancellationToken cancellationToken)
    {
        if (DiscordIds.UserOf(place) is { } user)
        {
            return await PrivateAsync(user, cancellationToken);
        }

        if (DiscordIds.ChannelOf(place) is not { } id)
        {
            return new RestResult<Channel>.Failed(new DiscordFailure.Refused(0, 0, $"{place} is no place on Discord"));
        }

        return _channels.TryGetValue(id, out var known) ? new RestResult<Channel>.Ok(known) : Kept(await api.GetChannelAsync(id, cancellationToken));
    }

    private async Task<RestResult<Channel>> PrivateAsync(Snowflake user, CancellationToken cancellationToken)
    {
        if (_private.TryGetValue(user, out var channel) && _channels.TryGetValue(channel, out var known))
        {
            return new RestResult<Channel>.Ok(known);
        }

        var opened = Kept(await api.CreateDirectMessageAsync(user, cancellationToken));
        if (opened.ValueOrDefault is { } conversation)
        {
            if (_private.Count >= Most)
            {
                _private.Clear();
            }

            _private[user] = conversation.Id;
        }

        return opened;
    }

    private RestResult<Channel> Kept(RestResult<Channel> result)
    {
        if (result.ValueOrDefault is { } channel)
        {
            Put(channel);
        }

        return result;
    }
}
