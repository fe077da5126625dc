namespace NewsBot.Discord.Rest;

/// <summary>
/// Decides which waiting call goes when, without a clock or a wait of its own: 49 calls in any second over all, the windows Discord told for each bucket, one call where nothing is known yet,
/// first come first served within a channel and priority. What Discord refuses holds above all. Not thread-safe; times are since the process began.
/// </summary>
internal sealed partial class RateLimiter(Random random)
{
    /// <summary>Of 50 (docs.discord.com/developers/topics/rate-limits, "Global Rate Limit").</summary>
    public const int GlobalLimit = 49;

    /// <summary>Longer waits are handed back to who asked.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private const int MostWaiting = 5_000;

    /// <summary>A second, and a little more, as calls that left in one second may arrive closer together.</summary>
    private static readonly TimeSpan GlobalWindow = TimeSpan.FromSeconds(1.05);

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Hash, string Major), RateBucket> _buckets = [];
    private readonly Dictionary<RouteKey, RateLine> _lines = [];
    private readonly PriorityQueue<RateTicket, TimeSpan> _deadlines = new();
    private readonly Queue<TimeSpan> _recent = new();
    private long _order;
    private long _turns;
    private int _waiting;
    private TimeSpan _globalUntil;
    private TimeSpan _allUntil;
    private TimeSpan _sweptAt;

    public InvalidRequests Invalid { get; } = new();

    public int Buckets => _buckets.Count;

    /// <summary>Puts a call into the line of its operation; null when too many wait already.</summary>
    /// <param name="again">The ticket of a former attempt, whose place in the line it keeps.</param>
    public RateTicket? Enqueue(Route route, SendPriority priority, TimeSpan deadline, RateTicket? again = null)
    {
        if (_waiting >= MostWaiting && priority != SendPriority.Interactive)
        {
            return null;
        }

        var ticket = new RateTicket(route, priority, deadline, again?.Order ?? _order++);
        if (!_lines.TryGetValue(route.Key, out var line))
        {
            _lines[route.Key] = line = new();
        }

        line.Add(ticket);
        _deadlines.Enqueue(ticket, deadline);
        _waiting++;
        return ticket;
    }

    public void Withdraw(RateTicket ticket) => Settle(ticket);

    /// <summary>The calls that go now, those that would wait too long, and when to ask again at the latest.</summary>
    public RateVerdict Advance(TimeSpan now)
    {
        Sweep(now);
        var verdict = new RateVerdict();
        GiveUpOverdue(verdict, now);
        var heads = new PriorityQueue<RateLine, (SendPriority, long, long)>();
        foreach (var line in _lines.Values)
        {
            Stand(heads, line);
        }

        while (heads.TryDequeue(out var line, out _))
        {
            if (Judge(line.Head!, verdict, now))
            {
                line.LastTurn = ++_turns;
                Stand(heads, line);
            }
        }

        foreach (var empty in _lines.Where(pair => pair.Value.Head is null).Select(pair => pair.Key).ToList())
        {
            _lines.Remove(empty);
        }

        return verdict;
    }

    /// <summary>Among channels whoever was served longest ago goes first: first come first served would spend everything on the first until only the last are left, each bound by its window.</summary>
    private static void Stand(PriorityQueue<RateLine, (SendPriority, long, long)> heads, RateLine line)
    {
        if (line.Head is { } head)
        {
            heads.Enqueue(line, (head.Priority, line.LastTurn, head.Order));
        }
    }

    /// <summary>False when the call has to go on waiting.</summary>
    private bool Judge(RateTicket ticket, RateVerdict verdict, TimeSpan now)
    {
        var bucket = BucketOf(ticket.Route.Key);
        var shared = SharedOpensAt(ticket, now);
        if (bucket.OpensAt(now) is not { } own)
        {
            return false;
        }

        var opensAt = own > shared ? own : shared;
        if (opensAt <= now)
        {
            Grant(ticket, bucket, now);
            verdict.Granted.Add(ticket);
            return true;
        }

        if (opensAt - now > LongestWait || opensAt > ticket.Deadline)
        {
            Settle(ticket);
            verdict.GivenUp.Add((ticket, opensAt - now, shared >= own));
            return true;
        }

        verdict.Due(opensAt);
        return false;
    }

    private void Grant(RateTicket ticket, RateBucket bucket, TimeSpan now)
    {
        Settle(ticket);
        ticket.Bucket = bucket;
        bucket.Take(now);
        if (!ticket.Route.IsInteraction)
        {
            _recent.Enqueue(now);
        }
    }

    private void GiveUpOverdue(RateVerdict verdict, TimeSpan now)
    {
        while (_deadlines.TryPeek(out var ticket, out var deadline) && (ticket.IsSettled || deadline <= now))
        {
            _deadlines.Dequeue();
            if (!ticket.IsSettled)
            {
                Settle(ticket);
                verdict.GivenUp.Add((ticket, TimeSpan.FromSeconds(1), false));
            }
        }

        if (_deadlines.TryPeek(out _, out var next))
        {
            verdict.Due(next);
        }
    }

    private TimeSpan SharedOpensAt(RateTicket ticket, TimeSpan now)
    {
        if (ticket.Route.IsInteraction)
        {
            return _allUntil > now ? _allUntil : now;
        }

        while (_recent.TryPeek(out var oldest) && oldest <= now - GlobalWindow)
        {
            _recent.Dequeue();
        }

        var paced = _recent.Count >= GlobalLimit ? _recent.Peek() + GlobalWindow : now;
        var careful = ticket.Priority == SendPriority.Interactive ? now : Invalid.OpensAt(now);
        return new[] { paced, careful, _globalUntil, _allUntil }.Max();
    }

    private void Settle(RateTicket ticket)
    {
        if (!ticket.IsSettled)
        {
            ticket.IsSettled = true;
            _waiting--;
        }
    }
}
