using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A session of the gateway: its events are kept, so that a connection that comes back gets what it missed.</summary>
internal sealed class FakeSession(string id, int shard, int shards)
{
    private const int MostKept = 10_000;
    private readonly Lock _lock = new();
    private readonly List<(long Sequence, JsonObject Frame)> _told = [];
    private long _sequence;

    public string Id => id;

    public long Sequence
    {
        get
        {
            lock (_lock)
            {
                return _sequence;
            }
        }
    }

    /// <summary>The connection that carries it now, or null.</summary>
    public FakeConnection? Connection { get; set; }

    public bool Has(ulong? server) => server is null ? shard == 0 : (int)((server.Value >> 22) % (ulong)shards) == shard;

    public void Tell(string type, JsonObject data)
    {
        lock (_lock)
        {
            var frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = ++_sequence, ["d"] = data.DeepClone() };
            _told.Add((_sequence, frame));
            if (_told.Count > MostKept)
            {
                _told.RemoveAt(0);
            }

            Connection?.Send(frame.ToJsonString());
        }
    }

    /// <summary>Everything after the sequence, then RESUMED; later events follow. False when the sequence is none of this session.</summary>
    public bool Resume(FakeConnection connection, long sequence)
    {
        lock (_lock)
        {
            if (sequence > _sequence)
            {
                return false;
            }

            foreach (var (_, frame) in _told.Where(told => told.Sequence > sequence))
            {
                connection.Send(frame.ToJsonString());
            }

            Connection = connection;
            Tell("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
            return true;
        }
    }
}
