using NewsBot.Core.Feeds;

namespace NewsBot.Core.Articles;

/// <summary>An item with its identity and the hash of what is read from it.</summary>
internal readonly record struct KeyedItem(ParsedItem Item, string Key, string Raw)
{
    /// <summary>Parts what is known and as it was from what is to be read, each in the order of the items. Known are items by their key and, where a feed's ids are worthless, by their content.</summary>
    public static (IReadOnlyList<SeenItem> Unchanged, IReadOnlyList<KeyedItem> Changed) Part(IReadOnlyList<ParsedItem> items, FeedMemory memory)
    {
        var byKey = memory.Items.Where(item => item.Raw is not null).ToDictionary(item => item.Key, StringComparer.Ordinal);
        var byRaw = memory.IdsChurn ? byKey.Values.DistinctBy(item => item.Raw).ToDictionary(item => item.Raw!, StringComparer.Ordinal) : [];
        var unchanged = new Dictionary<string, SeenItem>(StringComparer.Ordinal);
        var keyed = items.Zip(ItemKey.ForAll(items), (item, key) => new KeyedItem(item, key, ItemKey.Raw(item))).ToList();
        foreach (var (_, key, raw) in keyed)
        {
            if ((byKey.TryGetValue(key, out var seen) && seen.Raw == raw) || byRaw.TryGetValue(raw, out seen))
            {
                unchanged.TryAdd(key, seen with { Key = key });
            }
        }

        return ([.. unchanged.Values], [.. keyed.Where(item => !unchanged.ContainsKey(item.Key))]);
    }
}
