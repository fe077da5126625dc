using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace NewsBot.Search;

/// <summary>Makes searchers that know the values of their articles, so that the first search need not read them.</summary>
internal sealed class NewestFirstSearcherFactory : SearcherFactory
{
    private static readonly BM25Similarity Bm25 = new();

    public override IndexSearcher NewSearcher(IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            SegmentValues.Of(leaf.AtomicReader);
        }

        return new NewestFirstSearcher(reader) { Similarity = Bm25 };
    }
}
