using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Channels, messages, threads and forums.</summary>
internal sealed class FakeChannelRoutes(FakeWorld world)
{
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);

    public FakeRoute? Find(string method, ulong id, string[] rest) => (method, rest) switch
    {
        ("GET", []) => Of("GET", "", id, (channel, _) => FakeAnswer.Ok(channel.ToJson())),
        ("PATCH", []) => Of("PATCH", "", id, Change),
        ("POST", ["messages"]) => Of("POST", "/messages", id, Create),
        ("PATCH", ["messages", var message]) => Of("PATCH", "/messages/{message}", id, (channel, body) => OnMessage(channel, message, found => Edit(channel, found, body))),
        ("DELETE", ["messages", var message]) => Of("DELETE", "/messages/{message}", id, (channel, _) => OnMessage(channel, message, Delete)),
        ("POST", ["messages", var message, "crosspost"]) => Of("POST", "/messages/{message}/crosspost", id, (channel, _) => OnMessage(channel, message, found => Publish(channel, found))),
        ("POST", ["messages", var message, "threads"]) =>
            Of("POST", "/messages/{message}/threads", id, (channel, body) => OnMessage(channel, message, found => Thread(channel, found.Id, body))),
        ("POST", ["threads"]) => Of("POST", "/threads", id, (channel, body) => channel.Type == FakeChannelType.Forum ? Post(channel, body) : Thread(channel, world.NewId(), body)),
        _ => null,
    };

    public FakeAnswer OpenConversation(JsonObject body)
    {
        var id = FakeRoutes.Id((string?)body["recipient_id"] ?? "");
        return world.HasUser(id) ? FakeAnswer.Ok(world.Conversation(id).ToJson()) : FakeAnswer.Error(400, 50033, "Invalid Recipient(s)");
    }

    private FakeRoute Of(string method, string rest, ulong id, Func<FakeChannel, FakeBody, FakeAnswer> act) => new(
        $"{method} /channels/{{channel}}{rest}",
        FakeWorld.Text(id),
        body => world.FindChannel(id) is { } channel ? Forbidden(channel, method) ?? act(channel, body) : FakeAnswer.Error(404, 10003, "Unknown Channel"));

    private FakeAnswer? Forbidden(FakeChannel channel, string method)
    {
        if (channel.Server is { } server && world.FindServer(server.Id) is null)
        {
            return FakeAnswer.Error(403, 50001, "Missing Access");
        }

        var denied = (channel.Parent ?? channel).Denied;
        return (denied & ViewChannel) != 0 ? FakeAnswer.Error(403, 50001, "Missing Access")
            : method == "POST" && (denied & SendMessages) != 0 ? FakeAnswer.Error(403, 50013, "Missing Permissions")
            : null;
    }

    private FakeAnswer OnMessage(FakeChannel channel, string id, Func<FakeMessage, FakeAnswer> act)
    {
        lock (world.Lock)
        {
            return channel.Stored.Find(message => message.Id == FakeRoutes.Id(id) && !message.IsDeleted) is { } found ? act(found) : FakeAnswer.Error(404, 10008, "Unknown Message");
        }
    }

    private FakeAnswer Create(FakeChannel channel, FakeBody body)
    {
        if (channel.Type is FakeChannelType.Forum or FakeChannelType.Category)
        {
            return FakeAnswer.Error(400, 50008, "Cannot send messages in a non-text channel");
        }

        if (channel.IsLocked)
        {
            return FakeAnswer.Error(403, 160005, "This thread is locked");
        }

        lock (world.Lock)
        {
            return FakeChecks.Message(body.Object, body) ?? Repeated(body.Object) ?? FakeAnswer.Ok(Store(channel, world.NewId(), body.Object, body).ToJson());
        }
    }

    /// <summary>With enforce_nonce the earlier message comes back instead of a second one, whatever channel it stands in: Discord asks only for the same author.</summary>
    private FakeAnswer? Repeated(JsonObject body)
    {
        if ((bool?)body["enforce_nonce"] is not true || body["nonce"] is not { } nonce)
        {
            return null;
        }

        var earlier = world.FindNonce(nonce.ToString(), world.Time.GetUtcNow() - NonceMemory);
        return earlier is null ? null : FakeAnswer.Ok(earlier.ToJson());
    }

    private FakeMessage Store(FakeChannel channel, ulong id, JsonObject message, FakeBody body)
    {
        var stored = new FakeMessage(id, channel.Id, world.Time.GetUtcNow());
        stored.Write(message, body.Files);
        channel.Stored.Add(stored);
        channel.IsArchived = false;
        return stored;
    }

    private FakeAnswer Edit(FakeChannel channel, FakeMessage message, FakeBody body)
    {
        if (channel.IsArchived)
        {
            return FakeAnswer.Error(400, 50083, "Tried to perform an operation on an archived thread, such as editing a message or adding a user to the thread");
        }

        var merged = new JsonObject { ["content"] = message.Content, ["embeds"] = message.Embeds.DeepClone(), ["components"] = message.Components.DeepClone() };
        foreach (var (name, value) in body.Object)
        {
            merged[name] = value?.DeepClone();
        }

        if (FakeChecks.Message(merged, body) is { } wrong && message.Files.Count == 0)
        {
            return wrong;
        }

        message.Edit(body.Object, body.Files, world.Time.GetUtcNow());
        return FakeAnswer.Ok(message.ToJson());
    }

    private static FakeAnswer Delete(FakeMessage message)
    {
        message.IsDeleted = true;
        return FakeAnswer.Empty();
    }

    private static FakeAnswer Publish(FakeChannel channel, FakeMessage message)
    {
        if (channel.Type != FakeChannelType.Announcement)
        {
            return FakeAnswer.Error(400, 50068, "Invalid message type");
        }

        if (message.IsPublished)
        {
            return FakeAnswer.Error(400, 40033, "This message has already been crossposted");
        }

        message.IsPublished = true;
        return FakeAnswer.Ok(message.ToJson());
    }

    private static FakeAnswer Change(FakeChannel channel, FakeBody body)
    {
        if (channel.IsThread && (bool?)body.Object["archived"] is { } archived)
        {
            channel.IsArchived = archived;
            channel.Tell("THREAD_UPDATE");
        }

        return FakeAnswer.Ok(channel.ToJson());
    }

    private FakeAnswer Thread(FakeChannel parent, ulong id, FakeBody body)
    {
        var type = parent.Type == FakeChannelType.Announcement ? FakeChannelType.AnnouncementThread : FakeChannelType.PublicThread;
        if (parent.Server is not { } server || parent.IsThread)
        {
            return FakeAnswer.Error(400, 50024, "Cannot execute action on this channel type");
        }

        if (world.FindChannel(id) is not null)
        {
            return FakeAnswer.Error(400, 160004, "A thread has already been created for this message");
        }

        var thread = Open(server, new FakeChannel(world, id, server, type, (string?)body.Object["name"] ?? "") { Parent = parent });
        return new FakeAnswer(201, thread.ToJson());
    }

    private FakeAnswer Post(FakeChannel forum, FakeBody body)
    {
        var tags = (body.Object["applied_tags"] as JsonArray ?? []).Select(tag => tag!.ToString()).ToList();
        if (forum.RequiresTag && tags.Count == 0)
        {
            return FakeAnswer.Error(400, 40067, "A tag is required to create a forum post in this channel");
        }

        if (body.Object["message"] is not JsonObject message)
        {
            return FakeAnswer.Error(400, 50035, "Invalid Form Body");
        }

        if (FakeChecks.Message(message, body) is { } wrong)
        {
            return wrong;
        }

        var id = world.NewId();
        var thread = new FakeChannel(world, id, forum.Server, FakeChannelType.PublicThread, (string?)body.Object["name"] ?? "") { Parent = forum, AppliedTags = tags };
        lock (world.Lock)
        {
            Store(thread, id, message, body);
        }

        var json = Open(forum.Server!, thread).ToJson();
        json["message"] = thread.Stored[0].ToJson();
        return new FakeAnswer(201, json);
    }

    private FakeChannel Open(FakeServer server, FakeChannel thread)
    {
        world.Keep(thread);
        server.Add(thread);
        thread.Tell("THREAD_CREATE");
        return thread;
    }
}
