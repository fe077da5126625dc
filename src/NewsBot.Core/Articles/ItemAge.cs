using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Articles;

/// <summary>When an item that gives no date was published, as far as its address or its feed can tell. Without it an archive that is read for the first time would look like the news of this minute.</summary>
internal static partial class ItemAge
{
    private const int FirstYear = 1990;

    /// <summary>A day in the address counts where it is surely past, as noon in UTC; of what stood in the feed before it was followed, the feed's own last change counts. Null when neither is known: then it was published when it was seen.</summary>
    /// <param name="feedChanged">The last change the feed gives. It counts at the first reading only: many feeds never move it.</param>
    public static DateTimeOffset? Of(string? address, DateTimeOffset? feedChanged, bool isFirstReading, DateTimeOffset now) =>
        Day(address) is { } day && day < now.AddDays(-2) ? day
        : isFirstReading && feedChanged is { } changed && changed < now ? changed
        : null;

    private static DateTimeOffset? Day(string? address)
    {
        if (address is null || AddressDay().Match(address) is not { Success: true } match)
        {
            return null;
        }

        var text = $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value} 12";
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) && day.Year >= FirstYear ? day : null;
    }

    [GeneratedRegex(@"/(?<year>(?:19|20)[0-9]{2})/(?<month>0[1-9]|1[0-2])/(?<day>0[1-9]|[12][0-9]|3[01])(?=/|$)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex AddressDay();
}
