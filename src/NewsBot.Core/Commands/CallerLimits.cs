namespace NewsBot.Core.Commands;

/// <summary>How much each person and place may ask. In public places full of strangers a person who asks too much hears so once and then nothing. Thread-safe.</summary>
public sealed class CallerLimits(TimeProvider time)
{
    private const int OfPersonInPrivate = 20;
    private const int OfReaderInPublic = 5;
    private const int OfPlace = 60;
    private const int MostLogs = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Log> _logs = new(StringComparer.Ordinal);

    public AskVerdict Ask(Caller caller)
    {
        var now = time.GetUtcNow();
        var most = caller.IsPrivate || caller.Role > Role.Reader ? OfPersonInPrivate : OfReaderInPublic;
        lock (_gate)
        {
            Trim(now);

            // A person is counted in each place, so that a busy private chat does not silence a group.
            var person = LogOf($"{caller.Person} {caller.Place}", now);
            var place = LogOf(caller.Place.Value, now);
            if (person.Asked.Count >= most || place.Asked.Count >= OfPlace)
            {
                var verdict = person.IsWarned ? AskVerdict.Silence : AskVerdict.Warn;
                person.IsWarned = true;
                return verdict;
            }

            person.IsWarned = false;
            person.Asked.Enqueue(now);
            place.Asked.Enqueue(now);
            return AskVerdict.Answer;
        }
    }

    private Log LogOf(string key, DateTimeOffset now)
    {
        if (!_logs.TryGetValue(key, out var log))
        {
            _logs[key] = log = new Log();
        }

        log.Forget(now - Window);
        return log;
    }

    /// <summary>Memory follows those who ask now.</summary>
    private void Trim(DateTimeOffset now)
    {
        if (_logs.Count < MostLogs)
        {
            return;
        }

        foreach (var (key, log) in _logs.ToList())
        {
            log.Forget(now - Window);
            if (log.Asked.Count == 0)
            {
                _logs.Remove(key);
            }
        }
    }

    private sealed class Log
    {
        public Queue<DateTimeOffset> Asked { get; } = [];

        public bool IsWarned { get; set; }

        public void Forget(DateTimeOffset before)
        {
            while (Asked.TryPeek(out var oldest) && oldest <= before)
            {
                Asked.Dequeue();
            }
        }
    }
}

/// <summary>What becomes of a question.</summary>
public enum AskVerdict
{
    Answer,

    /// <summary>Say that it is too much.</summary>
    Warn,

    /// <summary>Say nothing.</summary>
    Silence,
}
