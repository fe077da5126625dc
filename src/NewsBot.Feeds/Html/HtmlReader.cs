using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Html;

/// <summary>Reads the HTML of feeds with AngleSharp behind <see cref="HtmlGuard"/>; what is out of proportion is flattened and keeps its text.</summary>
public sealed class HtmlReader : IHtmlReader
{
    public IReadOnlyList<HtmlBlock> ReadBlocks(string html, Uri? baseUrl)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return Paragraphs(WebUtility.HtmlDecode(html));
        }

        using var document = new HtmlParser().ParseDocument(HtmlGuard.Bound(html, withLinks: true).Html);
        return document.Body is { } body ? FeedBlockReader.Read(body, baseUrl) : [];
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

    private static List<HtmlBlock> Paragraphs(string text) =>
    [
        .. PlainParagraphs.Split(text).Select(line => new HtmlBlock(HtmlBlockKind.Paragraph, RichText.Plain(line), 0)),
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
}
