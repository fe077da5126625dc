using System.Runtime.InteropServices;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>
/// Many queries, turned inside out: each alternative hangs on one of its required terms that is met rarely, so that an article looks only at alternatives it may match. Finds exactly the queries that match. Not thread-safe.
/// </summary>
internal sealed class QueryIndex(ITermAnalyzer analyzer)
{
    private const int FirstRehang = 64;
    private const int RehangGrowth = 4;

    private readonly QueryKeys _keys = new(analyzer);
    private readonly Dictionary<SubscriptionId, IndexedQuery> _queries = [];

    /// <summary>By the number of the query.</summary>
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<long> _ids = [];
    private readonly Stack<int> _freeNumbers = [];

    /// <summary>By the number of the query: the article that found it, so that each finds it once.</summary>
    private readonly ArticleMarks _found = new();
    private readonly List<int> _numbersFound = [];
    private readonly List<long> _idsFound = [];
    private long _articles;
    private long _nextRehang = FirstRehang;

    public void Put(Subscription subscription, Query query)
    {
        Remove(subscription.Id);
        var indexed = new IndexedQuery(NumberFor(subscription), query, _keys);
        _queries[subscription.Id] = indexed;
        Hang(indexed);
    }

    public void Remove(SubscriptionId id)
    {
        if (!_queries.Remove(id, out var query))
        {
            return;
        }

        foreach (var alternative in query.Alternatives)
        {
            alternative.TakeDown();
        }

        query.Release(_keys);
        _freeNumbers.Push(query.Number);
    }

    /// <summary>In id order, each once.</summary>
    public List<Subscription> Match(SearchText text)
    {
        if (++_articles == _nextRehang)
        {
            _nextRehang *= RehangGrowth;
            Rehang();
        }

        _found.Begin();
        _numbersFound.Clear();
        _idsFound.Clear();
        foreach (var key in _keys.MeetAll(text))
        {
            Find(key, text);
        }

        return Sorted();
    }

    private void Find(QueryKey key, SearchText text)
    {
        var met = _keys.Met;
        foreach (ref readonly var hanging in key.Hanging)
        {
            if (met.Holds(hanging.Second) && met.Holds(hanging.Third) && !_found.Holds(hanging.Query) && (hanging.IsDecidedByKeys || hanging.Alternative.Matches(text, met)))
            {
                _found.Add(hanging.Query);
                _numbersFound.Add(hanging.Query);
                _idsFound.Add(_ids[hanging.Query]);
            }
        }
    }

    private List<Subscription> Sorted()
    {
        var numbers = CollectionsMarshal.AsSpan(_numbersFound);
        CollectionsMarshal.AsSpan(_idsFound).Sort(numbers);
        var matching = new List<Subscription>(numbers.Length);
        foreach (var number in numbers)
        {
            matching.Add(_subscriptions[number]);
        }

        return matching;
    }

    private int NumberFor(Subscription subscription)
    {
        if (_freeNumbers.TryPop(out var free))
        {
            _subscriptions[free] = subscription;
            _ids[free] = subscription.Id.Value;
            return free;
        }

        _subscriptions.Add(subscription);
        _ids.Add(subscription.Id.Value);
        _found.MakeRoom(_subscriptions.Count);
        return _subscriptions.Count - 1;
    }

    private void Hang(IndexedQuery query)
    {
        foreach (var alternative in query.Alternatives)
        {
            alternative.Hang(_keys.Always);
        }
    }

    /// <summary>What is common is learned from the articles, more and more rarely: the whole costs no more than a constant for each article.</summary>
    private void Rehang()
    {
        var moving = new HashSet<IndexedAlternative>();
        foreach (var query in _queries.Values)
        {
            foreach (var alternative in query.Alternatives)
            {
                if (alternative.ShouldMove())
                {
                    moving.Add(alternative);
                }
            }
        }

        foreach (var hook in moving.Select(alternative => alternative.Hook).ToHashSet())
        {
            hook.TakeDown(moving);
        }

        foreach (var alternative in moving)
        {
            alternative.Hang(_keys.Always);
        }
    }
}
