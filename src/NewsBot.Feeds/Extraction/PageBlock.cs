using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>One line of a page's text in reading order, with what it takes to judge it.</summary>
/// <param name="Section">Index of the innermost section it stands in.</param>
/// <param name="Linked">Characters that stand in links.</param>
/// <param name="Emphasized">Characters in bold or italics.</param>
internal sealed record PageBlock(HtmlBlockKind Kind, string Text, int Section, int Linked, int Links, int Emphasized)
{
    public int Words { get; } = TextMeasure.Words(Text);

    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)Linked / Text.Length);

    /// <summary>True where words are written without spaces between them.</summary>
    public bool IsUnspaced { get; } = TextMeasure.IsUnspaced(Text);

    public bool EndsSentence { get; } = TextMeasure.EndsSentence(Text);

    /// <summary>Sentences that end inside or at the end.</summary>
    public int Sentences { get; } = TextMeasure.Sentences(Text);
}

/// <summary>One block element of a page: the blocks from <see cref="First"/> up to, not including, <see cref="End"/> stand in it.</summary>
internal sealed class PageSection(string tag, string names, int parent, int first)
{
    public string Tag => tag;

    /// <summary>Class, id, role, itemprop and test names, as written.</summary>
    public string Names => names;

    /// <summary>Index of the section around it, -1 for the root.</summary>
    public int Parent => parent;

    public int First { get; } = first;

    public int End { get; set; }

    /// <summary>What its name says of it.</summary>
    public SectionRole Role { get; set; }
}

/// <summary>What a section is for, as its tag and names tell.</summary>
internal enum SectionRole
{
    Plain,

    /// <summary>Named as the body of an article.</summary>
    Body,

    /// <summary>The element that holds an article with its head.</summary>
    Article,

    /// <summary>Caption, credit or byline: part of an article but not of its text.</summary>
    Beside,

    /// <summary>Navigation, comments, offers, recommendations.</summary>
    Junk,
}

/// <summary>The text of a page as blocks in reading order and the tree of sections around them.</summary>
internal sealed record PageOutline(IReadOnlyList<PageBlock> Blocks, IReadOnlyList<PageSection> Sections);
