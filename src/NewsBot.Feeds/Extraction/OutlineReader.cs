using AngleSharp.Dom;
using NewsBot.Core.Text;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>Walks the tree of a page once, without recursion, and lays it out as blocks and sections.</summary>
internal sealed class OutlineReader
{
    private readonly List<PageBlock> _blocks = [];
    private readonly List<PageSection> _sections = [];
    private readonly BlockText _text = new();
    private readonly SectionRoles _roles;
    private readonly bool _withHidden;
    private int _section;
    private int _inLink;
    private int _inEmphasis;
    private HtmlBlockKind _kind = HtmlBlockKind.Paragraph;

    private OutlineReader(SectionRoles roles, bool withHidden) => (_roles, _withHidden) = (roles, withHidden);

    /// <param name="withHidden">Reads what style sheets hide, too: some pages show their article by script.</param>
    public static PageOutline Read(IElement root, SectionRoles roles, bool withHidden)
    {
        var reader = new OutlineReader(roles, withHidden);
        reader.Walk(root);
        return new PageOutline(reader._blocks, reader._sections);
    }

    private void Walk(IElement root)
    {
        var path = new Stack<Frame>();
        Enter(root, path);
        while (path.TryPeek(out var frame))
        {
            if (frame.Next >= frame.Element.ChildNodes.Length)
            {
                Leave(path.Pop());
                continue;
            }

            switch (frame.Element.ChildNodes[frame.Next++])
            {
                case IText text:
                    _text.Add(text.Data, _inLink > 0, _inEmphasis > 0);
                    break;
                case IElement { LocalName: "br" }:
                    if (_text.BreakLine())
                    {
                        EndBlock();
                    }

                    break;
                case IElement { LocalName: "wbr" }:
                    break;
                case IElement element when !IsUnseen(element):
                    Enter(element, path);
                    break;
            }
        }

        EndBlock();
    }

    private bool IsUnseen(IElement element)
    {
        if (HtmlNames.Unseen.Contains(element.LocalName))
        {
            return true;
        }

        return !_withHidden && SectionNames.IsHidden(element);
    }

    private void Enter(IElement element, Stack<Frame> path)
    {
        var name = element.LocalName;
        var frame = new Frame(element, _section, _kind, IsBlock(name, path));
        path.Push(frame);
        _inLink += name == "a" ? 1 : 0;
        _inEmphasis += name is "b" or "strong" or "i" or "em" ? 1 : 0;
        if (_sections.Count > 0 && !frame.IsBlock && !SectionNames.IsNamedInline(element))
        {
            return;
        }

        var names = SectionNames.Of(element);
        var role = _roles.Of(name, names);
        if (!frame.IsBlock && role is not (SectionRole.Junk or SectionRole.Beside) && _sections.Count > 0)
        {
            _text.Space();
            return;
        }

        EndBlock();
        frame.Opened = _sections.Count;
        _sections.Add(new PageSection(name, names, _sections.Count == 0 ? -1 : _section, _blocks.Count) { Role = role });
        _section = frame.Opened;
        _kind = KindOf(name) ?? (name is "div" or "td" or "section" ? HtmlBlockKind.Paragraph : _kind);
    }

    private void Leave(Frame frame)
    {
        var name = frame.Element.LocalName;
        if (frame.IsBlock || frame.Opened >= 0)
        {
            EndBlock();
        }

        if (name is "td" or "th" && !frame.IsBlock)
        {
            _text.Space();
        }

        if (frame.Opened >= 0)
        {
            _sections[frame.Opened].End = _blocks.Count;
        }

        _inLink -= name == "a" ? 1 : 0;
        _inEmphasis -= name is "b" or "strong" or "i" or "em" ? 1 : 0;
        _section = frame.Outer;
        _kind = frame.Kind;
    }

    private void EndBlock()
    {
        if (_text.Take() is { } line)
        {
            _blocks.Add(new PageBlock(_kind, line.Text, _section, line.Linked, line.Links, line.Emphasized));
        }
    }

    /// <summary>Cells of a table of data stand in one line, those of a table that lays out the page do not.</summary>
    private static bool IsBlock(string name, Stack<Frame> path)
    {
        if (name is not ("td" or "th"))
        {
            return HtmlNames.Block.Contains(name);
        }

        foreach (var frame in path)
        {
            if (frame.Element.LocalName == "table")
            {
                return frame.IsLayout ??= TableShape.IsLayout(frame.Element);
            }
        }

        return true;
    }

    private static HtmlBlockKind? KindOf(string tag) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlBlockKind.Heading,
        "li" or "dd" => HtmlBlockKind.ListItem,
        "blockquote" => HtmlBlockKind.Quote,
        "figcaption" => HtmlBlockKind.Caption,
        "pre" => HtmlBlockKind.Preformatted,
        "tr" => HtmlBlockKind.TableRow,
        _ => null,
    };

    /// <summary>One element on the way down.</summary>
    private sealed class Frame(IElement element, int outer, HtmlBlockKind kind, bool isBlock)
    {
        public IElement Element => element;

        public int Outer => outer;

        public HtmlBlockKind Kind => kind;

        public bool IsBlock => isBlock;

        public int Next { get; set; }

        public int Opened { get; set; } = -1;

        public bool? IsLayout { get; set; }
    }
}
