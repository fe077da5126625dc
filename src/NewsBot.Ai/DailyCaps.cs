using NewsBot.Core.Subscriptions;

namespace NewsBot.Ai;

/// <summary>Counts calls and tokens of the current UTC day. Thread-safe; begins again at midnight and at a restart.</summary>
internal sealed class DailyCaps(AiOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PlaceId, int> _places = [];
    private DateTime _day;
    private int _calls;
    private long _tokens;

    /// <summary>Takes one call for the place; false when a cap is reached, then nothing is taken.</summary>
    /// <param name="tokens">What the question alone will cost.</param>
    public bool TryTake(PlaceId place, int tokens)
    {
        lock (_lock)
        {
            BeginDay();
            var own = _places.GetValueOrDefault(place);
            if (_calls >= options.CallsPerDay || own >= options.CallsPerPlace || _tokens + tokens > options.TokensPerDay)
            {
                return false;
            }

            (_calls, _tokens, _places[place]) = (_calls + 1, _tokens + tokens, own + 1);
            return true;
        }
    }

    /// <summary>Counts the answer of a call that was taken.</summary>
    public void Add(long tokens)
    {
        lock (_lock)
        {
            BeginDay();
            _tokens += tokens;
        }
    }

    private void BeginDay()
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        if (today != _day)
        {
            (_day, _calls, _tokens) = (today, 0, 0);
            _places.Clear();
        }
    }
}
