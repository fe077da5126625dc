using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace NewsBot.Core.Time;

/// <summary>Finds the zone a person means by a zone id, a city, a country, the time it is there or how far it is from UTC. Pure.</summary>
public static partial class TimeZoneFinder
{
    private const int MostChoices = 8;

    /// <summary>One id when the text is clear, several when it is not (the likelier first), none when nothing fits.</summary>
    public static IReadOnlyList<string> Find(string text, DateTimeOffset now)
    {
        var wanted = Folded(text);
        var source = TzdbDateTimeZoneSource.Default;
        if (wanted is "utc" or "gmt" or "z")
        {
            return ["Etc/UTC"];
        }

        if (source.GetIds().FirstOrDefault(id => Folded(id) == wanted) is { } exact)
        {
            return [Canonical(source, exact)];
        }

        return ByTime(text, now) is { Count: > 0 } byTime ? byTime : ByCity(source, wanted) is { Count: > 0 } byCity ? byCity : ByCountry(source, wanted);
    }

    private static List<string> ByCity(TzdbDateTimeZoneSource source, string wanted)
    {
        var cities = source.GetIds().Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).ToList();
        var equal = cities.Where(id => Folded(id[(id.LastIndexOf('/') + 1)..]) == wanted).ToList();
        IEnumerable<string> found = equal.Count > 0 || wanted.Length < 4 ? equal : cities.Where(id => Folded(id[(id.LastIndexOf('/') + 1)..]).StartsWith(wanted, StringComparison.Ordinal));
        return [.. found.Select(id => Canonical(source, id)).Distinct(StringComparer.Ordinal).Take(MostChoices)];
    }

    private static List<string> ByCountry(TzdbDateTimeZoneSource source, string wanted) =>
    [
        .. (source.ZoneLocations ?? [])
            .Where(place => Folded(place.CountryName) == wanted || Folded(place.CountryCode) == wanted)
            .Select(place => place.ZoneId)
            .Distinct(StringComparer.Ordinal)
            .Take(MostChoices),
    ];

    /// <summary>Zones whose clocks show this time now, to the quarter of an hour, one for each offset rule people live by.</summary>
    private static List<string> ByTime(string text, DateTimeOffset now)
    {
        var instant = Instant.FromDateTimeOffset(now);
        if ((ClockTime.TryParse(text) ?? AtOffset(text, instant)) is not { } clock)
        {
            return [];
        }

        return
        [
            .. Common.Where(id =>
            {
                var local = instant.InZone(DateTimeZoneProviders.Tzdb[id]).TimeOfDay;
                var minutes = Math.Abs((local.Hour * 60) + local.Minute - (clock.Hour * 60) - clock.Minute);
                return Math.Min(minutes, 1440 - minutes) <= 7;
            }).Take(MostChoices),
        ];
    }

    /// <summary>What the clock shows at "UTC+2", "gmt-5:30" or "+1".</summary>
    private static LocalTime? AtOffset(string text, Instant now)
    {
        var match = OffsetForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var minutes = (int.Parse(match.Groups["hours"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * 60) + (match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0);
        return minutes > 14 * 60 ? null : now.Plus(Duration.FromMinutes(match.Groups["sign"].ValueSpan is "+" ? minutes : -minutes)).InUtc().TimeOfDay;
    }

    private static string Canonical(TzdbDateTimeZoneSource source, string id) => source.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;

    private static string Folded(string text) => TextFolding.Fold(text.Trim()).Replace('_', ' ');

    /// <summary>A zone for each clock that many people live by.</summary>
    private static readonly string[] Common =
    [
        "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow", "Africa/Lagos", "Africa/Johannesburg", "Africa/Cairo", "Africa/Nairobi", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi",
        "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai", "Asia/Manila", "Asia/Tokyo", "Australia/Perth", "Australia/Adelaide", "Australia/Sydney",
        "Pacific/Auckland", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago", "America/Mexico_City", "America/New_York", "America/Bogota",
        "America/Caracas", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Atlantic/Azores", "Africa/Abidjan",
    ];

    [GeneratedRegex(@"^\s*(?:utc|gmt)?\s*(?<sign>[-+−])\s*(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex OffsetForm();
}
