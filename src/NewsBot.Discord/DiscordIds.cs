using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord;

/// <summary>
/// Discord's ids as those of the core: a channel or thread is "discord:ID", a server's home "discord:ID" with the server's id, a person "discord:@ID". A private conversation has the id of its person, so that the core finds the way to a person.
/// </summary>
internal static class DiscordIds
{
    public const string Platform = "discord";
    private const string Channel = Platform + ":";
    private const string User = Platform + ":@";

    public static PlaceId PlaceOf(Snowflake channel) => new(Channel + channel);

    public static PlaceId PrivatePlaceOf(Snowflake user) => new(User + user);

    public static HomeId HomeOf(Snowflake guild) => new(Channel + guild);

    public static HomeId PrivateHomeOf(Snowflake user) => new(User + user);

    public static PersonId PersonOf(Snowflake user) => new(User + user);

    /// <summary>The person of a private conversation; null for a channel.</summary>
    public static Snowflake? UserOf(PlaceId place) => place.Value.StartsWith(User, StringComparison.Ordinal) ? Snowflake.TryParse(place.Value[User.Length..]) : null;

    /// <summary>Null for a private conversation.</summary>
    public static Snowflake? ChannelOf(PlaceId place) => place.Value.StartsWith(Channel, StringComparison.Ordinal) ? Snowflake.TryParse(place.Value[Channel.Length..]) : null;
}
