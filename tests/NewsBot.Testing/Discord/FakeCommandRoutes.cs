using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The bot's commands: overwritten as a set, as bots do.</summary>
internal sealed class FakeCommandRoutes(FakeWorld world)
{
    private const int CreatesPerDay = 200;

    public static JsonObject Application() => new()
    {
        ["id"] = FakeWorld.Text(FakeWorld.ApplicationId),
        ["name"] = "newsbot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = FakeWorld.Bot(),
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = Owner(),
        ["approximate_guild_count"] = 1,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
    };

    public FakeRoute? Find(string method, string path, string major) => method switch
    {
        "GET" => new($"GET {path}", major, _ => FakeAnswer.Ok(world.Commands.DeepClone())),
        "PUT" => new($"PUT {path}", major, body => Overwrite(body.Json as JsonArray ?? [])),
        _ => null,
    };

    private FakeAnswer Overwrite(JsonArray commands)
    {
        lock (world.Lock)
        {
            if (FakeChecks.Commands(commands) is { } wrong)
            {
                return wrong;
            }

            var known = world.Commands.Select(command => (string?)command!["name"]).ToHashSet();
            var creates = commands.Count(command => !known.Contains((string?)command!["name"]));
            if (world.CommandCreates + creates > CreatesPerDay)
            {
                return FakeAnswer.Error(429, 30034, "Max number of daily application command creates has been reached (200)");
            }

            world.CommandCreates += creates;
            world.Commands = new JsonArray([.. commands.Select(command => (JsonNode)Stored((JsonObject)command!))]);
            return FakeAnswer.Ok(world.Commands.DeepClone());
        }
    }

    private JsonObject Stored(JsonObject command)
    {
        var stored = (JsonObject)command.DeepClone();
        stored["id"] = FakeWorld.Text(world.NewId());
        stored["application_id"] = FakeWorld.Text(FakeWorld.ApplicationId);
        stored["version"] = FakeWorld.Text(world.NewId());
        stored["type"] ??= 1;
        stored["description"] ??= "";
        stored["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        stored["nsfw"] ??= false;
        stored["dm_permission"] = true;
        return stored;
    }

    private static JsonObject Owner()
    {
        var owner = FakeWorld.Bot();
        owner["id"] = "100000000000000099";
        owner["username"] = "owner";
        owner["bot"] = false;
        return owner;
    }
}
