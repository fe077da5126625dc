using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>Which of the coming calls go wrong. Thread-safe.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    public void Add(Func<ApiCall, bool> when, Fault fault, int times)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(when, fault) { Left = times });
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    public Fault? Take(ApiCall call)
    {
        lock (_gate)
        {
            var entry = _entries.Find(entry => entry.Left > 0 && entry.When(call));
            if (entry is not null)
            {
                entry.Left--;
            }

            return entry?.Fault;
        }
    }

    private sealed record Entry(Func<ApiCall, bool> When, Fault Fault)
    {
        public int Left { get; set; }
    }
}
