using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Simulation;

/// <summary>What people saw, in order, and a hash over all of it.</summary>
internal sealed class Ledger(Func<DateTimeOffset> now, Func<long, string> keyOf)
{
    private readonly Dictionary<PlaceId, HashSet<long>> _seen = [];
    private readonly HashSet<(PlaceId, string)> _told = [];
    private readonly HashSet<(PlaceId, DeliveryId)> _messages = [];

    public ulong Hash { get; private set; } = 14695981039346656037;

    /// <summary>Messages that told again what was told before.</summary>
    public int Duplicates { get; private set; }

    /// <summary>The same on the platform that drops repeats.</summary>
    public int DuplicatesDespiteKey { get; private set; }

    /// <summary>Articles told after a later one.</summary>
    public int OutOfOrder { get; private set; }

    public IReadOnlySet<(PlaceId Place, DeliveryId Message)> Messages => _messages;

    public IReadOnlySet<long> SeenIn(PlaceId place) => _seen.GetValueOrDefault(place) ?? [];

    public void Arrive(PlaceId place, DeliveryId message, IReadOnlyList<long> articles, bool dropsRepeats)
    {
        if (!_messages.Add((place, message)) && dropsRepeats)
        {
            return;
        }

        if (!_seen.TryGetValue(place, out var seen))
        {
            _seen[place] = seen = [];
        }

        Mix((ulong)now().UtcTicks);
        place.Value.ToList().ForEach(letter => Mix(letter));
        articles.ToList().ForEach(article => Mix((ulong)article));
        var fresh = articles.Where(article => !seen.Contains(article)).ToList();
        var isHeadlines = place.Value.EndsWith("headlines", StringComparison.Ordinal);
        if (articles.Count(article => _told.Add((place, keyOf(article)))) < articles.Count && !isHeadlines)
        {
            Duplicates += dropsRepeats ? 0 : 1;
            DuplicatesDespiteKey += dropsRepeats ? 1 : 0;
        }

        OutOfOrder += !isHeadlines && fresh.Count > 0 && seen.Count > 0 && fresh.Min() < seen.Max() ? 1 : 0;
        seen.UnionWith(articles);
    }

    private void Mix(ulong value) => Hash = (Hash ^ value) * 1099511628211;
}
