namespace NewsBot.Core.Text;

/// <summary>Turns the HTML of a feed into blocks of text. Pure, thread-safe, bounded in depth, nodes and time; scripts, styles, forms and hidden parts vanish; never throws for bad input.</summary>
public interface IHtmlReader
{
    /// <param name="baseUrl">What relative links are resolved against; null drops them.</param>
    IReadOnlyList<HtmlBlock> ReadBlocks(string html, Uri? baseUrl);

    /// <summary>One line of plain text: tags gone, entities decoded (once more where the text was escaped twice), white space folded.</summary>
    string ReadLine(string html);
}

/// <summary>One paragraph, heading, list item, quote, caption or preformatted block in reading order.</summary>
/// <param name="LinkShare">Share of the block's characters that stand in links, 0 to 1.</param>
public sealed record HtmlBlock(HtmlBlockKind Kind, RichText Text, double LinkShare);

/// <summary>What a block was in the page.</summary>
public enum HtmlBlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Caption,
    Preformatted,
    TableRow,
}
