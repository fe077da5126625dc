using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsBot.Core.Feeds;

namespace NewsBot.Search;

/// <summary>Passes the articles of some feeds.</summary>
internal sealed class FeedFilter(IReadOnlySet<FeedId> feeds) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        new Articles(context.AtomicReader.MaxDoc, acceptDocs, SegmentValues.Of(context.AtomicReader), feeds);

    private sealed class Articles(int maxDoc, IBits acceptDocs, SegmentValues values, IReadOnlySet<FeedId> feeds) : FieldCacheDocIdSet(maxDoc, acceptDocs)
    {
        protected override bool MatchDoc(int doc) => feeds.Contains(new FeedId(values.Feed(doc)));
    }
}
