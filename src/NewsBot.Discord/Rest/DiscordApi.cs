using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>The operations a news bot needs, on its own account, channels and servers. For those of interactions see <see cref="InteractionApi"/>.</summary>
internal sealed class DiscordApi(DiscordRest rest)
{
    private static readonly DiscordJson Json = DiscordJson.Default;

    public Task<RestResult<GatewayBot>> GetGatewayAsync(CancellationToken cancellationToken) =>
        rest.SendAsync(Urgent(Route.Plain(HttpMethod.Get, "/gateway/bot")), Json.GatewayBot, cancellationToken);

    public Task<RestResult<User>> GetSelfAsync(CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.Plain(HttpMethod.Get, "/users/@me")), Json.User, cancellationToken);

    public Task<RestResult<Application>> GetApplicationAsync(CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.Plain(HttpMethod.Get, "/applications/@me")), Json.Application, cancellationToken);

    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(Snowflake application, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfApplication(HttpMethod.Get, application, "/commands")) { Query = "?with_localizations=true" }, Json.IReadOnlyListApplicationCommand, cancellationToken);

    /// <summary>Replaces all commands. Discord counts creations: 200 a day.</summary>
    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> PutCommandsAsync(Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.OfApplication(HttpMethod.Put, application, "/commands")) { Body = RestBodies.Json(commands, Json.IReadOnlyListApplicationCommand) },
            Json.IReadOnlyListApplicationCommand,
            cancellationToken);

    /// <summary>The same for one server, where changes show at once: for trying things.</summary>
    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> PutGuildCommandsAsync(Snowflake application, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.OfApplicationGuild(HttpMethod.Put, application, guild, "/commands")) { Body = RestBodies.Json(commands, Json.IReadOnlyListApplicationCommand) },
            Json.IReadOnlyListApplicationCommand,
            cancellationToken);

    /// <summary>Sends a message. The same nonce within a few minutes brings the earlier message instead of a second one.</summary>
    /// <param name="nonce">At most 25 characters.</param>
    public Task<RestResult<Message>> CreateMessageAsync(Snowflake channel, MessageBody body, string nonce, SendPriority priority, CancellationToken cancellationToken)
    {
        if (nonce.Length is 0 or > 25)
        {
            throw new ArgumentException("A nonce has 1 to 25 characters.", nameof(nonce));
        }

        var request = new RestRequest(Route.OfChannel(HttpMethod.Post, channel, "/messages"))
        {
            Body = RestBodies.Message(body with { Nonce = nonce, EnforceNonce = true }),
            Priority = priority,
            IsRepeatable = true,
        };
        return rest.SendAsync(request, Json.Message, cancellationToken);
    }

    /// <summary>Changes a message. Files it had and the body does not name are removed.</summary>
    public Task<RestResult<Message>> EditMessageAsync(Snowflake channel, Snowflake message, MessageBody body, SendPriority priority, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.OfMessage(HttpMethod.Patch, channel, message)) { Body = RestBodies.Message(body), Priority = priority },
            Json.Message,
            cancellationToken);

    public Task<RestResult<Nothing>> DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        rest.SendAsync<Nothing>(new RestRequest(Route.OfMessage(HttpMethod.Delete, channel, message)), null, cancellationToken);

    /// <summary>Publishes a message of an announcement channel to the channels that follow it.</summary>
    public Task<RestResult<Message>> CrosspostAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfMessage(HttpMethod.Post, channel, message, "/crosspost")) { Priority = SendPriority.Digest }, Json.Message, cancellationToken);

    public Task<RestResult<Channel>> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfChannel(HttpMethod.Get, channel)), Json.Channel, cancellationToken);

    /// <summary>Wakes an archived thread.</summary>
    public Task<RestResult<Channel>> UnarchiveAsync(Snowflake thread, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.OfChannel(HttpMethod.Patch, thread)) { Body = RestBodies.Json(new ThreadChange(Archived: false), Json.ThreadChange) },
            Json.Channel,
            cancellationToken);

    public Task<RestResult<IReadOnlyList<Channel>>> GetChannelsAsync(Snowflake guild, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfGuild(HttpMethod.Get, guild, "/channels")), Json.IReadOnlyListChannel, cancellationToken);

    public Task<RestResult<Channel>> CreateThreadAsync(Snowflake channel, Snowflake message, MessageThread thread, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.OfMessage(HttpMethod.Post, channel, message, "/threads")) { Body = RestBodies.Json(thread, Json.MessageThread) },
            Json.Channel,
            cancellationToken);

    public Task<RestResult<Channel>> CreateThreadAsync(Snowflake channel, ChannelThread thread, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfChannel(HttpMethod.Post, channel, "/threads")) { Body = RestBodies.Json(thread, Json.ChannelThread) }, Json.Channel, cancellationToken);

    /// <summary>Discord knows no nonce here: a lost answer leaves the outcome unknown. The thread has the id of its first message.</summary>
    public Task<RestResult<Channel>> CreateForumPostAsync(Snowflake forum, ForumPost post, SendPriority priority, CancellationToken cancellationToken)
    {
        var body = new RestBody(RestBodies.Bytes(post with { Message = post.Message.Attached() }, Json.ForumPost), post.Message.Files);
        return rest.SendAsync(new RestRequest(Route.OfChannel(HttpMethod.Post, forum, "/threads")) { Body = body, Priority = priority }, Json.Channel, cancellationToken);
    }

    /// <summary>Opens the private conversation with somebody; an existing one is returned.</summary>
    public Task<RestResult<Channel>> CreateDirectMessageAsync(Snowflake user, CancellationToken cancellationToken) =>
        rest.SendAsync(
            new RestRequest(Route.Plain(HttpMethod.Post, "/users/@me/channels")) { Body = RestBodies.Json(new DirectMessageTarget(user), Json.DirectMessageTarget), IsRepeatable = true },
            Json.Channel,
            cancellationToken);

    public Task<RestResult<Guild>> GetGuildAsync(Snowflake guild, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfGuild(HttpMethod.Get, guild)), Json.Guild, cancellationToken);

    public Task<RestResult<Member>> GetMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfMember(guild, user)), Json.Member, cancellationToken);

    public Task<RestResult<IReadOnlyList<Role>>> GetRolesAsync(Snowflake guild, CancellationToken cancellationToken) =>
        rest.SendAsync(new RestRequest(Route.OfGuild(HttpMethod.Get, guild, "/roles")), Json.IReadOnlyListRole, cancellationToken);

    private static RestRequest Urgent(Route route) => new(route) { Priority = SendPriority.Interactive };
}
