using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsBot.Core.Articles;
using NewsBot.Core.Search;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Search;

/// <summary>Keeps the best hits by relevance and recency and counts all, within sight and time: a document outside is neither kept nor counted.</summary>
internal sealed class HitCollector(ArticleSearch search, DateTimeOffset now, int limit) : ICollector
{
    private readonly PriorityQueue<long, (double Score, long Id)> _best = new();
    private readonly RecencyWeight _recency = new(now);
    private readonly long _since = search.Since?.ToUnixTimeSeconds() ?? long.MinValue;
    private readonly long _before = search.Before?.ToUnixTimeSeconds() ?? long.MaxValue;
    private readonly bool[] _seesFeed = SeenFeeds(search.Sight);
    private (double Score, long Id) _worst;
    private Scorer? _scorer;
    private SegmentValues? _values;

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Best first.</summary>
    public IReadOnlyList<ArticleId> Best
    {
        get
        {
            var ids = new List<ArticleId>(_best.Count);
            while (_best.TryDequeue(out var id, out _))
            {
                ids.Add(new ArticleId(id));
            }

            ids.Reverse();
            return ids;
        }
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _values = SegmentValues.Of(context.AtomicReader);

    public void Collect(int doc)
    {
        var values = _values!;
        var published = values.Published(doc);
        var feed = values.Feed(doc);
        if (published < _since || published >= _before || feed >= _seesFeed.Length || !_seesFeed[feed])
        {
            return;
        }

        var id = values.Id(doc);
        if (search.Among?.Contains(new ArticleId(id)) == false || search.Except?.Contains(new ArticleId(id)) == true)
        {
            return;
        }

        Total++;
        if (limit > 0)
        {
            Keep(id, _scorer!.GetScore() * _recency.At(published));
        }
    }

    private void Keep(long id, double score)
    {
        if (_best.Count < limit)
        {
            _best.Enqueue(id, (score, id));
        }
        else if ((score, id).CompareTo(_worst) > 0)
        {
            _best.EnqueueDequeue(id, (score, id));
        }
        else
        {
            return;
        }

        _best.TryPeek(out _, out _worst);
    }

    private static bool[] SeenFeeds(Sight sight)
    {
        var seen = new bool[sight.Feeds.Count == 0 ? 0 : sight.Feeds.Max(feed => feed.Value) + 1];
        foreach (var feed in sight.Feeds)
        {
            seen[feed.Value] = true;
        }

        return seen;
    }
}
