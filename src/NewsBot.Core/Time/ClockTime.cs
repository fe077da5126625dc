using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace NewsBot.Core.Time;

/// <summary>Reads a time of day as people write it: 7:30, 7.30, 7h30, 07h, 7am, 7:30 pm. Pure.</summary>
public static partial class ClockTime
{
    public static LocalTime? TryParse(string text)
    {
        var match = Form().Match(text.Trim().Normalize(System.Text.NormalizationForm.FormKC));
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        }

        return hour == 24 && minute == 0 ? LocalTime.Midnight : hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    /// <summary>As <see cref="TryParse"/>, and a bare hour, for places where nothing but a time can stand: 7, 22.</summary>
    public static LocalTime? TryParseOrHour(string text) => TryParse(text) ?? TryParse(text.Trim() + "h");

    [GeneratedRegex(@"^(?:(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:\s*(?<half>[ap]\.?m\.?))?|(?<hour>\d{1,2})h|(?<hour>\d{1,2})\s*(?<half>[ap]\.?m\.?))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Form();
}
