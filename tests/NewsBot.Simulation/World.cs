using NewsBot.Core.Delivery;
using NewsBot.Testing;
using NewsBot.Testing.Time;

namespace NewsBot.Simulation;

/// <summary>What outlives the program: the disk, the platforms' memory, the publishers, the clock's errors and the seed that decides all of them.</summary>
internal sealed class World
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _outages = [];
    private readonly List<(DateTimeOffset At, TimeSpan Skew)> _jumps = [];
    private readonly HashSet<DeliveryId> _lostRequests = [];
    private readonly double _crashes;

    public World(int seed, VirtualTime time, PlantedBug bug)
    {
        (Random, Time, Bug, Start) = (new Random(seed), time, bug, time.GetUtcNow());
        Ledger = new Ledger(time.GetUtcNow, Disk.KeyOf);
        _crashes = Random.Next(4) == 0 ? 0.02 : 0.003;
        for (var outage = Random.Next(3); outage > 0; outage--)
        {
            var from = Start + (Day * Random.NextDouble());
            _outages.Add((from, from + (TimeSpan.FromHours(3) * Random.NextDouble())));
        }

        for (var jump = Random.Next(3); jump > 0; jump--)
        {
            _jumps.Add((Start + (Day * Random.NextDouble()), TimeSpan.FromMinutes(Random.Next(-90, 90))));
        }

        _jumps.Sort();
        Publisher = new Publisher(Start, Day, Random);
    }

    public Random Random { get; }

    public VirtualTime Time { get; }

    public PlantedBug Bug { get; }

    public DateTimeOffset Start { get; }

    public Ledger Ledger { get; }

    public Publisher Publisher { get; }

    public MemoryNewsData Disk { get; } = new();

    /// <summary>For <see cref="PlantedBug.OffsetFirst"/>.</summary>
    public HashSet<string> ReadKeys { get; } = new(StringComparer.Ordinal);

    public int Crashes { get; private set; }

    public int LostAnswers { get; set; }

    /// <summary>Messages that were on their way when the program died, over all crashes.</summary>
    public int InFlightAtCrashes { get; private set; }

    /// <summary>True during the faulty day; afterwards all is well so that everything can come to its end.</summary>
    public bool IsFaulty => Time.GetUtcNow() < Start + Day;

    /// <summary>By how much the clock is off: what the last jump made of it.</summary>
    public TimeSpan Skew()
    {
        var now = Time.GetUtcNow();
        var skew = TimeSpan.Zero;
        foreach (var jump in _jumps)
        {
            skew = jump.At <= now && now < Start + Day ? jump.Skew : skew;
        }

        return skew;
    }

    public bool CrashesNow() => IsFaulty && Random.NextDouble() < _crashes && ++Crashes > 0;

    public void CountInFlight() =>
        InFlightAtCrashes += Disk.Open.Select(id => Disk.Outbox[id]).Where(row => row.State == DeliveryState.Sending).Select(row => (row.Place, row.Message)).Distinct().Count();

    public Fault NextFault(DeliveryId message)
    {
        var fault = AnyFault();

        // That a message of unknown outcome is sent only once more is a decision: were both lost, it would be too.
        return fault == Fault.LostRequest && !_lostRequests.Add(message) ? Fault.None : fault;
    }

    public Fault NextEditFault() => AnyFault();

    private Fault AnyFault()
    {
        if (!IsFaulty)
        {
            return Fault.None;
        }

        var now = Time.GetUtcNow();
        if (_outages.Exists(outage => now >= outage.From && now < outage.To))
        {
            return Fault.Outage;
        }

        return Random.Next(100) switch
        {
            < 15 => Fault.TooMany,
            < 22 => Fault.ServerError,
            < 27 => Fault.LostAnswer,
            < 30 => Fault.LostRequest,
            _ => Fault.None,
        };
    }
}
