using System.Globalization;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>What /digest was told: times, days, what to collect and how much of it to tell. Pure.</summary>
public abstract record DigestWish
{
    /// <summary>Words between times and days that say nothing: "at 7 and 18 every monday".</summary>
    private static readonly HashSet<string> Filling = new(["at", "and", "every", "day", "on"], StringComparer.OrdinalIgnoreCase);

    private DigestWish()
    {
    }

    public sealed record Off : DigestWish;

    public sealed record Now : DigestWish;

    /// <param name="Times">Minutes of the local day, ascending.</param>
    /// <param name="IsOnly">Whether it comes instead of alerts or beside them; null when that was not said.</param>
    /// <param name="Of">"#3", a folder, a topic, or null for everything here.</param>
    public sealed record At(IReadOnlyList<int> Times, IReadOnlyList<DayOfWeek> Days, string? Of, int Top, bool? IsOnly) : DigestWish;

    /// <param name="Word">What could not be read, or empty when nothing was said.</param>
    public sealed record Unreadable(string Word) : DigestWish;

    public static DigestWish Parse(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case [] or null:
                return new Unreadable("");
            case [var only] when only.Equals("off", StringComparison.OrdinalIgnoreCase):
                return new Off();
            case [var only] when only.Equals("now", StringComparison.OrdinalIgnoreCase):
                return new Now();
        }

        var (times, days, top, isOnly) = (new SortedSet<int>(), new List<DayOfWeek>(), 10, (bool?)null);
        string? of = null;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (Filling.Contains(word))
            {
                continue;
            }

            if (MinuteOfDay.TryParse(at + 1 < words.Length && words[at + 1].ToLowerInvariant() is "am" or "pm" ? word + words[++at] : word) is { } minute)
            {
                times.Add(minute);
            }
            else if (DayNames.TryParse(word) is { } named)
            {
                days.AddRange(named);
            }
            else if (word.Equals("only", StringComparison.OrdinalIgnoreCase))
            {
                isOnly = true;
            }
            else if (word.Equals("also", StringComparison.OrdinalIgnoreCase))
            {
                isOnly = false;
            }
            else if (word.Equals("top", StringComparison.OrdinalIgnoreCase) && at + 1 < words.Length && int.TryParse(words[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 50)
            {
                top = count;
                at++;
            }
            else if (word.Equals("of", StringComparison.OrdinalIgnoreCase) && at + 1 < words.Length)
            {
                var rest = words.Skip(at + 1).TakeWhile(next => !next.Equals("top", StringComparison.OrdinalIgnoreCase) && !next.Equals("only", StringComparison.OrdinalIgnoreCase) && !next.Equals("also", StringComparison.OrdinalIgnoreCase)).ToList();
                of = string.Join(' ', rest);
                at += rest.Count;
            }
            else
            {
                return new Unreadable(word);
            }
        }

        return times.Count == 0 ? new Unreadable("") : new At([.. times], [.. days.Distinct()], of, top, isOnly);
    }
}
