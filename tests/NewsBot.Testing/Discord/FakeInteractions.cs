using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Everything people did, told to the bot by the gateway.</summary>
public sealed class FakeInteractions(FakeWorld world, FakeGateway gateway)
{
    private const ulong MostRights = (1UL << 50) - 1 & ~8UL;
    private readonly ConcurrentDictionary<string, FakeInteraction> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeInteraction> _all = new();

    /// <summary>In order.</summary>
    public IReadOnlyList<FakeInteraction> All => [.. _all];

    internal FakeWorld World => world;

    internal FakeInteraction? Find(string token) => _byToken.GetValueOrDefault(token);

    internal FakeAnswer Answer(ulong id, string token, FakeBody body) =>
        Find(token) is { } interaction && interaction.Id == id ? interaction.Answer(body) : FakeAnswer.Error(404, 10062, "Unknown interaction");

    /// <param name="type">Discord's number: 2 a command, 3 a button or select, 4 a text being typed, 5 a dialog.</param>
    internal FakeInteraction Begin(FakeChannel channel, FakeUser user, int type, JsonObject data, FakeMessage? pressed)
    {
        var interaction = new FakeInteraction(world, channel, user.Json, type, pressed);
        _byToken[interaction.Token] = interaction;
        _all.Enqueue(interaction);
        gateway.Dispatch("INTERACTION_CREATE", Event(interaction, user, data), channel.Server?.Id);
        return interaction;
    }

    private JsonObject Event(FakeInteraction interaction, FakeUser user, JsonObject data)
    {
        var channel = interaction.Channel;
        var json = new JsonObject
        {
            ["id"] = FakeWorld.Text(interaction.Id),
            ["application_id"] = FakeWorld.Text(FakeWorld.ApplicationId),
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = FakeWorld.Text(channel.Id),
            ["channel"] = channel.ToJson(),
            ["locale"] = user.Locale,
            ["app_permissions"] = FakeWorld.Text(MostRights & ~channel.Denied),
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = 10 * 1024 * 1024,
            ["context"] = channel.Server is null ? 1 : 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = channel.Server is null ? "0" : FakeWorld.Text(channel.Server.Id) },
        };
        if (interaction.Pressed is { } pressed)
        {
            json["message"] = pressed.ToJson();
        }

        if (channel.Server is { } server)
        {
            json["guild_id"] = FakeWorld.Text(server.Id);
            json["guild"] = new JsonObject { ["id"] = FakeWorld.Text(server.Id), ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["guild_locale"] = "en-US";
            json["member"] = FakeServer.Member(user.Json, FakeWorld.Text(user.Rights));
        }
        else
        {
            json["user"] = user.Json.DeepClone();
        }

        return json;
    }
}
