using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>Feeds stems into a field, each led by the language of its stemmer, so that a word never meets the stem of another language. Reused from article to article.</summary>
internal sealed class StemStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private Term[][] _parts = [];
    private string _lead = ":";
    private int _part;
    private int _at;

    public StemStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <param name="key">The stemmer's language, or "".</param>
    public void Use(string key, params Term[][] parts)
    {
        _lead = Lead(key);
        _parts = parts;
    }

    public static string Lead(string key) => key + ":";

    public override void Reset()
    {
        (_part, _at) = (0, 0);
    }

    public override bool IncrementToken()
    {
        while (_part < _parts.Length)
        {
            var terms = _parts[_part];
            if (_at == terms.Length)
            {
                _part++;
                _at = 0;
                continue;
            }

            var stem = terms[_at++].Value;
            if (stem.Length > IndexFields.LongestWord)
            {
                continue;
            }

            ClearAttributes();
            _term.Append(_lead).Append(stem);
            return true;
        }

        return false;
    }
}
