using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace NewsBot.Search;

/// <summary>Hands Lucene a term's bytes as they lie in memory already, so that a word is written in UTF-8 once and not for each text it stands in.</summary>
internal sealed class TermBytes : Attribute, ITermToBytesRefAttribute
{
    private byte[] _term = [];

    public BytesRef BytesRef { get; } = new();

    public void Use(byte[] term) => _term = term;

    public void FillBytesRef() => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (_term, 0, _term.Length);

    public override void Clear() => _term = [];

    public override void CopyTo(IAttribute target) => ((TermBytes)target).Use(_term);
}
