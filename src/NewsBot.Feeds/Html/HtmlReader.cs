using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Html;

/// <summary>Reads the HTML of feeds with AngleSharp behind <see cref="HtmlGuard"/>; what is out of proportion is read as text without its tags.</summary>
public sealed class HtmlReader : IHtmlReader
{
    private static readonly string[] Blocks = ["p", "div", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "pre", "figcaption", "figure", "table", "tr", "td", "dl", "dt", "dd", "hr", "header", "footer", "main", "center"];
    private static readonly string[] Hidden = ["script", "style", "form", "template", "noscript", "iframe", "object", "svg", "button", "select", "input", "textarea", "nav", "aside", "head", "title", "video", "audio"];

    public IReadOnlyList<HtmlBlock> ReadBlocks(string html, Uri? baseUrl)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return Paragraphs(WebUtility.HtmlDecode(html));
        }

        var document = new HtmlParser().ParseDocument(HtmlGuard.Bound(html, withLinks: true).Html);
        var writer = new BlockWriter();
        if (document.Body is { } body)
        {
            Walk(body, writer, HtmlBlockKind.Paragraph, inLink: false);
        }

        writer.Break(HtmlBlockKind.Paragraph);
        return writer.Blocks;
    }

    public string ReadLine(string html)
    {
        var text = html;
        for (var round = 0; round < 2 && (text.Contains('&', StringComparison.Ordinal) || text.Contains('<', StringComparison.Ordinal)); round++)
        {
            text = WebUtility.HtmlDecode(WithoutTags(text));
        }

        return Fold(text);
    }

    private static void Walk(INode node, BlockWriter writer, HtmlBlockKind kind, bool inLink)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    writer.Write(text.Data, inLink);
                    break;
                case IElement { LocalName: "br" }:
                    writer.LineBreak(kind);
                    break;
                case IElement element when !Hidden.Contains(element.LocalName) && !element.HasAttribute("hidden"):
                    Walk(element, writer, kind, inLink);
                    break;
            }
        }

        void Walk(IElement element, BlockWriter writer, HtmlBlockKind outer, bool linked)
        {
            var isBlock = Blocks.Contains(element.LocalName);
            var inner = KindOf(element.LocalName) ?? outer;
            if (isBlock)
            {
                writer.Break(outer);
            }

            HtmlReader.Walk(element, writer, inner, linked || element.LocalName == "a");
            if (isBlock)
            {
                writer.Break(inner);
            }
        }
    }

    private static HtmlBlockKind? KindOf(string tag) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlBlockKind.Heading,
        "li" => HtmlBlockKind.ListItem,
        "blockquote" => HtmlBlockKind.Quote,
        "figcaption" => HtmlBlockKind.Caption,
        "pre" => HtmlBlockKind.Preformatted,
        "tr" => HtmlBlockKind.TableRow,
        _ => null,
    };

    private static List<HtmlBlock> Paragraphs(string text) =>
    [
        .. text.Split('\n').Select(Fold).Where(line => line.Length > 0).Select(line => new HtmlBlock(HtmlBlockKind.Paragraph, RichText.Plain(line), 0)),
    ];

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cuts what looks like a tag: "&lt;" followed by a letter, "/" or "!". "a &lt; b" stays.</summary>
    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            var opens = html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!');
            var close = opens ? html.IndexOf('>', at) : -1;
            if (close < 0)
            {
                text.Append(html[at]);
                continue;
            }

            text.Append(' ');
            at = close;
        }

        return text.ToString();
    }

    /// <summary>Collects text until a block ends.</summary>
    private sealed class BlockWriter
    {
        private readonly StringBuilder _text = new();
        private readonly List<HtmlBlock> _blocks = [];
        private int _linked;
        private bool _brokeLine;

        public IReadOnlyList<HtmlBlock> Blocks => _blocks;

        public void Write(string text, bool inLink)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                _brokeLine = false;
            }

            _text.Append(text);
            _linked += inLink ? text.Length : 0;
        }

        /// <summary>Two line breaks in a row end a paragraph.</summary>
        public void LineBreak(HtmlBlockKind kind)
        {
            if (_brokeLine)
            {
                Break(kind);
                return;
            }

            _text.Append(' ');
            _brokeLine = true;
        }

        public void Break(HtmlBlockKind kind)
        {
            var line = Fold(_text.ToString());
            if (line.Length > 0)
            {
                _blocks.Add(new HtmlBlock(kind, RichText.Plain(line), Math.Min(1, (double)_linked / line.Length)));
            }

            _text.Clear();
            _linked = 0;
            _brokeLine = false;
        }
    }
}
