using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>When a token may send next: sliding logs of what was sent, and what the platform told us to wait. Thread-safe.</summary>
public sealed class SendPace(IReadOnlyList<PaceRule> rules)
{
    private const int SeveralPlaces = 3;
    private static readonly TimeSpan RefusalWindow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestExpectation = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(int Rule, string Scope), Queue<DateTimeOffset>> _sent = [];
    private readonly Dictionary<PlaceId, DateTimeOffset> _held = [];
    private readonly Dictionary<string, DateTimeOffset> _heldScopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _expected = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Scope)> _refused = [];
    private DateTimeOffset _allHeld;

    /// <summary>The first moment at or after <paramref name="now"/> at which any place may be sent to.</summary>
    /// <param name="isReply">True for an answer, which may use what a rule reserves.</param>
    public DateTimeOffset NextForAll(DateTimeOffset now, bool isReply = false)
    {
        lock (_gate)
        {
            return Next(Later(now, _allHeld), now, null, isReply);
        }
    }

    /// <summary>The first moment at or after <paramref name="now"/> at which the place may be sent to, as far as it depends on the place.</summary>
    public DateTimeOffset NextFor(PlaceId place, DateTimeOffset now, bool isReply = false)
    {
        lock (_gate)
        {
            return NextForPlace(place, now, isReply);
        }
    }

    /// <summary>Counts a message to the place and returns <paramref name="now"/>, or counts nothing and returns when to ask again. Several callers together never exceed a rule.</summary>
    public DateTimeOffset Take(PlaceId place, DateTimeOffset now, bool isReply = false)
    {
        lock (_gate)
        {
            var next = Later(Next(Later(now, _allHeld), now, null, isReply), NextForPlace(place, now, isReply));
            if (next == now)
            {
                Count(place, now);
            }

            return next;
        }
    }

    /// <summary>A send was refused for now. When several chats are refused within a second, all are meant.</summary>
    /// <param name="isNamed">True when the platform said how long, which goes for the chat with all its topics; else only the place rests.</param>
    public void Refuse(PlaceId place, bool isForAll, DateTimeOffset now, TimeSpan delay, bool isNamed = true)
    {
        lock (_gate)
        {
            _refused.Enqueue((now, ScopeOf(place)));
            while (_refused.Count > SeveralPlaces || _refused.Peek().At <= now - RefusalWindow)
            {
                _refused.Dequeue();
            }

            if (isForAll || _refused.Select(refused => refused.Scope).Distinct(StringComparer.Ordinal).Count() >= SeveralPlaces)
            {
                _allHeld = Later(_allHeld, now + delay);
            }
            else if (isNamed)
            {
                _heldScopes[ScopeOf(place)] = Later(_heldScopes.GetValueOrDefault(ScopeOf(place)), now + delay);
            }
            else
            {
                _held[place] = Later(_held.GetValueOrDefault(place), now + delay);
            }
        }
    }

    /// <summary>Nothing is sent there before then.</summary>
    public void Hold(PlaceId place, DateTimeOffset until)
    {
        lock (_gate)
        {
            _held[place] = Later(_held.GetValueOrDefault(place), until);
        }
    }

    /// <summary>An answer to the chat is being made: for a second alerts leave it the chat's next turn. Half of the time stays theirs, so that questions without an answer cannot stop them.</summary>
    public void ExpectReply(PlaceId place, DateTimeOffset now)
    {
        lock (_gate)
        {
            var scope = ScopeOf(place);
            if (_expected.GetValueOrDefault(scope) + LongestExpectation <= now)
            {
                _expected[scope] = now + LongestExpectation;
            }
        }
    }

    /// <summary>What the platform takes for one chat.</summary>
    private string ScopeOf(PlaceId place) => rules.FirstOrDefault(rule => rule.IsPerPlace && rule.AppliesTo(place)) is { } rule ? rule.ScopeOf(place) : place.Chat;

    /// <summary>How far apart the place's messages are when it is sent as many as it may be for long.</summary>
    public TimeSpan GapOf(PlaceId place) => rules.Where(rule => rule.IsPerPlace && rule.AppliesTo(place)).Select(rule => rule.Window / rule.Messages).DefaultIfEmpty().Max();

    private DateTimeOffset NextForPlace(PlaceId place, DateTimeOffset now, bool isReply)
    {
        var scope = ScopeOf(place);
        var open = Later(now, Later(_held.GetValueOrDefault(place), _heldScopes.GetValueOrDefault(scope)));
        return Next(isReply ? open : Later(open, _expected.GetValueOrDefault(scope)), now, place, isReply);
    }

    /// <param name="place">Null for the rules that count over all places, else the ones that depend on the place.</param>
    private DateTimeOffset Next(DateTimeOffset next, DateTimeOffset now, PlaceId? place, bool isReply)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            var isAsked = place is { } asked ? rule.AppliesTo(asked) : !rule.IsPerPlace;
            if (!isAsked || !_sent.TryGetValue((index, place is { } known ? rule.ScopeOf(known) : ""), out var log))
            {
                continue;
            }

            Forget(log, now - rule.Window);
            var most = isReply ? rule.Messages : rule.Messages - rule.Reserved;
            if (log.Count >= most)
            {
                next = Later(next, log.ElementAt(log.Count - most) + rule.Window);
            }
        }

        return next;
    }

    private void Count(PlaceId place, DateTimeOffset now)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            if (!rule.AppliesTo(place))
            {
                continue;
            }

            var key = (index, rule.ScopeOf(place));
            if (!_sent.TryGetValue(key, out var log))
            {
                _sent[key] = log = new Queue<DateTimeOffset>();
            }

            Forget(log, now - rule.Window);
            log.Enqueue(now);
        }

        Trim(now);
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static void Forget(Queue<DateTimeOffset> log, DateTimeOffset before)
    {
        while (log.TryPeek(out var oldest) && oldest <= before)
        {
            log.Dequeue();
        }
    }

    /// <summary>Logs and holds of places that were quiet for long are dropped now and then, so that memory follows the places in use.</summary>
    private void Trim(DateTimeOffset now)
    {
        if (_sent.Count + _held.Count + _heldScopes.Count + _expected.Count < 10_000)
        {
            return;
        }

        foreach (var ((rule, scope), log) in _sent.ToList())
        {
            Forget(log, now - rules[rule].Window);
            if (log.Count == 0)
            {
                _sent.Remove((rule, scope));
            }
        }

        foreach (var (place, _) in _held.Where(pair => pair.Value <= now).ToList())
        {
            _held.Remove(place);
        }

        foreach (var (scope, _) in _heldScopes.Where(pair => pair.Value <= now).ToList())
        {
            _heldScopes.Remove(scope);
        }

        foreach (var (scope, _) in _expected.Where(pair => pair.Value + LongestExpectation <= now).ToList())
        {
            _expected.Remove(scope);
        }
    }
}

/// <summary>At most so many messages within any window of this length.</summary>
/// <param name="IsPerPlace">Counted for each place; else over all places it applies to.</param>
public sealed record PaceRule(int Messages, TimeSpan Window, bool IsPerPlace)
{
    /// <summary>Which places it holds for; by default all.</summary>
    public Func<PlaceId, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>How many of the messages only answers may use, so that a flood of alerts delays no answer. Less than all.</summary>
    public int Reserved { get; init; }

    /// <summary>What counts as one place; by default the chat, with all its topics.</summary>
    public Func<PlaceId, string> Scope { get; init; } = place => place.Chat;

    internal string ScopeOf(PlaceId place) => IsPerPlace ? Scope(place) : "";
}
