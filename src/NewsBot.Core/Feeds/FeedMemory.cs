using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Feeds;

/// <summary>The items of a feed that were already taken in, newest first, so that an item is new exactly once, also when it vanishes and returns.</summary>
public sealed record FeedMemory(IReadOnlyList<SeenItem> Items)
{
    private const double Churn = 0.8;
    private const int ChecksUntilChurn = 3;
    private const int FewItems = 3;

    /// <summary>However long the feed is.</summary>
    internal const int MostItems = 2_000;

    public static readonly FeedMemory Empty = new([]);

    /// <summary>Checks in a row in which nearly all ids were new.</summary>
    public int ChurningChecks { get; init; }

    /// <summary>True once the feed's ids are known to be worthless: then items are told apart by title and link.</summary>
    public bool IdsChurn { get; init; }

    /// <summary>Lines that recur in the articles of this feed; null while nothing was learned.</summary>
    public BoilerplateMemory? Boilerplate { get; init; }

    /// <summary>Tells new items from known ones.</summary>
    /// <param name="unchanged">Items that were recognized by what they were read from and not read again.</param>
    public MemoryMatch Match(IReadOnlyList<ArticleDraft> drafts, IReadOnlyList<SeenItem>? unchanged = null)
    {
        var count = drafts.Count + (unchanged?.Count ?? 0);
        var byKey = Items.ToDictionary(item => item.Key, StringComparer.Ordinal);
        var byLooks = Items.Where(item => item.Looks is not null).DistinctBy(item => item.Looks).ToDictionary(item => item.Looks!, StringComparer.Ordinal);
        var unknown = drafts.Where(draft => !byKey.ContainsKey(draft.Key)).ToList();
        var familiar = unknown.Count(draft => byLooks.ContainsKey(ItemKey.Looks(draft)));
        var churning = Items.Count > 0 && count >= FewItems && unknown.Count > Churn * count;
        var after = this with { ChurningChecks = churning ? ChurningChecks + 1 : 0 };

        // Nearly all ids are new, yet the items are known: there is no need to wait for the third time.
        var churns = IdsChurn || (churning && familiar > Churn * unknown.Count) || after.ChurningChecks >= ChecksUntilChurn;
        var known = new Dictionary<string, SeenItem>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (byKey.TryGetValue(draft.Key, out var item) || (churns && byLooks.TryGetValue(ItemKey.Looks(draft), out item)))
            {
                known[draft.Key] = item;
            }
        }

        return new MemoryMatch(after with { IdsChurn = churns }, drafts, known) { Unchanged = unchanged ?? [] };
    }

    /// <summary>Keeps twice the feed's length, at least 100 and at most 2,000 items (feed readers that kept less saw old items return as new).</summary>
    public FeedMemory With(IReadOnlyList<SeenItem> current, int feedLength)
    {
        var limit = Math.Clamp(2 * feedLength, 100, MostItems);
        var known = new HashSet<string>(current.Select(item => item.Key), StringComparer.Ordinal);
        return this with { Items = [.. current.Concat(Items.Where(item => known.Add(item.Key))).Take(limit)] };
    }
}

/// <summary>An item that was taken in, and the hash of its content at that time.</summary>
/// <param name="Looks">Hash of title and link, for feeds whose ids change at every fetch.</param>
public sealed record SeenItem(string Key, ArticleId Article, string ContentHash, string? Looks = null)
{
    /// <summary>Hash of the item as the feed gave it; null where an older version of the program took it in.</summary>
    public string? Raw { get; init; }

    public TextExtent Extent { get; init; }

    public static SeenItem Of(ArticleDraft draft, ArticleId article) =>
        new(draft.Key, article, draft.ContentHash, ItemKey.Looks(draft)) { Raw = draft.RawHash, Extent = TextExtent.Of(draft) };
}

/// <summary>The items of one reading against the memory of their feed.</summary>
/// <param name="Memory">As it was, with what this reading taught about the feed's ids.</param>
/// <param name="Known">By the key that the draft has now.</param>
public sealed record MemoryMatch(FeedMemory Memory, IReadOnlyList<ArticleDraft> Drafts, IReadOnlyDictionary<string, SeenItem> Known)
{
    /// <summary>Known items that are as they were.</summary>
    public IReadOnlyList<SeenItem> Unchanged { get; init; } = [];

    /// <summary>Of all items of this reading.</summary>
    public IReadOnlyList<TextExtent> Extents => [.. Drafts.Select(TextExtent.Of), .. Unchanged.Select(item => item.Extent)];

    public IReadOnlyList<ArticleDraft> New { get; } = [.. Drafts.Where(draft => !Known.ContainsKey(draft.Key))];

    public IReadOnlyList<ArticleDraft> Edited { get; } = [.. Drafts.Where(draft => Known.TryGetValue(draft.Key, out var item) && item.ContentHash != draft.ContentHash)];

    /// <summary>The memory after all of it was taken in.</summary>
    public FeedMemory After(IReadOnlyDictionary<string, ArticleId> added) =>
        Memory.With(
            [.. Drafts.Select(draft => SeenItem.Of(draft, added.TryGetValue(draft.Key, out var id) ? id : Known[draft.Key].Article)), .. Unchanged],
            Drafts.Count + Unchanged.Count);
}
