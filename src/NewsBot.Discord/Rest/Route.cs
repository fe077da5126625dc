using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>One operation on one thing. Its template names it in logs, as paths may hold tokens.</summary>
/// <param name="Template">The path with names instead of ids; with the method it is what Discord counts by.</param>
/// <param name="Path">Below the API's address. Never logged: those of interactions and webhooks hold a token.</param>
/// <param name="Major">The channel, server or webhook whose calls are counted on their own, or empty.</param>
internal sealed record Route(HttpMethod Method, string Template, string Path, string Major)
{
    /// <summary>Answers to interactions carry their token in the path, need no bot token and are outside the global limit.</summary>
    public bool IsInteraction { get; private init; }

    public RouteKey Key => new($"{Method} {Template}", Major);

    public static Route Plain(HttpMethod method, string path) => new(method, path, path, "");

    public static Route OfApplication(HttpMethod method, Snowflake application, string rest) =>
        new(method, $"/applications/{{app}}{rest}", $"/applications/{application}{rest}", "");

    public static Route OfApplicationGuild(HttpMethod method, Snowflake application, Snowflake guild, string rest) =>
        new(method, $"/applications/{{app}}/guilds/{{guild}}{rest}", $"/applications/{application}/guilds/{guild}{rest}", guild.ToString());

    public static Route OfGuild(HttpMethod method, Snowflake guild, string rest = "") =>
        new(method, $"/guilds/{{guild}}{rest}", $"/guilds/{guild}{rest}", guild.ToString());

    public static Route OfMember(Snowflake guild, Snowflake member) =>
        new(HttpMethod.Get, "/guilds/{guild}/members/{member}", $"/guilds/{guild}/members/{member}", guild.ToString());

    public static Route OfChannel(HttpMethod method, Snowflake channel, string rest = "") =>
        new(method, $"/channels/{{channel}}{rest}", $"/channels/{channel}{rest}", channel.ToString());

    public static Route OfMessage(HttpMethod method, Snowflake channel, Snowflake message, string rest = "") =>
        new(method, $"/channels/{{channel}}/messages/{{message}}{rest}", $"/channels/{channel}/messages/{message}{rest}", channel.ToString());

    public static Route OfCallback(Snowflake interaction, string token) =>
        new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", $"/interactions/{interaction}/{token}/callback", token) { IsInteraction = true };

    /// <param name="template">Below the token, such as "/messages/@original".</param>
    public static Route OfFollowUp(HttpMethod method, Snowflake application, string token, string template, string rest) =>
        new(method, $"/webhooks/{{app}}/{{token}}{template}", $"/webhooks/{application}/{token}{rest}", token) { IsInteraction = true };

    public override string ToString() => $"{Method} {Template}";
}

/// <summary>What a limit is learned for: the operation, and the channel, server or token it is counted for.</summary>
internal readonly record struct RouteKey(string Operation, string Major);

/// <summary>Who goes first where several wait: somebody who waits for an answer, then alerts, then digests.</summary>
internal enum SendPriority
{
    Interactive,
    Alert,
    Digest,
}
