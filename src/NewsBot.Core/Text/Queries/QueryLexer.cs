namespace NewsBot.Core.Text.Queries;

/// <summary>Cuts a query into tokens: signs, field, delimiters. Knows no meaning.</summary>
/// <param name="typed">As written.</param>
internal sealed class QueryLexer(string typed)
{
    private static readonly string[] Fields = ["title", "source", "topic", "lang", "since", "before", "sent", "site"];
    private readonly string _text = QueryCharacters.Plain(typed);
    private int _at;

    public List<QueryToken> Read()
    {
        var tokens = new List<QueryToken>();
        while (SkipSeparators(tokens))
        {
            tokens.Add(ReadToken());
        }

        return QueryOperators.Apply(tokens);
    }

    /// <summary>True when a token follows. A comma closes the alternative of the token before it.</summary>
    private bool SkipSeparators(List<QueryToken> tokens)
    {
        while (_at < _text.Length && _text[_at] is ' ' or ',')
        {
            if (_text[_at] == ',' && tokens.Count > 0)
            {
                tokens[^1] = tokens[^1] with { EndsAlternative = true };
            }

            _at++;
        }

        return _at < _text.Length;
    }

    private QueryToken ReadToken()
    {
        var isExcluded = SkipSigns(unit => unit is '-' or '!');
        var start = _at;
        var field = ReadField();
        var keepsCase = SkipSigns(unit => unit == '=');
        var token = Current() switch
        {
            '"' => ReadQuoted(),
            '/' when PatternEnd() is > 0 and var end => ReadPattern(end),
            _ => ReadPlain(),
        };
        return token with { Field = field, Typed = typed[start.._at], IsExcluded = isExcluded, KeepsCase = keepsCase };
    }

    private char Current() => _at < _text.Length ? _text[_at] : ' ';

    private bool SkipSigns(Func<char, bool> isSign)
    {
        var start = _at;
        while (_at < _text.Length && isSign(_text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private string? ReadField()
    {
        foreach (var field in Fields)
        {
            if (_at + field.Length < _text.Length && _text[_at + field.Length] == ':' && _text.AsSpan(_at).StartsWith(field, StringComparison.OrdinalIgnoreCase))
            {
                _at += field.Length + 1;
                return field;
            }
        }

        return null;
    }

    private QueryToken ReadQuoted()
    {
        var start = _at + 1;
        var end = _text.IndexOf('"', start);
        if (end < 0)
        {
            _at = _text.Length;
            return Token(QueryTokenKind.Unclosed, typed[start..], isPrefix: false);
        }

        var value = _text[start..end];
        _at = end + 1;
        var starAfter = Current() == '*';
        _at += starAfter ? 1 : 0;
        return Token(QueryTokenKind.Quoted, value.TrimEnd('*'), starAfter || value.EndsWith('*'));
    }

    private QueryToken ReadPattern(int end)
    {
        var pattern = typed[(_at + 1)..end];
        _at = end + 1;
        return Token(QueryTokenKind.Pattern, pattern, isPrefix: false);
    }

    /// <summary>The slash that closes the expression, or -1: then the token is a path or a word.</summary>
    private int PatternEnd()
    {
        for (var at = _at + 2; Current() == '/' && at < _text.Length; at++)
        {
            if (_text[at] == '/' && EndsToken(at + 1) && !IsEscaped(at))
            {
                return at;
            }
        }

        return -1;
    }

    private QueryToken ReadPlain()
    {
        var start = _at;
        while (_at < _text.Length && !EndsToken(_at))
        {
            _at++;
        }

        var value = _text[start.._at];
        return Token(QueryTokenKind.Plain, value.TrimEnd('*'), value.EndsWith('*'));
    }

    private bool EndsToken(int at) => at >= _text.Length || _text[at] == ' ' || (_text[at] == ',' && !IsThousands(at));

    private bool IsEscaped(int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && _text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    /// <summary>"1,000" is one number; "2025,2026" and "1, 2" are two.</summary>
    private bool IsThousands(int comma) =>
        comma > 0 && comma + 3 < _text.Length && char.IsAsciiDigit(_text[comma - 1])
        && char.IsAsciiDigit(_text[comma + 1]) && char.IsAsciiDigit(_text[comma + 2]) && char.IsAsciiDigit(_text[comma + 3])
        && (comma + 4 == _text.Length || !char.IsAsciiDigit(_text[comma + 4]));

    private static QueryToken Token(QueryTokenKind kind, string value, bool isPrefix) => new(kind, null, value, "", false, false, isPrefix, false);
}
