using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Delivery;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Reads "22:00-07:00 sat, sun silent except 3 sources, words storm, flood". Pure.</summary>
public static partial class QuietWish
{
    /// <summary>Null when the text is not of that form.</summary>
    public static QuietHours? TryParse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success || MinuteOfDay.TryParse(match.Groups["from"].Value) is not { } from || MinuteOfDay.TryParse(match.Groups["to"].Value) is not { } to)
        {
            return null;
        }

        var quiet = new QuietHours(from, to);
        foreach (var word in match.Groups["words"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DayNames.TryParse(word) is { } days)
            {
                quiet = quiet with { Days = [.. quiet.Days, .. days] };
            }
            else if (word.Equals("silent", StringComparison.OrdinalIgnoreCase))
            {
                quiet = quiet with { IsSilent = true };
            }
            else
            {
                return null;
            }
        }

        return match.Groups["except"].Success ? Except(quiet, match.Groups["except"].Value) : quiet;
    }

    /// <summary>The settings as they are typed.</summary>
    public static string Show(QuietHours quiet)
    {
        var days = DayNames.Show(quiet.Days);
        var exceptions = new[]
        {
            quiet.ExceptSources is { } sources ? string.Create(CultureInfo.InvariantCulture, $"{sources} sources") : null,
            quiet.ExceptQuery is { } words ? $"words {words}" : null,
        }.OfType<string>().ToList();
        return $"{MinuteOfDay.Show(quiet.From)}-{MinuteOfDay.Show(quiet.To)}{(days.Length > 0 ? " " + days : "")}{(quiet.IsSilent ? " silent" : "")}{(exceptions.Count > 0 ? " except " + string.Join(", ", exceptions) : "")}";
    }

    private static QuietHours? Except(QuietHours quiet, string text)
    {
        var sources = Sources().Match(text);
        var words = Words().Match(text);
        return sources.Success || words.Success
            ? quiet with
            {
                ExceptSources = sources.Success ? int.Parse(sources.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null,
                ExceptQuery = words.Success ? words.Groups["query"].Value.Trim() : null,
            }
            : null;
    }

    [GeneratedRegex(@"^(?:from\s+)?(?<from>[\d:.h]+(?:\s?[ap]m)?)\s*(?:[-–—]|\bto\b|\buntil\b)\s*(?<to>[\d:.h]+(?:\s?[ap]m)?)(?<words>.*?)(?:\bexcept\s+(?<except>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\b(?<count>[1-9]\d?)\s+sources?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Sources();

    [GeneratedRegex(@"\bwords?\s+(?<query>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Words();
}
