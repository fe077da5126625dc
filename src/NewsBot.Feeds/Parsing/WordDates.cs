using System.Globalization;

namespace NewsBot.Feeds.Parsing;

/// <summary>
/// Reads dates of words and numbers in any order people write them: RFC 822, asctime, "March 5, 2024 3:04 pm", "5 марта 2024", "2024年3月5日". Weekdays and filling words are passed over.
/// </summary>
internal ref partial struct WordDates
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private DateParts _date;
    private bool _hasTime;
    private bool _hasOffset;
    private bool _isImpossible;
    private int _halfDay;
    private TimeSpan _assumedOffset;

    private WordDates(ReadOnlySpan<char> text) => _text = text;

    public static DateTimeOffset? Read(ReadOnlySpan<char> text) => new WordDates(text).Read();

    private DateTimeOffset? Read()
    {
        while (_at < _text.Length && !_isImpossible)
        {
            var character = _text[_at];
            if (char.IsAsciiDigit(character))
            {
                Number();
            }
            else if (char.IsLetter(character))
            {
                Word();
            }
            else if (_hasTime && !_hasOffset && character is '+' or '-')
            {
                Offset();
            }
            else
            {
                _at++;
            }
        }

        if (_isImpossible || _date.Year <= 0 || _date.Month == 0 || (_hasTime && _date.Day == 0))
        {
            return null;
        }

        _date.Day = _date.Day == 0 ? 1 : _date.Day;
        _date.Hour += _halfDay == 2 && _date.Hour < 12 ? 12 : _halfDay == 1 && _date.Hour == 12 ? -12 : 0;
        _date.Offset = _hasOffset ? _date.Offset : _assumedOffset;
        return _date.ToUtc();
    }

    private void Time(int hour)
    {
        _hasTime = true;
        _at++;
        _date.Hour = hour;
        _date.Minute = Digits(out _);
        if (_at + 1 < _text.Length && _text[_at] is ':' or '.' && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            _date.Second = Digits(out _);
            if (_at + 1 < _text.Length && _text[_at] is '.' or ',' && char.IsAsciiDigit(_text[_at + 1]))
            {
                _at++;
                Digits(out _);
            }

            _isImpossible |= _at < _text.Length && _text[_at] == ':';
        }
    }

    private void Offset()
    {
        var isNegative = _text[_at] == '-';
        var rest = _text[(_at + 1)..];
        if (rest.IsEmpty || (rest[0] == ' ' && isNegative))
        {
            _at++;
            return;
        }

        if (DateZones.Offset(rest, isNegative, out var length) is not { } offset)
        {
            _isImpossible = true;
            return;
        }

        (_date.Offset, _hasOffset) = (offset, true);
        _at += 1 + length;
    }

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || char.GetUnicodeCategory(_text[_at]) == UnicodeCategory.NonSpacingMark))
        {
            _at++;
        }

        var word = _text[start.._at];
        _assumedOffset = word[0] is >= '\uac00' and <= '\ud7a3' ? TimeSpan.FromHours(9) : _assumedOffset;
        var half = HalfDay(word);
        if (half > 0)
        {
            _halfDay = half;
        }
        else if (_hasTime && IsDated)
        {
            Zone(word);
        }
        else if (MonthNames.Find(word) is > 0 and var month)
        {
            _date.Month = month;
        }
    }

    private void Zone(ReadOnlySpan<char> word)
    {
        if (!_hasOffset && DateZones.Named(word) is var offset && offset != TimeSpan.Zero)
        {
            (_date.Offset, _hasOffset) = (offset, true);
        }
    }

    private static int HalfDay(ReadOnlySpan<char> word) => word switch
    {
        "오전" or "上午" or "午前" => 1,
        "오후" or "下午" or "午後" => 2,
        _ when word.Equals("am", StringComparison.OrdinalIgnoreCase) => 1,
        _ when word.Equals("pm", StringComparison.OrdinalIgnoreCase) => 2,
        _ => 0,
    };

    /// <summary>The number at the position; at most nine digits of it.</summary>
    private int Digits(out int length)
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        length = _at - start;
        return length > 9 ? -1 : int.Parse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
