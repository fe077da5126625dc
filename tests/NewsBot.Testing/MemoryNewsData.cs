using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Inbox;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Testing;

/// <summary>What <see cref="MemoryNewsStore"/> has committed; whoever reads it beside a store locks it.</summary>
public sealed class MemoryNewsData
{
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);

    public SortedDictionary<long, OutboxRow> Outbox { get; } = [];

    /// <summary>Ids of the rows that are open.</summary>
    public SortedSet<long> Open { get; } = [];

    internal SortedDictionary<long, Feed> Feeds { get; } = [];

    internal Dictionary<string, long> FeedUrls { get; } = new(StringComparer.Ordinal);

    internal Dictionary<long, FeedMemory> Memory { get; } = [];

    internal SortedDictionary<long, Article> Articles { get; } = [];

    internal HashSet<string> Imported { get; } = new(StringComparer.Ordinal);

    internal Dictionary<HomeId, Home> Homes { get; } = [];

    internal Dictionary<PlaceId, Place> Places { get; } = [];

    internal SortedDictionary<long, Subscription> Subscriptions { get; } = [];

    internal Dictionary<PersonId, Person> Persons { get; } = [];

    internal List<ListView> Lists { get; } = [];

    internal List<Dialog> Dialogs { get; } = [];

    internal List<NewsBot.Core.Reports.Report> Reports { get; } = [];

    /// <summary>What came in and is not done.</summary>
    public SortedDictionary<long, InboxRow> Inbox { get; } = [];

    internal Dictionary<string, List<long>> SeenUpdates { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the stored articles; of those that share a key, the first.</summary>
    public IReadOnlyDictionary<string, long> ArticlesByKey() => Articles.Values.GroupBy(article => article.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id.Value, StringComparer.Ordinal);

    /// <summary>The key of a stored article.</summary>
    public string KeyOf(long article) => Articles[article].Key;

    internal long Next(string sequence) => _sequences[sequence] = _sequences.GetValueOrDefault(sequence) + 1;
}
