using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsBot.Search;

/// <summary>Sends one word at a time through a token filter: for stemmers that exist as filters only.</summary>
internal sealed class FilteredWord : IDisposable
{
    private readonly Source _source = new();
    private readonly TokenStream _filter;
    private readonly ICharTermAttribute _term;

    public FilteredWord(Func<TokenStream, TokenStream> filter)
    {
        _filter = filter(_source);
        _term = _filter.GetAttribute<ICharTermAttribute>();
    }

    public string Apply(string word)
    {
        _source.Next = word;
        return _filter.IncrementToken() ? _term.ToString()! : word;
    }

    public void Dispose() => _filter.Dispose();

    private sealed class Source : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public Source() => _term = AddAttribute<ICharTermAttribute>();

        public string? Next { get; set; }

        public override bool IncrementToken()
        {
            if (Next is not { } word)
            {
                return false;
            }

            ClearAttributes();
            _term.Append(word);
            Next = null;
            return true;
        }
    }
}
