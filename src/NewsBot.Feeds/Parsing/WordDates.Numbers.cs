namespace NewsBot.Feeds.Parsing;

/// <summary>What a number means by its length, its neighbours and what is known already.</summary>
internal ref partial struct WordDates
{
    private void Number()
    {
        var number = Digits(out var length);
        var next = _at < _text.Length ? _text[_at] : '\0';
        var digitFollows = _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]);
        switch (next)
        {
            case ':' when digitFollows && !_hasTime:
            case 'h' or 'H' when digitFollows && !_hasTime && length <= 2:
            case '.' when digitFollows && !_hasTime && IsDated && length <= 2:
                Time(number);
                break;
            case '/' or '.' or '-' when digitFollows && _date.Month == 0:
                Numeric(number, length, next);
                break;
            case '年' or '년':
                _date.Year = number;
                break;
            case '月' or '월':
                _date.Month = number;
                break;
            case '日' or '일':
                _date.Day = number;
                break;
            default:
                Bare(number, length);
                break;
        }
    }

    private readonly bool IsDated => _date is { Year: > 0, Month: > 0, Day: > 0 };

    private void Bare(int number, int length)
    {
        if (_date.Year == 0 && (length >= 4 || (_date.Day > 0 && (_date.Month > 0 || length > 2))))
        {
            _isImpossible |= length > 4;
            _date.Year = DateParts.FullYear(number, length);
        }
        else if (_date.Day == 0 && length <= 2)
        {
            _isImpossible |= number is 0 or > 31;
            _date.Day = number;
        }
        else
        {
            _isImpossible |= !_hasTime;
        }
    }

    /// <summary>Year first, or day first with points and hyphens, or as in the United States where that is possible.</summary>
    private void Numeric(int first, int length, char separator)
    {
        _at++;
        var second = Digits(out _);
        var third = 0;
        var thirdLength = 0;
        if (_at + 1 < _text.Length && _text[_at] == separator && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            third = Digits(out thirdLength);
        }

        _isImpossible |= thirdLength == 0 && length != 4;
        var isAmerican = separator == '/' && first <= 12;
        _date = (length == 4, isAmerican) switch
        {
            (true, _) => _date with { Year = first, Month = second, Day = third },
            (false, true) => _date with { Month = first, Day = second, Year = DateParts.FullYear(third, thirdLength) },
            _ => _date with { Day = first, Month = second, Year = DateParts.FullYear(third, thirdLength) },
        };
    }
}
