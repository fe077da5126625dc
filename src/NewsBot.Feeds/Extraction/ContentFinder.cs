using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Finds the section of a page that holds the article: each block has a worth, sentences above nothing, links and labels below; the section with the greatest sum wins, the innermost among equals.
/// </summary>
internal sealed class ContentFinder
{
    private const double OfInner = 0.9;
    private const double OfOuter = 0.7;
    private const double OfAbove = 0.2;
    private const int TeaserBlocks = 4;
    private const int TeaserWords = 60;
    private const double LeastOfArticle = 20;
    private const int UnspacedWords = 9;

    private readonly PageOutline _outline;
    private readonly double[] _worth;
    private readonly bool[] _left;
    private readonly double[] _sums;
    private readonly int _title;

    private ContentFinder(PageOutline outline, IReadOnlyList<string> titles, bool lenient)
    {
        _outline = outline;
        _worth = [.. outline.Blocks.Select(Worth)];
        _title = TitleBlock(outline, titles);
        DiscountTeasers();
        _left = JunkMarker.Mark(outline, _worth, _title, lenient);
        _sums = Sums();
    }

    /// <param name="lenient">Believes the tags of sections but not their names.</param>
    public static FoundContent Find(PageOutline outline, IReadOnlyList<string> titles, bool lenient)
    {
        var finder = new ContentFinder(outline, titles, lenient);
        var section = finder.Inner(finder.Outer(finder.Richest()));
        return new FoundContent(section, finder._title, finder._left, finder._worth);
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

        // Some write without stops; where words are written without spaces, a line of some length is no label.
        return block.Words >= 20 || (block.IsUnspaced && block.Words >= UnspacedWords && block.LinkShare < 0.1) ? free * 0.5 : -1.5;
    }

    /// <summary>The heading that is the title, else the first line that is; -1 for none.</summary>
    private static int TitleBlock(PageOutline outline, IReadOnlyList<string> titles)
    {
        var known = titles.Select(ArticleCleaner.Normalize).Where(key => key.Length > 8).ToHashSet(StringComparer.Ordinal);
        var first = -1;
        for (var at = 0; at < outline.Blocks.Count; at++)
        {
            var block = outline.Blocks[at];
            if (block.Text.Length > 350 || (block.Kind != HtmlBlockKind.Heading && first >= 0) || !known.Contains(ArticleCleaner.Normalize(block.Text)))
            {
                continue;
            }

            if (block.Kind == HtmlBlockKind.Heading && block.LinkShare < 0.5)
            {
                return at;
            }

            first = first < 0 ? at : first;
        }

        return first;
    }

    /// <summary>Text under a heading that is a link tells of another article; text above the title is seldom the article's.</summary>
    private void DiscountTeasers()
    {
        var teasers = 0;
        for (var at = 0; at < _worth.Length; at++)
        {
            var block = _outline.Blocks[at];
            if (block.Kind == HtmlBlockKind.Heading)
            {
                teasers = block.LinkShare > 0.6 ? TeaserBlocks : 0;
            }
            else if (teasers > 0 && block.Words < TeaserWords)
            {
                teasers--;
                _worth[at] = Math.Min(_worth[at], -2);
            }

            if (at < _title && _outline.Blocks[_title].Kind == HtmlBlockKind.Heading)
            {
                _worth[at] = Math.Min(_worth[at], _worth[at] * OfAbove);
            }
        }
    }

    private double[] Sums()
    {
        var sums = new double[_worth.Length + 1];
        for (var at = 0; at < _worth.Length; at++)
        {
            sums[at + 1] = sums[at] + (_left[at] ? 0 : _worth[at]);
        }

        return sums;
    }

    private double Sum(PageSection section) => _sums[section.End] - _sums[section.First];

    private int Richest()
    {
        var best = 0;
        for (var index = 0; index < _outline.Sections.Count; index++)
        {
            best = Sum(_outline.Sections[index]) >= Sum(_outline.Sections[best]) ? index : best;
        }

        return best;
    }

    /// <summary>Lists and labels inside an article weigh a little less than nothing: a section around it that is named as its body is not worse for them.</summary>
    private int Outer(int best)
    {
        var (found, least) = (best, Sum(_outline.Sections[best]) * OfOuter);
        for (var at = _outline.Sections[best].Parent; at > 0; at = _outline.Sections[at].Parent)
        {
            if (_outline.Sections[at].Role == SectionRole.Body && Sum(_outline.Sections[at]) >= least)
            {
                found = at;
            }
        }

        return found;
    }

    /// <summary>A little text outside does not make the section around it the article; of several articles the one with the title counts.</summary>
    private int Inner(int best)
    {
        var at = best;
        var whole = Sum(_outline.Sections[best]);
        var articles = new List<int>();
        for (var index = best + 1; index < _outline.Sections.Count && _outline.Sections[index].First < _outline.Sections[best].End; index++)
        {
            var section = _outline.Sections[index];
            if (section.End > _outline.Sections[at].End || section.First < _outline.Sections[at].First)
            {
                continue;
            }

            if (section.Role is SectionRole.Body or SectionRole.Article && Sum(section) >= OfInner * whole)
            {
                at = index;
                articles.Clear();
            }
            else if (section.Tag == "article" && Sum(section) >= LeastOfArticle && (articles.Count == 0 || _outline.Sections[articles[^1]].End <= section.First))
            {
                articles.Add(index);
            }
        }

        return articles.Count >= 2 ? OfSeveral(articles, at) : at;
    }

    private int OfSeveral(List<int> articles, int around)
    {
        var titled = articles.FindIndex(index => _outline.Sections[index].First <= _title && _title < _outline.Sections[index].End);
        return titled >= 0 ? articles[titled] : around;
    }
}

/// <summary>Where the article is.</summary>
/// <param name="Section">Index of the section that holds it.</param>
/// <param name="Title">Index of the block that is its title, or -1.</param>
/// <param name="Left">Blocks that belong to sections to leave out.</param>
internal sealed record FoundContent(int Section, int Title, bool[] Left, double[] Worth);
