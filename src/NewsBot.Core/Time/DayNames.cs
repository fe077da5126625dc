namespace NewsBot.Core.Time;

/// <summary>Reads days of the week: "mon", "monday", "mon-fri", "sat, sun", "weekdays", "weekend". Pure.</summary>
public static class DayNames
{
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>In the order of the week; null when the word names no day.</summary>
    public static IReadOnlyList<DayOfWeek>? TryParse(string word)
    {
        switch (word.ToLowerInvariant())
        {
            case "weekdays":
                return Week[..5];
            case "weekend" or "weekends":
                return Week[5..];
            case "daily":
                return Week;
        }

        var ends = word.Split('-', '–');
        if (ends.Length > 2 || One(ends[0]) is not { } first || One(ends[^1]) is not { } last)
        {
            return null;
        }

        return first <= last ? Week[first..(last + 1)] : [.. Week[..(last + 1)], .. Week[first..]];
    }

    /// <summary>"Mon, Tue"; empty for every day.</summary>
    public static string Show(IReadOnlyList<DayOfWeek> days) => days.Count is 0 or 7 ? "" : string.Join(", ", days.Select(day => day.ToString()[..3]));

    private static int? One(string word)
    {
        var index = Array.FindIndex(Week, day => word.Length >= 3 && day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }
}
