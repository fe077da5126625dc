using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>What the gateway does by itself.</summary>
public sealed partial class FakeGateway
{
    private const int MostSends = 120;

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
}
