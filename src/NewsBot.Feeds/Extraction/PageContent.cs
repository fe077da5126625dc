using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>The text of a page's article and the lines around its begin, where dates and bylines stand.</summary>
/// <param name="HasTitle">True when the title stands in the page as a heading or begins its text.</param>
internal sealed record PageContent(PageOutline Outline, IReadOnlyList<PageBlock> Blocks, IReadOnlyList<string> HeadLines, bool HasTitle)
{
    private const int FewWords = 50;
    private const int Better = 3;
    private const int LinesBefore = 14;
    private const int LinesAfter = 6;

    public IReadOnlyList<string> Paragraphs
    {
        get
        {
            var left = ExtractionLimits.TextCharacters;
            return [.. Blocks.Select(block => block.Text).TakeWhile(text => (left -= text.Length) > 0)];
        }
    }

    public static PageContent Read(IDocument document, PageFacts facts, string? title)
    {
        var root = document.Body ?? document.DocumentElement;
        var best = Read(root, facts, title, withHidden: false, lenient: false);
        foreach (var (withHidden, lenient) in (ReadOnlySpan<(bool, bool)>)[(false, true), (true, false)])
        {
            if (best.Words >= FewWords)
            {
                return best;
            }

            var other = Read(root, facts, title, withHidden, lenient);
            best = other.Words > Better * best.Words ? other : best;
        }

        return FromLinkedData(facts) is { } told && told.Sum(block => block.Words) > Better * Math.Max(best.Words, 10) ? best with { Blocks = told } : best;
    }

    private int Words => Blocks.Sum(block => block.Words);

    private static PageContent Read(IElement root, PageFacts facts, string? title, bool withHidden, bool lenient)
    {
        var outline = OutlineReader.Read(root, facts.Roles, withHidden);
        if (outline.Blocks.Count == 0)
        {
            return new PageContent(outline, [], [], HasTitle: false);
        }

        var titles = TitleVote.All(facts, title);
        var found = ContentFinder.Find(outline, titles, lenient);
        var blocks = ContentCleaner.Clean(outline, found, titles, [.. facts.Meta("og:description", "description", "twitter:description").Select(PlainText.Of).OfType<string>()], AuthorWitnesses.Told(facts), lenient);
        return new PageContent(outline, blocks, Lines(outline, blocks), HasTitleOf(outline, found));
    }

    private static bool HasTitleOf(PageOutline outline, FoundContent found) =>
        found.Title >= 0 && outline.Blocks[found.Title] is { LinkShare: 0 } title
        && (title.Kind == Core.Text.HtmlBlockKind.Heading || (outline.Sections[found.Section].First <= found.Title && found.Title < outline.Sections[found.Section].End));

    private static List<string> Lines(PageOutline outline, IReadOnlyList<PageBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        var at = 0;
        while (at < outline.Blocks.Count && !ReferenceEquals(outline.Blocks[at], blocks[0]))
        {
            at++;
        }

        var before = outline.Blocks.Take(at).TakeLast(LinesBefore).Reverse();
        var after = outline.Blocks.Skip(at).Take(LinesAfter);
        return [.. before.Concat(after).Concat(outline.Blocks.SkipWhile(block => !ReferenceEquals(block, blocks[^1])).Skip(1).Take(LinesAfter)).Select(block => block.Text)];
    }

    private static List<PageBlock>? FromLinkedData(PageFacts facts)
    {
        if (facts.Linked.Body is not { Length: > 200 } body)
        {
            return null;
        }

        return [.. body.Replace("</p>", "\n", StringComparison.OrdinalIgnoreCase).Split('\n').Select(PlainText.Of).OfType<string>().Select(line => new PageBlock(Core.Text.HtmlBlockKind.Paragraph, line, 0, 0, 0, 0))];
    }
}
