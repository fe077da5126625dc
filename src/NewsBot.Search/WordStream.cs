using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>Feeds folded words and stems with their positions into a field. Reused from article to article.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Keeps a phrase from reaching from the title into the body.</summary>
    private const int Gap = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private Term[][] _parts = [];
    private string _stemLead = "";
    private int _part;
    private int _at;
    private int _base;
    private int _position;

    public WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <param name="stemmer">The stemmer's language, or "".</param>
    public void Use(string stemmer, params Term[][] parts) => (_parts, _stemLead) = (parts, IndexFields.StemTerm(stemmer, ""));

    public override void Reset()
    {
        (_part, _at, _base, _position) = (0, 0, 0, -1);
    }

    public override bool IncrementToken()
    {
        while (_part < _parts.Length)
        {
            var terms = _parts[_part];
            if (_at == terms.Length)
            {
                _base = _position + 1 + Gap;
                _part++;
                _at = 0;
                continue;
            }

            var term = terms[_at++];
            var position = _base + term.Position;
            if (term.Folded.Length > IndexFields.LongestWord)
            {
                continue;
            }

            ClearAttributes();
            if (string.Equals(term.Value, term.Folded, StringComparison.Ordinal))
            {
                _term.Append(term.Folded);
            }
            else
            {
                _term.Append(_stemLead).Append(term.Value);
            }

            _increment.PositionIncrement = position - _position;
            _position = position;
            return true;
        }

        return false;
    }
}
