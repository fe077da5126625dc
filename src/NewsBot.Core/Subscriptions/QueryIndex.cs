using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>
/// Many queries, turned inside out: each alternative hangs on one of its required terms, the one that was met least, so that an article looks only at alternatives it may match. Finds exactly the queries that match. Not thread-safe.
/// </summary>
internal sealed class QueryIndex(ITermAnalyzer analyzer)
{
    private const int FirstRehang = 64;
    private const int RehangGrowth = 4;

    private readonly QueryKeys _keys = new(analyzer);
    private readonly Dictionary<SubscriptionId, IndexedQuery> _queries = [];
    private long _articles;
    private long _nextRehang = FirstRehang;

    public void Put(SubscriptionId id, Query query)
    {
        Remove(id);
        var indexed = new IndexedQuery(id, query, _keys);
        _queries[id] = indexed;
        Hang(indexed);
    }

    public void Remove(SubscriptionId id)
    {
        if (_queries.Remove(id, out var query))
        {
            TakeDown(query);
            query.Release(_keys);
        }
    }

    /// <summary>In no order, each once.</summary>
    public List<SubscriptionId> Match(SearchText text)
    {
        if (++_articles == _nextRehang)
        {
            _nextRehang *= RehangGrowth;
            RehangAll();
        }

        var found = new List<SubscriptionId>();
        foreach (var key in _keys.MeetAll(text))
        {
            foreach (var alternative in key.Alternatives)
            {
                if (alternative.Query.LastFound != _articles && alternative.Matches(text, _keys.Now))
                {
                    alternative.Query.LastFound = _articles;
                    found.Add(alternative.Query.Id);
                }
            }
        }

        return found;
    }

    private static void Hang(IndexedQuery query)
    {
        foreach (var alternative in query.Alternatives)
        {
            alternative.Key = alternative.Keys.MinBy(key => key.Cost)!;
            alternative.Key.Alternatives.Add(alternative);
        }
    }

    private static void TakeDown(IndexedQuery query)
    {
        foreach (var alternative in query.Alternatives)
        {
            alternative.Key!.Alternatives.Remove(alternative);
        }
    }

    /// <summary>What is common is learned from the articles, more and more rarely: the whole costs no more than a constant for each article.</summary>
    private void RehangAll()
    {
        foreach (var key in _queries.Values.SelectMany(query => query.Alternatives).Select(alternative => alternative.Key!))
        {
            key.Alternatives.Clear();
        }

        foreach (var query in _queries.Values)
        {
            Hang(query);
        }
    }
}
