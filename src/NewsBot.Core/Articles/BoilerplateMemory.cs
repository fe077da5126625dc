
namespace NewsBot.Core.Articles;

/// <summary>
/// Lines that recurred in articles of one feed, in any language: what three articles print alike is the page's, not theirs. Bounded, so that it can be stored with the feed; lines that keep coming stay.
/// </summary>
public sealed record BoilerplateMemory(IReadOnlyList<RecurringLine> Lines)
{
    public static readonly BoilerplateMemory Empty = new([]);

    private const int ArticlesToLearn = 3;
    private const int MostLines = 300;
    private const int LongestKey = 300;

    /// <summary>Longer lines are never learned.</summary>
    internal const int LongestLine = LongestKey * 2;

    private const int ShortestKey = 3;

    /// <summary>Normalized lines that enough articles have printed, for <see cref="CleanHints.LearnedBoilerplate"/>.</summary>
    public IReadOnlySet<string> Learned() => Lines.Where(line => line.Articles >= ArticlesToLearn).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>With the lines of further articles, each article counted once a line. Give each article once.</summary>
    public BoilerplateMemory With(IEnumerable<IReadOnlyList<string>> articles)
    {
        var counts = Lines.ToDictionary(line => line.Key, line => line.Articles, StringComparer.Ordinal);
        foreach (var key in articles.SelectMany(KeysOf))
        {
            counts[key] = Math.Min(counts.GetValueOrDefault(key) + 1, ArticlesToLearn * 2);
        }

        var kept = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostLines);
        return new BoilerplateMemory([.. kept.Select(pair => new RecurringLine(pair.Key, pair.Value))]);
    }

    private static IEnumerable<string> KeysOf(IReadOnlyList<string> lines) =>
        lines.Where(line => line.Length <= LongestLine).Select(ArticleCleaner.Normalize).Where(key => key.Length is >= ShortestKey and <= LongestKey).Distinct(StringComparer.Ordinal);
}

/// <summary>A normalized line and in how many articles it stood, counted up to a limit.</summary>
public sealed record RecurringLine(string Key, int Articles);
