using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The gateway: HELLO, IDENTIFY, RESUME with what was missed, heartbeats, and switches for everything that goes wrong with connections. Thread-safe.</summary>
public sealed class FakeGateway(FakeWorld world, FakeDiscordOptions options, Func<Uri> url)
{
    private const int MostSends = 120;
    private readonly ConcurrentDictionary<string, FakeSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FakeConnection, bool> _connections = new();
    private readonly ConcurrentQueue<int?> _closes = new();
    private int _identifies;
    private int _resumes;
    private int _opened;
    private int _heartbeats;
    private int _refusals;

    public int Identifies => Volatile.Read(ref _identifies);

    public int Resumes => Volatile.Read(ref _resumes);

    public int Connections => Volatile.Read(ref _opened);

    public int Heartbeats => Volatile.Read(ref _heartbeats);

    /// <summary>Codes with which the bot closed, in order.</summary>
    public IReadOnlyList<int?> Closes => [.. _closes];

    /// <summary>The bot is connected and identified.</summary>
    public bool IsLive => _sessions.Values.Any(session => session.Connection is not null);

    /// <summary>The token is refused from now on, here and by REST.</summary>
    public bool IsTokenRevoked { get; set; }

    /// <summary>No heartbeat is answered: the connection looks alive and is not.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The next IDENTIFY or RESUME closes with this code.</summary>
    public int? RefuseWith { get; set; }

    /// <summary>The next connections are refused before they are sockets.</summary>
    public void RefuseConnections(int count) => Volatile.Write(ref _refusals, count);

    /// <summary>Asks for a heartbeat at once (op 1).</summary>
    public void AskForHeartbeat() => ToAll("""{"op":1,"d":null}""");

    /// <summary>Asks to connect anew and resume (op 7).</summary>
    public void AskToReconnect() => ToAll("""{"op":7,"d":null}""");

    /// <summary>Op 9. A session that cannot be resumed is forgotten.</summary>
    public void Invalidate(bool canResume)
    {
        if (!canResume)
        {
            Forget();
        }

        ToAll($$"""{"op":9,"d":{{(canResume ? "true" : "false")}}}""");
    }

    /// <summary>Closes every connection. With 4007 and 4009 the sessions are over.</summary>
    public void Close(int code)
    {
        if (code is 4007 or 4009)
        {
            Forget();
        }

        foreach (var connection in _connections.Keys)
        {
            connection.Close(code);
        }
    }

