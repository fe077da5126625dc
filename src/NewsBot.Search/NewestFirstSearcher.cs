using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NewsBot.Search;

/// <summary>Looks at the youngest segments first: the best hits are mostly recent, and once they are held the older ones fall short sooner.</summary>
internal sealed class NewestFirstSearcher(IndexReader reader) : IndexSearcher(reader)
{
    protected override void Search(IList<AtomicReaderContext> leaves, Weight weight, ICollector collector) =>
        base.Search([.. leaves.Reverse()], weight, collector);
}
