using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsBot.Search;

/// <summary>Passes the articles whose words were stemmed by one stemmer.</summary>
internal sealed class StemmerFilter(byte stemmer) : Filter
{
    private byte Number => stemmer;

    public override bool Equals(object? obj) => obj is StemmerFilter other && other.Number == Number;

    public override int GetHashCode() => Number;

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        new Articles(context.AtomicReader.MaxDoc, acceptDocs, SegmentValues.Of(context.AtomicReader), stemmer);

    private sealed class Articles(int maxDoc, IBits acceptDocs, SegmentValues values, byte stemmer) : FieldCacheDocIdSet(maxDoc, acceptDocs)
    {
        protected override bool MatchDoc(int doc) => values.Stemmer(doc) == stemmer;
    }
}
