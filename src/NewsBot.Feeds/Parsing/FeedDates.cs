namespace NewsBot.Feeds.Parsing;

/// <summary>Reads the dates of feeds: RFC 822 and its slips, W3CDTF and its cut forms, dates in words of many languages. A date without a zone counts as UTC.</summary>
public static class FeedDates
{
    private const int Longest = 100;

    /// <summary>In UTC; null where the text is no date.</summary>
    public static DateTimeOffset? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var value = InAscii(text.TrimInvisible().WithoutZeroWidth());
        return value.Length is 0 or > Longest ? null : IsoDates.Read(value) ?? WordDates.Read(value) ?? UnixTime(value);
    }

    /// <summary>Digits of other scripts and full-width signs as those that the readers of dates know.</summary>
    private static string InAscii(string text)
    {
        const char FirstFullWidth = '\uff01';
        const char LastFullWidth = '\uff5e';
        return System.Text.Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (written, given) =>
        {
            for (var i = 0; i < given.Length; i++)
            {
                written[i] = given[i] is >= FirstFullWidth and <= LastFullWidth ? (char)(given[i] - FirstFullWidth + '!')
                    : given[i] > '\u007f' && char.IsDigit(given[i]) ? (char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(given[i]))
                    : given[i];
            }
        });
    }

    private static DateTimeOffset? UnixTime(string value) => value.Length is 10 or 13 && long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? DateTimeOffset.FromUnixTimeMilliseconds(value.Length == 10 ? number * 1000 : number)
        : null;
}
