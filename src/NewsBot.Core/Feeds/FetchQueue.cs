namespace NewsBot.Core.Feeds;

/// <summary>
/// Which feed may be fetched when: feeds wait for their due time and then for their host, which takes few at a time with a pause between starts. Every step costs a logarithm of the number of feeds. Not thread-safe.
/// </summary>
internal sealed class FetchQueue(HostPace pace)
{
    /// <summary>Marks hosts on loopback, which are the operator's own and are not paced.</summary>
    private const string OwnHost = "own ";

    private readonly PriorityQueue<FeedId, DateTimeOffset> _due = new();
    private readonly Dictionary<FeedId, (DateTimeOffset Due, string Host)> _scheduled = [];
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Host, DateTimeOffset> _ready = new();

    /// <summary>Fetched feeds share a host when they share a registrable domain.</summary>
    public static string HostOf(Uri url) => RegistrableDomain.Of(url) ?? OwnHost + url.Authority;

    public void Set(FeedId feed, string host, DateTimeOffset due)
    {
        if (_scheduled.TryGetValue(feed, out var held) && held.Due == due)
        {
            return;
        }

        _scheduled[feed] = (due, host);
        _due.Enqueue(feed, due);
    }

    public void Remove(FeedId feed) => _scheduled.Remove(feed);

    /// <summary>Takes a feed whose turn it is; <see cref="Done"/> ends its turn.</summary>
    public bool TryTake(DateTimeOffset now, out FeedId feed, out string hostName)
    {
        MoveDue(now);
        while (_ready.TryPeek(out var host, out var at) && at <= now)
        {
            _ready.Dequeue();
            host.IsQueued = false;
            feed = default;
            var found = host.ReadyAt <= now && TryTakeFrom(host, now, out feed);
            QueueUp(host);
            if (found)
            {
                hostName = host.Name;
                return true;
            }
        }

        (feed, hostName) = (default, "");
        return false;
    }

    /// <summary>Takes a feed out of turn.</summary>
    public void Take(FeedId feed, string hostName, DateTimeOffset now) => Take(feed, HostFor(hostName), now);

    public void Done(string hostName)
    {
        var host = _hosts[hostName];
        host.Running--;
        QueueUp(host);
    }

    /// <summary>No feed of the host is taken before this time.</summary>
    public void Pause(string hostName, DateTimeOffset until)
    {
        var host = HostFor(hostName);
        host.PausedUntil = until > host.PausedUntil ? until : host.PausedUntil;
        host.ReadyAt = until > host.ReadyAt ? until : host.ReadyAt;
    }

    public DateTimeOffset? PausedUntil(string hostName) => _hosts.TryGetValue(hostName, out var host) ? host.PausedUntil : null;

    /// <summary>When there is something to take, unless a turn ends earlier; null when nothing waits.</summary>
    public DateTimeOffset? NextAt()
    {
        while (_due.TryPeek(out var feed, out var due) && !IsCurrent(feed, due))
        {
            _due.Dequeue();
        }

        DateTimeOffset? next = _due.TryPeek(out _, out var dueAt) ? dueAt : null;
        return _ready.TryPeek(out var host, out _) && (next is null || host.ReadyAt < next) ? host.ReadyAt : next;
    }

    /// <summary>True when a feed that was due by then still waits, other than for a paused host.</summary>
    public bool HasDue(DateTimeOffset by, DateTimeOffset now)
    {
        MoveDue(by);
        return _hosts.Values.Any(host => host.PausedUntil <= now && host.Waiting.Any(waiting => _scheduled.TryGetValue(waiting.Feed, out var held) && held.Due == waiting.Due));
    }

    /// <summary>Spreads the chosen feeds that are overdue over the given time, as after a long sleep.</summary>
    public void SpreadOverdue(Func<FeedId, bool> chosen, DateTimeOffset now, TimeSpan over, Random random)
    {
        foreach (var (feed, held) in _scheduled.Where(pair => pair.Value.Due < now && chosen(pair.Key)).ToList())
        {
            var due = now + (over * random.NextDouble());
            _scheduled[feed] = (due, held.Host);
            _due.Enqueue(feed, due);
        }
    }

    private bool IsCurrent(FeedId feed, DateTimeOffset due) => _scheduled.TryGetValue(feed, out var held) && held.Due == due;

    private void MoveDue(DateTimeOffset now)
    {
        while (_due.TryPeek(out var feed, out var due) && due <= now)
        {
            _due.Dequeue();
            if (IsCurrent(feed, due))
            {
                var host = HostFor(_scheduled[feed].Host);
                host.Waiting.Enqueue((feed, due));
                QueueUp(host);
            }
        }
    }

    private bool TryTakeFrom(Host host, DateTimeOffset now, out FeedId feed)
    {
        while (host.Waiting.TryDequeue(out var waiting))
        {
            if (!IsCurrent(waiting.Feed, waiting.Due))
            {
                continue;
            }

            feed = waiting.Feed;
            Take(feed, host, now);
            return true;
        }

        feed = default;
        return false;
    }

    private void Take(FeedId feed, Host host, DateTimeOffset now)
    {
        _scheduled.Remove(feed);
        host.Running++;
        var next = host.IsOwn ? now : now + pace.Pause;
        host.ReadyAt = next > host.ReadyAt ? next : host.ReadyAt;
    }

    private void QueueUp(Host host)
    {
        if (!host.IsQueued && host.Waiting.Count > 0 && (host.IsOwn || host.Running < pace.Connections))
        {
            host.IsQueued = true;
            _ready.Enqueue(host, host.ReadyAt);
        }
    }

    private Host HostFor(string name)
    {
        if (!_hosts.TryGetValue(name, out var host))
        {
            _hosts[name] = host = new Host(name, name.StartsWith(OwnHost, StringComparison.Ordinal));
        }

        return host;
    }

    private sealed class Host(string name, bool isOwn)
    {
        public string Name => name;

        public bool IsOwn => isOwn;

        public Queue<(FeedId Feed, DateTimeOffset Due)> Waiting { get; } = new();

        public int Running { get; set; }

        public bool IsQueued { get; set; }

        public DateTimeOffset ReadyAt { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset PausedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
