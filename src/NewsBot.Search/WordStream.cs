using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NewsBot.Search;

/// <summary>Feeds folded words and stems with their positions into a field, the stem first where a word differs from it. Reused from article to article.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Keeps a phrase from reaching from the title into the body.</summary>
    private const int Gap = 100;

    private readonly TermBytes _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private readonly IndexedWords[] _parts;
    private WordForm? _afterStem;
    private int _part;
    private int _at;
    private int _base;
    private int _position;

    public WordStream(params IndexedWords[] parts)
    {
        _parts = parts;
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        (_part, _at, _base, _position, _afterStem) = (0, 0, 0, -1, null);
    }

    public override bool IncrementToken()
    {
        if (_afterStem is { } word)
        {
            _afterStem = null;
            _term.Use(word.WordTerm);
            _increment.PositionIncrement = 0;
            return true;
        }

        while (TryNext(out var form, out var position))
        {
            if (form.Folded.Length > IndexFields.LongestWord)
            {
                continue;
            }

            _afterStem = form.IsItsStem ? null : form;
            _term.Use(form.IsItsStem ? form.WordTerm : form.StemTerm);
            _increment.PositionIncrement = position - _position;
            _position = position;
            return true;
        }

        return false;
    }

    private bool TryNext(out WordForm form, out int position)
    {
        for (; _part < _parts.Length; _part++, _at = 0, _base = _position + 1 + Gap)
        {
            var words = _parts[_part];
            if (_at < words.Count)
            {
                (form, position) = (words.Form(_at), _base + words.Position(_at));
                _at++;
                return true;
            }
        }

        (form, position) = (null!, 0);
        return false;
    }
}
