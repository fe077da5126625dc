using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>Chooses the blocks of the found section that are text of the article.</summary>
internal static class ContentCleaner
{
    private const int LongWords = 20;

    public static IReadOnlyList<PageBlock> Clean(PageOutline outline, FoundContent found, IReadOnlyList<string> titles)
    {
        var section = outline.Sections[found.Section];
        var dense = DenseSections(outline, section, found.Left);
        var known = titles.Select(ArticleCleaner.Normalize).ToHashSet(StringComparer.Ordinal);
        var kept = new List<PageBlock>();
        for (var at = section.First; at < section.End; at++)
        {
            var block = outline.Blocks[at];
            if (!found.Left[at] && !dense[at] && IsText(block) && !known.Contains(ArticleCleaner.Normalize(block.Text)))
            {
                kept.Add(block);
            }
        }

        return Trim(kept);
    }

    private static bool IsText(PageBlock block)
    {
        if (block.Kind == HtmlBlockKind.Caption || !block.Text.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        if (block.LinkShare > 0.8)
        {
            return false;
        }

        return block.LinkShare <= 0.5 || (block.EndsSentence && block.Words >= 8);
    }

    /// <summary>Lists and boxes that are mostly links.</summary>
    private static bool[] DenseSections(PageOutline outline, PageSection root, bool[] left)
    {
        var dense = new bool[outline.Blocks.Count];
        foreach (var section in outline.Sections.Where(section => section.First >= root.First && section.End <= root.End && section.End - section.First >= 2 && section != root))
        {
            var (characters, linked, words) = (0, 0, 0);
            for (var at = section.First; at < section.End; at++)
            {
                if (!left[at])
                {
                    characters += outline.Blocks[at].Text.Length;
                    linked += Math.Min(outline.Blocks[at].Linked, outline.Blocks[at].Text.Length);
                    words += outline.Blocks[at].Words;
                }
            }

            var isWeak = SectionNames.IsWeak(section.Names);
            if (linked > characters * (isWeak ? 0.4 : 0.55) && words < 400)
            {
                Array.Fill(dense, true, section.First, section.End - section.First);
            }
        }

        return dense;
    }

    /// <summary>Labels before the first paragraph and after the last go.</summary>
    private static List<PageBlock> Trim(List<PageBlock> blocks)
    {
        var first = blocks.FindIndex(IsLong);
        var last = blocks.FindLastIndex(IsLong);
        if (first < 0)
        {
            return blocks;
        }

        var kept = new List<PageBlock>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            var inside = at >= first && at <= last;
            if (inside || (at < first ? IsLead(block) : IsEnd(block)))
            {
                kept.Add(block);
            }
        }

        while (kept.Count > 0 && kept[^1].Kind == HtmlBlockKind.Heading)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static bool IsLong(PageBlock block) => block.Words >= LongWords && block.Sentences > 0 && block.LinkShare < 0.5;

    private static bool IsLead(PageBlock block) => block.Kind != HtmlBlockKind.Heading ? block.Words >= 6 && block.Sentences > 0 : block.Words >= 8 && block.EndsSentence;

    private static bool IsEnd(PageBlock block) => block.Kind is HtmlBlockKind.ListItem or HtmlBlockKind.Quote or HtmlBlockKind.TableRow or HtmlBlockKind.Preformatted || (block.Words >= 4 && block.EndsSentence && block.LinkShare < 0.3);
}
