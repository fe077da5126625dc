using System.Collections.Immutable;

namespace NewsBot.Discord.Gateway;

/// <summary>All that a shard remembers. Times are since the process began, on a clock that never jumps.</summary>
internal sealed record ShardState
{
    public static readonly ShardState Initial = new();

    public ShardPhase Phase { get; init; }

    /// <summary>The session to resume, or null when the next connection has to identify.</summary>
    public GatewaySession? Session { get; init; }

    /// <summary>The address for new sessions, once it is known.</summary>
    public Uri? Url { get; init; }

    /// <summary>Beats since HELLO; null before it.</summary>
    public Heartbeat? Heartbeat { get; init; }

    /// <summary>When the phase has lasted too long (Connecting, Handshake, Waiting) or is over (BackingOff).</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Connections lost since the last one that lived for a minute.</summary>
    public int Failures { get; init; }

    /// <summary>Failures to connect to the session's own address, in a row.</summary>
    public int ResumeFailures { get; init; }

    public TimeSpan? LiveSince { get; init; }

    /// <summary>Moments of the sends within the last minute on this connection.</summary>
    public ImmutableQueue<TimeSpan> Sends { get; init; } = [];

    /// <summary>When something is due without any event from outside, or null.</summary>
    public TimeSpan? NextDue => (Deadline, Heartbeat?.DueAt) switch
    {
        ({ } deadline, { } beat) => deadline < beat ? deadline : beat,
        var (deadline, beat) => deadline ?? beat,
    };

    public bool IsOver => Phase is ShardPhase.Fatal or ShardPhase.Stopped;
}

/// <summary>The beats of one connection.</summary>
/// <param name="IsAcknowledged">False between a beat and its answer.</param>
/// <param name="Latency">Of the last beat that was answered, or null.</param>
internal sealed record Heartbeat(TimeSpan Interval, TimeSpan DueAt, TimeSpan SentAt, bool IsAcknowledged, TimeSpan? Latency);

/// <summary>Where a shard stands; see <see cref="ShardMachine"/> for what leads from one to the next.</summary>
internal enum ShardPhase
{
    Idle,

    /// <summary>Asks for the gateway's address and the identifies that are left.</summary>
    Finding,

    Connecting,

    /// <summary>Connected: waits for HELLO, then for its turn to identify.</summary>
    Handshake,

    /// <summary>IDENTIFY or RESUME was sent.</summary>
    Waiting,

    Live,
    BackingOff,

    /// <summary>Will never connect again until the operator changes something.</summary>
    Fatal,

    Stopped,
}
