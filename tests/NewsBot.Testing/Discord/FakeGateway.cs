using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>The gateway: HELLO, IDENTIFY, RESUME with what was missed, heartbeats, and switches for everything that goes wrong with connections. Thread-safe.</summary>
public sealed partial class FakeGateway(FakeWorld world, FakeDiscordOptions options, Func<Uri> url)
{
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
