using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The operations the fake knows, by method and path.</summary>
internal sealed class FakeRoutes(FakeDiscord discord)
{
    private readonly FakeChannelRoutes _channels = new(discord.World);
    private readonly FakeCommandRoutes _commands = new(discord.World);

    public FakeRoute? Find(string method, string path) => (method, Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("GET", ["gateway", "bot"]) => new("GET /gateway/bot", "", _ => FakeAnswer.Ok(Gateway())),
        ("GET", ["users", "@me"]) => new("GET /users/@me", "", _ => FakeAnswer.Ok(Self())),
        ("POST", ["users", "@me", "channels"]) => new("POST /users/@me/channels", "", body => _channels.OpenConversation(body.Object)),
        ("GET", ["applications", "@me"]) => new("GET /applications/@me", "", _ => FakeAnswer.Ok(FakeCommandRoutes.Application())),
        (_, ["applications", _, "commands"]) => _commands.Find(method, "/applications/{app}/commands", ""),
        (_, ["applications", _, "guilds", var guild, "commands"]) => _commands.Find(method, "/applications/{app}/guilds/{guild}/commands", guild),
        ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token),
        (_, ["webhooks", _, var token, .. var rest]) => FollowUp(method, token, rest),
        (_, ["channels", var channel, .. var rest]) => _channels.Find(method, Id(channel), rest),
        ("GET", ["guilds", var guild]) => Guild("", guild, server => server.ToJson()),
        ("GET", ["guilds", var guild, "channels"]) => Guild("/channels", guild, server => server.ChannelsJson()),
        ("GET", ["guilds", var guild, "roles"]) => Guild("/roles", guild, server => server.RolesJson()),
        ("GET", ["guilds", var guild, "members", _]) => Guild("/members/{member}", guild, _ => FakeServer.Member(FakeWorld.Bot(), withPermissions: false)),
        _ => null,
    };

    internal static ulong Id(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private FakeRoute Guild(string rest, string guild, Func<FakeServer, JsonNode> read) => new(
        $"GET /guilds/{{guild}}{rest}",
        guild,
        _ => discord.World.FindServer(Id(guild)) is { } server ? FakeAnswer.Ok(read(server)) : FakeAnswer.Error(404, 10004, "Unknown Guild"));

    private FakeRoute Callback(string id, string token) => new(
        "POST /interactions/{interaction}/{token}/callback",
        token,
        body => discord.Interactions.Answer(Id(id), token, body))
    {
        IsInteraction = true,
    };

    private FakeRoute? FollowUp(string method, string token, string[] rest) => (method, rest) switch
    {
        ("POST", []) => Of(method, "", token, (interaction, body) => interaction.FollowUp(body)),
        ("GET", ["messages", "@original"]) => Of(method, "/messages/@original", token, (interaction, _) => interaction.ReadOriginal()),
        ("PATCH", ["messages", "@original"]) => Of(method, "/messages/@original", token, (interaction, body) => interaction.EditOriginal(body)),
        ("DELETE", ["messages", "@original"]) => Of(method, "/messages/@original", token, (interaction, _) => interaction.DeleteOriginal()),
        ("PATCH", ["messages", var message]) => Of(method, "/messages/{message}", token, (interaction, body) => interaction.EditFollowUp(Id(message), body)),
        _ => null,
    };

    private FakeRoute Of(string method, string rest, string token, Func<FakeInteraction, FakeBody, FakeAnswer> act) => new(
        $"{method} /webhooks/{{app}}/{{token}}{rest}",
        token,
        body => discord.Interactions.Find(token) is { } interaction ? interaction.IsOver ?? act(interaction, body) : FakeAnswer.Error(404, 10015, "Unknown Webhook"))
    {
        IsInteraction = true,
    };

    private static JsonObject Self()
    {
        var self = FakeWorld.Bot();
        self["locale"] = "en-US";
        self["verified"] = true;
        self["mfa_enabled"] = true;
        self["email"] = null;
        return self;
    }

    private JsonObject Gateway() => new()
    {
        ["url"] = discord.GatewayUrl.AbsoluteUri,
        ["shards"] = discord.Options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = Math.Max(0, discord.Options.IdentifiesLeft - discord.Gateway.Identifies),
            ["reset_after"] = 3_600_000,
            ["max_concurrency"] = 1,
        },
    };
}
