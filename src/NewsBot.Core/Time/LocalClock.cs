using NodaTime;
using NodaTime.TimeZones;

namespace NewsBot.Core.Time;

/// <summary>Instants as people read them where they live. Zones are those of NodaTime's own data, so that every machine knows the same ones. Pure.</summary>
public static class LocalClock
{
    /// <summary>The zone of an IANA id; UTC where it is null or unknown.</summary>
    public static DateTimeZone ZoneOf(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;

    public static LocalDateTime At(DateTimeOffset instant, string? zone) => Instant.FromDateTimeOffset(instant).InZone(ZoneOf(zone)).LocalDateTime;

    /// <summary>"14:05" for the day of <paramref name="now"/>, else "Nov 3, 14:05", with the year where it is another.</summary>
    public static string Show(DateTimeOffset instant, DateTimeOffset now, string? zone, System.Globalization.CultureInfo culture)
    {
        var (local, today) = (At(instant, zone), At(now, zone));
        var pattern = local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "MMM d, HH:mm" : "yyyy-MM-dd HH:mm";
        return local.ToString(pattern, culture);
    }

    /// <summary>The instant of a local time: a skipped one becomes the first valid moment, a doubled one the first.</summary>
    public static DateTimeOffset Resolve(LocalDateTime local, string? zone) =>
        ZoneOf(zone).ResolveLocal(local, Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter)).ToDateTimeOffset();
}
