using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A person at Discord: calls commands, types, presses, chooses, fills in. What the bot never registered or showed cannot be used.</summary>
public sealed class FakeUser
{
    private const ulong ManyRights = (1UL << 50) - 1 & ~8UL;
    private readonly FakeInteractions _interactions;

    internal FakeUser(JsonObject json, FakeInteractions interactions) => (Json, _interactions) = (json, interactions);

    public ulong Id => FakeRoutes.Id((string)Json["id"]!);

    public string Locale { get; set; } = "en-US";

    /// <summary>Of this person, everywhere.</summary>
    public ulong Rights { get; set; } = ManyRights;

    internal JsonObject Json { get; }

    /// <summary>The private conversation with the bot.</summary>
    public FakeChannel Conversation => _interactions.World.Conversation(Id);

    /// <param name="command">With its subcommands, such as "feed add".</param>
    /// <param name="options">Texts, numbers, truths, channels or files, as the options ask.</param>
    public FakeInteraction Slash(FakeChannel channel, string command, params IReadOnlyList<(string Name, object Value)> options) =>
        _interactions.Begin(channel, this, 2, Call(command, options, focused: null), null);

    /// <summary>Types into an option and waits for suggestions.</summary>
    public FakeInteraction Type(FakeChannel channel, string command, string option, string text) =>
        _interactions.Begin(channel, this, 4, Call(command, [(option, text)], option), null);

    /// <summary>Calls a command of a message's menu.</summary>
    public FakeInteraction Menu(FakeChannel channel, FakeMessage message, string command)
    {
        var data = Registered(command, type: 3);
        data["target_id"] = FakeWorld.Text(message.Id);
        data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [FakeWorld.Text(message.Id)] = message.ToJson() } };
        return _interactions.Begin(channel, this, 2, data, null);
    }

    public FakeInteraction Press(FakeMessage message, string customId) => Use(message, customId, componentType: 2, []);

    /// <summary>Presses what the message does not hold: a button copied from elsewhere or made up, as a changed client may send it.</summary>
    public FakeInteraction Forge(FakeMessage message, string customId) => Begin(message, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = 1 });

    public FakeInteraction Choose(FakeMessage message, string customId, params IReadOnlyList<string> values) => Use(message, customId, componentType: 3, values);

    /// <summary>Fills in the dialog that an interaction was answered with.</summary>
    public FakeInteraction Submit(FakeInteraction dialog, params IReadOnlyList<(string CustomId, string Value)> inputs)
    {
        var rows = inputs.Select(input => (JsonNode)new JsonObject
        {
            ["type"] = 1,
            ["id"] = 1,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = input.CustomId, ["value"] = input.Value }),
        });
        var data = new JsonObject { ["custom_id"] = (string)dialog.Data["custom_id"]!, ["components"] = new JsonArray([.. rows]), ["resolved"] = new JsonObject() };
        return _interactions.Begin(dialog.Channel, this, 5, data, dialog.Pressed);
    }

    private FakeInteraction Use(FakeMessage message, string customId, int componentType, IReadOnlyList<string> values)
    {
        if (!Has(message.Components, customId))
        {
            throw new InvalidOperationException($"The message has no \"{customId}\".");
        }

        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = componentType, ["id"] = 1 };
        if (componentType == 3)
        {
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        return Begin(message, data);
    }

    private FakeInteraction Begin(FakeMessage message, JsonObject data)
    {
        var channel = _interactions.World.FindChannel(message.ChannelId) ?? throw new InvalidOperationException("The channel is gone.");
        return _interactions.Begin(channel, this, 3, data, message);
    }

    private static bool Has(JsonNode? components, string customId) => components switch
    {
        JsonArray array => array.Any(item => Has(item, customId)),
        JsonObject item => (string?)item["custom_id"] == customId || Has(item["components"], customId) || Has(item["accessory"], customId),
        _ => false,
    };

    private JsonObject Call(string command, IReadOnlyList<(string Name, object Value)> options, string? focused)
    {
        var words = command.Split(' ');
        var data = Registered(words[0], type: 1);
        var known = Definition(words[0], 1)["options"] as JsonArray ?? [];
        var target = data;
        foreach (var word in words.Skip(1))
        {
            var below = Find(known, word);
            var called = new JsonObject { ["name"] = word, ["type"] = (int)below["type"]! };
            target["options"] = new JsonArray(called);
            (target, known) = (called, below["options"] as JsonArray ?? []);
        }

        var resolved = new JsonObject { ["channels"] = new JsonObject(), ["attachments"] = new JsonObject() };
        if (options.Count > 0 || focused is not null)
        {
            target["options"] = new JsonArray([.. options.Select(option => Value(Find(known, option.Name), option, focused, resolved))]);
        }

        if (focused is null && known.OfType<JsonObject>().FirstOrDefault(option => (bool?)option["required"] == true && options.All(filled => filled.Name != (string?)option["name"])) is { } missing)
        {
            throw new InvalidOperationException($"Discord sends /{command} only with \"{missing["name"]}\".");
        }

        data["resolved"] = resolved;
        return data;
    }

    private static JsonNode Value(JsonObject definition, (string Name, object Value) option, string? focused, JsonObject resolved)
    {
        var json = new JsonObject { ["name"] = option.Name, ["type"] = (int)definition["type"]! };
        json["value"] = option.Value switch
        {
            FakeChannel channel => FakeWorld.Text(channel.Id),
            FakeUpload upload => FakeWorld.Text(upload.Id),
            ulong id => FakeWorld.Text(id),
            int number => number,
            bool truth => truth,
            var text => text.ToString(),
        };
        if (option.Value is FakeChannel named)
        {
            var shown = named.ToJson();
            shown["permissions"] = FakeWorld.Text(ManyRights);
            shown["app_permissions"] = FakeWorld.Text(ManyRights & ~named.Denied);
            resolved["channels"]![FakeWorld.Text(named.Id)] = shown;
        }
        else if (option.Value is FakeUpload file)
        {
            resolved["attachments"]![FakeWorld.Text(file.Id)] = file.ToJson();
        }
        else if (focused is null && definition["choices"] is JsonArray { Count: > 0 } choices && choices.All(choice => choice!["value"]!.ToString() != option.Value.ToString()))
        {
            throw new InvalidOperationException($"\"{option.Value}\" is none of the choices of \"{option.Name}\".");
        }

        if (option.Name == focused)
        {
            json["focused"] = true;
        }

        return json;
    }

    private JsonObject Registered(string name, int type) => new() { ["id"] = (string)Definition(name, type)["id"]!, ["name"] = name, ["type"] = type };

    private JsonObject Definition(string name, int type)
    {
        lock (_interactions.World.Lock)
        {
            return Find(_interactions.World.Commands, name) is { } found && (int)found["type"]! == type ? found : throw new InvalidOperationException($"No command \"{name}\".");
        }
    }

    private static JsonObject Find(JsonArray known, string name) =>
        known.OfType<JsonObject>().FirstOrDefault(item => (string?)item["name"] == name) ?? throw new InvalidOperationException($"Nothing named \"{name}\" is registered.");
}
