using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>Feeds folded words with their positions into a field. Reused from article to article.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Keeps a phrase from reaching from the title into the body.</summary>
    private const int Gap = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private Term[][] _parts = [];
    private int _part;
    private int _at;
    private int _base;
    private int _position;
    private string? _last;

    public WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Use(params Term[][] parts) => _parts = parts;

    public override void Reset()
    {
        (_part, _at, _base, _position, _last) = (0, 0, 0, -1, null);
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
            if (term.Folded.Length > IndexFields.LongestWord || (position == _position && string.Equals(term.Folded, _last, StringComparison.Ordinal)))
            {
                continue;
            }

            ClearAttributes();
            _term.Append(term.Folded);
            _increment.PositionIncrement = position - _position;
            (_position, _last) = (position, term.Folded);
            return true;
        }

        return false;
    }
}
