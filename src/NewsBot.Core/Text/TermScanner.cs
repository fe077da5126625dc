namespace NewsBot.Core.Text;

/// <summary>
/// Walks over the terms of a text. Words are split at apostrophes, so that "l'île" and "harbour's" hold "île" and "harbour". The last character of a run without spaces also stands alone, at the position of the pair that ends with it:
/// so each character of the run begins a term.
/// </summary>
public struct TermScanner(string text)
{
    private int _at;
    private int _wordStart;
    private int _wordEnd;
    private int _position = -1;
    private bool _isLastOfRun;

    public bool TryNext(out TermSpan span)
    {
        if (_isLastOfRun)
        {
            _isLastOfRun = false;
            span = new TermSpan(_at - 1, 1, _position);
            return true;
        }

        if (_wordStart < _wordEnd)
        {
            span = NextOfWord();
            return true;
        }

        if (!Words.TryNext(text, ref _at, out var word))
        {
            span = default;
            return false;
        }

        if (Words.IsPaired(text[word.Start]))
        {
            span = Pair(word);
            return true;
        }

        (_wordStart, _wordEnd) = (word.Start, word.Start + word.Length);
        span = NextOfWord();
        return true;
    }

    private TermSpan Pair(TextSpan pair)
    {
        var end = pair.Start + pair.Length;
        _isLastOfRun = pair.Length == 2 && (end == text.Length || !Words.IsPaired(text[end]));
        _at = _isLastOfRun ? end : _at;
        return new TermSpan(pair.Start, pair.Length, ++_position);
    }

    private TermSpan NextOfWord()
    {
        var start = _wordStart;
        var apostrophe = text.AsSpan(start, _wordEnd - start).IndexOfAny('\'', '’');
        var end = apostrophe < 0 ? _wordEnd : start + apostrophe;
        _wordStart = end + 1;
        return new TermSpan(start, end - start, ++_position);
    }
}
