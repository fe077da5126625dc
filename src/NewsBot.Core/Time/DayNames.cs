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

    /// <summary>"Mon-Fri" or "Mon, Wed"; empty for every day.</summary>
    public static string Show(IReadOnlyList<DayOfWeek> days)
    {
        var indexes = days.Select(day => Array.IndexOf(Week, day)).Distinct().Order().ToList();
        if (indexes.Count is 0 or 7)
        {
            return "";
        }

        var isRun = indexes.Count > 2 && indexes[^1] - indexes[0] == indexes.Count - 1;
        return isRun ? $"{Name(indexes[0])}-{Name(indexes[^1])}" : string.Join(", ", indexes.Select(Name));
    }

    private static string Name(int index) => Week[index].ToString()[..3];

    private static int? One(string word)
    {
        var index = Array.FindIndex(Week, day => word.Length >= 3 && day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }
}
