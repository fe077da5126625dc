namespace NewsBot.Core.Articles;

/// <summary>
/// Furniture stands together: around the body come rows of teasers, notices and biographies, which read like sentences and hold no word of furniture, but stand beside lines that do and share nothing with the article. Where a page shows none, nothing is dropped. Pure.
/// </summary>
internal static class FurnitureRuns
{
    /// <summary>From here on a short line is furniture rather than body.</summary>
    public const double Doubtful = 0.5;

    /// <summary>A line that shares as much of its words with the others is of the article.</summary>
    public const double TiedShare = 0.25;

    private const double Untied = 0.15;
    private const double Alien = 0.05;
    private const int FirmLines = 3;

    /// <summary>So many lines of furniture make a page of which one more is likely.</summary>
    private const int ManyLines = 3;

    /// <summary>Takes the role of body from lines without a tie: those outside the body beside furniture, and those inside of which a word speaks too where the page is full of it.</summary>
    public static void Spread(List<PageLine> lines, string title)
    {
        var firm = Enumerable.Range(0, lines.Count).Where(at => IsFirm(lines[at])).ToList();
        if (firm.Count < FirmLines)
        {
            return;
        }

        var (first, last) = (firm[0], firm[^1]);
        var furniture = Enumerable.Range(0, lines.Count).Where(at => IsFurniture(lines[at], title)).ToList();
        var outside = furniture.Count >= ManyLines;
        var untilHead = furniture.LastOrDefault(at => at < first, -1);
        var fromTail = furniture.FirstOrDefault(at => at > last, lines.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Role != LineRole.Body || line.IsQuoted || line.Share >= Untied)
            {
                continue;
            }

            var isAtEdge = at < untilHead || at > fromTail || (outside && (at < first || (at > last && line.Doubt > 0)));
            var isAlien = outside && line.Share < Alien && line.Doubt >= Doubtful;
            if (isAtEdge || isAlien)
            {
                line.Role = LineRole.Boilerplate;
            }
        }
    }

    private static bool IsFirm(PageLine line) => line.Role == LineRole.Body && line.Share >= TiedShare && line.Doubt < Doubtful;

    /// <summary>Dropped for what it says or where it recurs; the title again is no sign of furniture around it.</summary>
    private static bool IsFurniture(PageLine line, string title) =>
        line.Key.Length > 0 && line.Key != title && (line.Role == LineRole.Boilerplate || (line.Role == LineRole.Short && line.Doubt >= Doubtful));
}
