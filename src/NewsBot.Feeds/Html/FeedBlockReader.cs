using AngleSharp.Dom;
using NewsBot.Core.Text;
using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Html;

/// <summary>Walks the HTML of a feed item without recursion and writes its blocks with their links and emphasis.</summary>
internal sealed class FeedBlockReader
{
    private readonly Uri? _baseUrl;
    private readonly List<HtmlBlock> _blocks = [];
    private readonly MarkedText _text = new();
    private HtmlBlockKind _kind = HtmlBlockKind.Paragraph;

    private FeedBlockReader(Uri? baseUrl) => _baseUrl = baseUrl;

    /// <param name="baseUrl">What relative links are resolved against; null drops them.</param>
    public static IReadOnlyList<HtmlBlock> Read(IElement root, Uri? baseUrl)
    {
        var reader = new FeedBlockReader(baseUrl);
        reader.Walk(root);
        return reader._blocks;
    }

    private void Walk(IElement root)
    {
        var path = new Stack<Frame>();
        path.Push(new Frame(root, _kind, IsBlock: false, IsMarked: false));
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
                    _text.Add(text.Data, _kind == HtmlBlockKind.Preformatted);
                    break;
                case IElement { LocalName: "br" }:
                    if (_text.BreakLine(_kind == HtmlBlockKind.Preformatted))
                    {
                        EndBlock();
                    }

                    break;
                case IElement element when !IsUnseen(element):
                    path.Push(Enter(element));
                    break;
            }
        }

        EndBlock();
    }

    private static bool IsUnseen(IElement element) =>
        element.LocalName is "nav" or "aside" or "form" or "button" or "wbr" || HtmlNames.Unseen.Contains(element.LocalName) || SectionNames.IsHidden(element);

    private Frame Enter(IElement element)
    {
        var name = element.LocalName;
        var isBlock = name is "td" or "th" ? IsLayoutCell(element) : HtmlNames.Block.Contains(name);
        if (isBlock)
        {
            EndBlock();
        }
        else if (name is "td" or "th")
        {
            _text.Separate(" | ");
        }

        var mark = MarkOf(element);
        if (mark is { } kind)
        {
            _text.Open(kind.Kind, kind.Url);
        }

        var frame = new Frame(element, _kind, isBlock, mark is not null);
        _kind = KindOf(name) ?? _kind;
        return frame;
    }

    private void Leave(Frame frame)
    {
        if (frame.IsBlock)
        {
            EndBlock();
        }

        if (frame.IsMarked)
        {
            _text.Close();
        }

        _kind = frame.Kind;
    }

    private void EndBlock()
    {
        if (_text.Take(out var linked) is { } text)
        {
            _blocks.Add(new HtmlBlock(_kind, text, Math.Min(1, (double)linked / text.Text.Length)));
        }
    }

    private (MarkKind Kind, string? Url)? MarkOf(IElement element) => element.LocalName switch
    {
        "b" or "strong" => (MarkKind.Bold, null),
        "i" or "em" or "cite" => (MarkKind.Italic, null),
        "code" or "kbd" or "samp" or "tt" => (MarkKind.Code, null),
        "s" or "strike" or "del" => (MarkKind.Strike, null),
        "a" => (MarkKind.Link, Target(element.GetAttribute("href"))),
        _ => null,
    };

    private string? Target(string? href)
    {
        if (href is not { Length: > 0 and < 2_000 } || href[0] == '#')
        {
            return null;
        }

        var made = Uri.TryCreate(href.Trim(), UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole : _baseUrl is not null && Uri.TryCreate(_baseUrl, href.Trim(), out var joined) ? joined : null;
        return made is { Scheme: "http" or "https" } ? made.AbsoluteUri : null;
    }

    private static bool IsLayoutCell(IElement cell)
    {
        var table = cell.ParentElement;
        while (table is not null && table.LocalName != "table")
        {
            table = table.ParentElement;
        }

        return table is null || TableShape.IsLayout(table);
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
    private sealed record Frame(IElement Element, HtmlBlockKind Kind, bool IsBlock, bool IsMarked)
    {
        public int Next { get; set; }
    }
}
