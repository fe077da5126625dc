using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace NewsBot.Core.Subscriptions;

/// <summary>Subscriptions by something they share, so that a question about one place or feed does not walk all of them. Anyone may read at any time; its owner writes one at a time.</summary>
/// <param name="keyOf">Null leaves a subscription out.</param>
internal sealed class SubscriptionGroups<TKey>(Func<Subscription, TKey?> keyOf)
    where TKey : struct
{
    private readonly ConcurrentDictionary<TKey, ImmutableSortedDictionary<long, Subscription>> _groups = new();

    /// <summary>In id order.</summary>
    public IEnumerable<Subscription> Of(TKey key) => _groups.TryGetValue(key, out var group) ? group.Values : [];

    public bool Has(TKey key) => _groups.ContainsKey(key);

    /// <param name="before">As it was held, or null for a new one.</param>
    /// <param name="after">As it is now, or null when it is removed.</param>
    public void Replace(Subscription? before, Subscription? after)
    {
        if (before is not null && keyOf(before) is { } old && (after is null || !Equals(keyOf(after), old)))
        {
            Take(old, before.Id);
        }

        if (after is not null && keyOf(after) is { } key)
        {
            _groups[key] = _groups.GetValueOrDefault(key, ImmutableSortedDictionary<long, Subscription>.Empty).SetItem(after.Id.Value, after);
        }
    }

    private void Take(TKey key, SubscriptionId id)
    {
        if (_groups.GetValueOrDefault(key)?.Remove(id.Value) is { Count: > 0 } rest)
        {
            _groups[key] = rest;
            return;
        }

        _groups.TryRemove(key, out _);
    }
}