    /// <summary>Cuts every line without a word.</summary>
    public void Abort()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Abort();
        }
    }

    /// <summary>Tells an event to the session of its server's shard, also while nobody is connected.</summary>
    public void Dispatch(string type, JsonObject data, ulong? server)
    {
        foreach (var session in _sessions.Values.Where(session => session.Has(server)))
        {
            session.Tell(type, data);
        }
    }

    internal bool TakesConnection() => Interlocked.Decrement(ref _refusals) < 0;

    internal async Task ServeAsync(WebSocket socket, Action abort, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _opened);
        var connection = new FakeConnection(socket, abort);
        _connections[connection] = true;
        connection.Send($$$"""{"op":10,"d":{"heartbeat_interval":{{{(int)options.HeartbeatInterval.TotalMilliseconds}}},"_trace":[]}}""");
        var writing = connection.WriteAsync(cancellationToken);
        try
        {
            while (await connection.ReadAsync(cancellationToken) is { } message)
            {
                Take(connection, message);
            }

            _closes.Enqueue(connection.CloseCode);
        }
        finally
        {
            Leave(connection);
        }

        await writing;
    }

    private void Leave(FakeConnection connection)
    {
        _connections.TryRemove(connection, out _);
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
        }

        // 1000 and 1001 from the bot end its session (docs.discord.com/developers/events/gateway, "Initiating a Disconnect").
        if (connection is { CloseCode: 1000 or 1001, Session: { } ended })
        {
            _sessions.TryRemove(ended.Id, out _);
        }

        connection.Complete();
    }

    private void Take(FakeConnection connection, string message)
    {
        var frame = message.Length <= 4096 ? JsonNode.Parse(message) as JsonObject : null;
        if (frame is null || IsTooMuch(connection))
        {
            connection.Close(frame is null ? 4002 : 4008);
            return;
        }

        switch ((int?)frame["op"])
        {
            case 1:
                Interlocked.Increment(ref _heartbeats);
                if (!IsSilent)
                {
                    connection.Send("""{"op":11,"d":null}""");
                }

                break;
            case 2:
                Identify(connection, (JsonObject)frame["d"]!);
                break;
            case 6:
                Resume(connection, (JsonObject)frame["d"]!);
                break;
            case 3 or 4 or 8:
                break;
            default:
                connection.Close(4001);
                break;
        }
    }

    private bool IsTooMuch(FakeConnection connection)
    {
        var now = options.Time.GetUtcNow();
        connection.Sent.Enqueue(now);
        while (connection.Sent.Peek() < now - TimeSpan.FromMinutes(1))
        {
            connection.Sent.Dequeue();
        }

        return connection.Sent.Count > MostSends;
    }

    private int? Refusal(JsonObject data)
    {
        var expected = $"{Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(FakeWorld.Text(FakeWorld.BotId))).TrimEnd('=')}.";
        if (IsTokenRevoked || !((string?)data["token"] ?? "").StartsWith(expected, StringComparison.Ordinal))
        {
            return 4004;
        }

        (var refusal, RefuseWith) = (RefuseWith, null);
        return refusal;
    }

    private void Identify(FakeConnection connection, JsonObject data)
    {
        Interlocked.Increment(ref _identifies);
        if (Refusal(data) is { } code)
        {
            connection.Close(code);
            return;
        }

        if (connection.Session is not null)
        {
            connection.Close(4005);
            return;
        }

        var shard = data["shard"] as JsonArray ?? [0, 1];
        var session = new FakeSession(Guid.NewGuid().ToString("N"), (int)shard[0]!, (int)shard[1]!) { Connection = connection };
        connection.Session = session;
        var servers = world.Servers.Where(server => session.Has(server.Id)).ToList();
        session.Tell("READY", Ready(session, servers, shard));
        foreach (var server in servers)
        {
            session.Tell("GUILD_CREATE", server.ToEvent());
        }

        _sessions[session.Id] = session;
    }

    private void Resume(FakeConnection connection, JsonObject data)
    {
        Interlocked.Increment(ref _resumes);
        if (Refusal(data) is { } code)
        {
            connection.Close(code);
            return;
        }

        if (!_sessions.TryGetValue((string?)data["session_id"] ?? "", out var session))
        {
            connection.Send("""{"op":9,"d":false}""");
            return;
        }

        connection.Session = session;
        if (!session.Resume(connection, (long?)data["seq"] ?? 0))
        {
            connection.Close(4007);
        }
    }

    private JsonObject Ready(FakeSession session, IReadOnlyList<FakeServer> servers, JsonArray shard) => new()
    {
        ["v"] = 10,
        ["user"] = FakeWorld.Bot(),
        ["guilds"] = new JsonArray([.. servers.Select(server => (JsonNode)new JsonObject { ["id"] = FakeWorld.Text(server.Id), ["unavailable"] = true })]),
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = new Uri(url(), "/resume").AbsoluteUri,
        ["shard"] = shard.DeepClone(),
        ["application"] = new JsonObject { ["id"] = FakeWorld.Text(FakeWorld.ApplicationId), ["flags"] = 0 },
    };

    private void Forget()
    {
        foreach (var session in _sessions.Values)
        {
            _sessions.TryRemove(session.Id, out _);
        }
    }

    private void ToAll(string frame)
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Send(frame);
        }
    }
}
