using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Feeds.Parsing;

/// <summary>Zones of RFC 822 and the names publishers use; unknown names count as UTC.</summary>
internal static class DateZones
{
    private const string Names =
        "AT=-4 AST=-4 ADT=-3 ET=-5 EST=-5 EDT=-4 CT=-6 CST=-6 CDT=-5 MT=-7 MST=-7 MDT=-6 PT=-8 PST=-8 PDT=-7 NST=-3.5 NDT=-2.5 AKST=-9 AKDT=-8 HST=-10 HDT=-9 BRT=-3 BRST=-2 ART=-3 CLT=-4 "
        + "CLST=-3 COT=-5 PET=-5 UYT=-3 VET=-4 BST=1 WET=0 WEST=1 CET=1 MET=1 MEZ=1 CEST=2 MEST=2 MESZ=2 EET=2 SAST=2 EEST=3 MSK=3 MSD=4 TRT=3 EAT=3 CAT=2 WAT=1 GST=4 PKT=5 IST=5.5 NPT=5.75 "
        + "ICT=7 WIB=7 WITA=8 WIT=9 HKT=8 SGT=8 MYT=8 PHT=8 AWST=8 JST=9 KST=9 ACST=9.5 ACDT=10.5 AEST=10 AEDT=11 NZST=12 NZDT=13 A=-1 M=-12 N=1 Y=12";

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Hours = Names.Split(' ')
        .Select(zone => zone.Split('='))
        .ToFrozenDictionary(zone => zone[0], zone => double.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static TimeSpan Named(ReadOnlySpan<char> name) => TimeSpan.FromHours(Hours.TryGetValue(name, out var hours) ? hours : 0);

    /// <summary>A name, or a sign with hours and minutes with anything before it; null for an offset that is no number.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> zone)
    {
        var sign = zone.IndexOfAny('+', '-');
        return sign < 0 ? Named(zone) : Offset(zone[(sign + 1)..], zone[sign] == '-', out _);
    }

    /// <summary>+1, +01, +0100, +01:00, +100. Null where no digits follow.</summary>
    /// <param name="length">Characters that belong to the offset, the sign left out.</param>
    public static TimeSpan? Offset(ReadOnlySpan<char> text, bool isNegative, out int length)
    {
        length = Digits(text);
        if (length is 0 or > 4)
        {
            return null;
        }

        var hours = text[..(length < 3 ? length : length - 2)];
        var minutes = text[hours.Length..length];
        if (length < 3 && text.Length > length && text[length] == ':')
        {
            minutes = text.Slice(length + 1, Digits(text[(length + 1)..]));
            length += 1 + minutes.Length;
            if (minutes.Length is 0 or > 2)
            {
                return null;
            }
        }

        var offset = TimeSpan.FromHours(Number(hours)) + TimeSpan.FromMinutes(Number(minutes));
        return isNegative ? -offset : offset;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
