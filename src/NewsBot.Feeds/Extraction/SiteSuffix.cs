using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Extraction;

/// <summary>Takes the publisher's name, and what stands behind it, off a title that ends or begins with it.</summary>
internal static partial class SiteSuffix
{
    private const int NameWords = 4;

    private static readonly char[] Signs = [' ', '-', '|', '–', '—', '·', '»', '«', ':', '•', '│', 'ㅣ'];

    public static string Remove(string title, string? site)
    {
        var parts = Separator().Split(title);
        if (parts.Length < 2)
        {
            return title;
        }

        var key = site is null ? "" : ArticleCleaner.Normalize(site);
        for (var at = 1; key.Length > 2 && at < parts.Length; at++)
        {
            if (ArticleCleaner.Normalize(parts[at]) is { Length: > 2 } part && (part == key || key.StartsWith(part, StringComparison.Ordinal)))
            {
                return title[..title.IndexOf(parts[at], parts[0].Length, StringComparison.Ordinal)].TrimEnd(Signs);
            }
        }

        var (first, last) = (ArticleCleaner.Normalize(parts[0]), ArticleCleaner.Normalize(parts[^1]));
        if (key.Length > 2 && (last == key || key.Contains(last, StringComparison.Ordinal) || last.Contains(key, StringComparison.Ordinal)))
        {
            return WithoutLast(title, parts);
        }

        if (key.Length > 2 && first == key)
        {
            return title[parts[0].Length..].TrimStart(Signs);
        }

        return TextMeasure.Words(parts[^1]) <= NameWords && parts[0].Length > 2 * parts[^1].Length ? WithoutLast(title, parts) : title;
    }

    private static string WithoutLast(string title, string[] parts) => title[..title.LastIndexOf(parts[^1], StringComparison.Ordinal)].TrimEnd(Signs);

    [GeneratedRegex(@"\s+[-–—|·»«•│]+\s+|\s*[|│ㅣ]\s*|\s+:+\s+", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Separator();
}
