using Lucene.Net.Index;
using Lucene.Net.Search;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Search;

namespace NewsBot.Search;

/// <summary>Keeps the best hits by relevance and recency and counts all, within sight and time: a document outside is neither kept nor counted.</summary>
internal sealed class HitCollector(ArticleSearch search, DateTimeOffset now, int limit) : ICollector
{
    private readonly PriorityQueue<long, (double Score, long Id)> _best = new();
    private readonly RecencyWeight _recency = new(now);
    private readonly long _since = search.Since?.ToUnixTimeSeconds() ?? long.MinValue;
    private readonly long _before = search.Before?.ToUnixTimeSeconds() ?? long.MaxValue;
    private Scorer? _scorer;
    private NumericDocValues? _ids;
    private NumericDocValues? _feeds;
    private NumericDocValues? _published;

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

    public void SetNextReader(AtomicReaderContext context)
    {
        _ids = context.AtomicReader.GetNumericDocValues(IndexFields.IdValue);
        _feeds = context.AtomicReader.GetNumericDocValues(IndexFields.Feed);
        _published = context.AtomicReader.GetNumericDocValues(IndexFields.Published);
    }

    public void Collect(int doc)
    {
        var published = _published!.Get(doc);
        if (published < _since || published >= _before || !search.Sight.Sees(new FeedId(_feeds!.Get(doc))))
        {
            return;
        }

        var id = _ids!.Get(doc);
        if (search.Among?.Contains(new ArticleId(id)) == false || search.Except?.Contains(new ArticleId(id)) == true)
        {
            return;
        }

        Total++;
        var rank = (_scorer!.GetScore() * _recency.At(published), id);
        if (_best.Count < limit)
        {
            _best.Enqueue(id, rank);
        }
        else if (limit > 0 && _best.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0)
        {
            _best.EnqueueDequeue(id, rank);
        }
    }
}
