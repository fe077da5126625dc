namespace NewsBot.Feeds.Extraction;

/// <summary>Whether 3/4 is the third of April or the fourth of March, by language and country of the page.</summary>
internal readonly record struct DateOrder(string? Language, bool MonthFirst)
{
    private static readonly string[] DayFirstPlaces = [".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".my", ".ng", ".ke", ".pk", ".eu", ".de", ".fr", ".it", ".es", ".at", ".ch", ".gh", ".lk", ".mt", ".hk"];

    public static DateOrder Of(string? declared, Uri? url)
    {
        var language = declared?.Split('-', '_')[0].ToLowerInvariant();
        var british = declared is not null && declared.StartsWith("en", StringComparison.OrdinalIgnoreCase) && declared.Length > 3 && !declared.EndsWith("US", StringComparison.OrdinalIgnoreCase) && !declared.EndsWith("CA", StringComparison.OrdinalIgnoreCase);
        var place = url is not null && DayFirstPlaces.Any(ending => url.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return new DateOrder(language, language is "en" or null && !british && !place);
    }

    public (int Day, int Month) Sort(int first, int second, string sign)
    {
        if (second > 12)
        {
            return (second, first);
        }

        return MonthFirst && first <= 12 && sign != "." ? (second, first) : (first, second);
    }
}
