using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Finds the section of a page that holds the article: each block has a worth, sentences above nothing, links and labels below; the section with the greatest sum wins, the innermost among equals.
/// </summary>
internal static class ContentFinder
{
    private const double OfJunk = 0.5;
    private const double OfComments = 0.9;
    private const double OfInner = 0.93;

    public static FoundContent Find(PageOutline outline)
    {
        var worth = outline.Blocks.Select(Worth).ToArray();
        var left = new bool[worth.Length];
        MarkJunk(outline, worth, left);
        var sums = Sums(worth, left);
        var best = 0;
        for (var index = 0; index < outline.Sections.Count; index++)
        {
            var section = outline.Sections[index];
            if (sums[section.End] - sums[section.First] >= sums[outline.Sections[best].End] - sums[outline.Sections[best].First])
            {
                best = index;
            }
        }

        return new FoundContent(Inner(outline, sums, best), left, worth);
    }

    /// <summary>How much a block speaks for an article around it; in words, about.</summary>
    private static double Worth(PageBlock block)
    {
        var free = block.Words * (1 - block.LinkShare);
        if (block.LinkShare > 0.6)
        {
            return -3 - block.Words;
        }

        if (block.Kind == HtmlBlockKind.Heading)
        {
            return block.LinkShare > 0 ? -2 : 1;
        }

        if (block.Sentences > 0 && block.Words >= 6)
        {
            return free - 4;
        }

        return block.Words >= 20 ? free * 0.5 : -1.5;
    }

    /// <summary>Names lie: a section that holds most of the text is no junk, whatever it is called.</summary>
    private static void MarkJunk(PageOutline outline, double[] worth, bool[] left)
    {
        var positive = new double[worth.Length + 1];
        for (var at = 0; at < worth.Length; at++)
        {
            positive[at + 1] = positive[at] + Math.Max(0, worth[at]);
        }

        for (var index = 0; index < outline.Sections.Count; index++)
        {
            var section = outline.Sections[index];
            if (section.Role != SectionRole.Junk)
            {
                continue;
            }

            var share = (positive[section.End] - positive[section.First]) / Math.Max(1, positive[^1]);
            if (share > (section.Names.Contains("omment", StringComparison.Ordinal) ? OfComments : OfJunk))
            {
                section.Role = SectionRole.Plain;
                continue;
            }

            Array.Fill(left, true, section.First, section.End - section.First);
        }

        foreach (var section in outline.Sections.Where(section => section.Role == SectionRole.Beside && (positive[section.End] - positive[section.First]) < 0.2 * positive[^1]))
        {
            Array.Fill(left, true, section.First, section.End - section.First);
        }
    }

    private static double[] Sums(double[] worth, bool[] left)
    {
        var sums = new double[worth.Length + 1];
        for (var at = 0; at < worth.Length; at++)
        {
            sums[at + 1] = sums[at] + (left[at] ? 0 : worth[at]);
        }

        return sums;
    }

    /// <summary>A little text outside does not make the section around it the article.</summary>
    private static int Inner(PageOutline outline, double[] sums, int best)
    {
        var at = best;
        var whole = sums[outline.Sections[best].End] - sums[outline.Sections[best].First];
        for (var index = best + 1; index < outline.Sections.Count && outline.Sections[index].First < outline.Sections[best].End; index++)
        {
            var section = outline.Sections[index];
            var inside = section.First >= outline.Sections[at].First && section.End <= outline.Sections[at].End;
            if (inside && section.Role is SectionRole.Body or SectionRole.Article && sums[section.End] - sums[section.First] >= OfInner * whole)
            {
                at = index;
            }
        }

        return at;
    }
}

/// <summary>Where the article is.</summary>
/// <param name="Section">Index of the section that holds it.</param>
/// <param name="Left">Blocks that belong to sections to leave out.</param>
internal sealed record FoundContent(int Section, bool[] Left, double[] Worth);
