using System.Globalization;

namespace NewsBot.Feeds.Extraction;

/// <summary>Reads offsets and the common names of zones. A name that is not known gives none.</summary>
internal static class TimeOffset
{
    public static TimeSpan? TryRead(string zone)
    {
        var text = zone.Trim().ToUpperInvariant();
        if (text.Length == 0)
        {
            return null;
        }

        if (text.IndexOfAny(['+', '-']) is >= 0 and var sign)
        {
            var digits = text[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && digits.Length is > 0 and <= 4
                ? Signed(text[sign] == '-', digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100))
                : null;
        }

        double? hours = text switch
        {
            "Z" or "UTC" or "GMT" or "WET" => 0,
            "EST" or "CDT" => -5,
            "EDT" => -4,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            "CET" or "BST" or "MEZ" or "WEST" or "WAT" => 1,
            "CEST" or "EET" or "MESZ" or "SAST" or "CAT" => 2,
            "EEST" or "MSK" or "EAT" => 3,
            "IST" => 5.5,
            "JST" or "KST" => 9,
            _ => null,
        };
        return hours is { } known ? TimeSpan.FromHours(known) : null;
    }

    private static TimeSpan? Signed(bool negative, int minutes) =>
        minutes > 14 * 60 ? null : TimeSpan.FromMinutes(negative ? -minutes : minutes);
}
