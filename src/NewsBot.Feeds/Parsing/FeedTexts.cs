using System.Text;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Reads the text of an element with the rules of its format: escaped HTML, inline markup, plain text, base64.</summary>
internal static class FeedTexts
{
    /// <summary>Null when there is no text.</summary>
    public static FeedText? Read(XmlNode? node, Uri? around)
    {
        if (node?.First is null)
        {
            return null;
        }

        var address = FeedAddresses.Base(node.Attribute("xml:base"), around);
        var type = node.Attribute("type")?.ToLowerInvariant();
        if (node.HasElements)
        {
            return Some(MarkupWriter.Inner(node, address), isHtml: true);
        }

        var value = node.Value;
        if (node.Vocabulary == Vocabulary.Atom && IsBase64(node, type))
        {
            value = FromBase64(value) ?? value;
        }

        var isPlain = node.Vocabulary == Vocabulary.Atom && type is null or "text" or "text/plain" && node.Attribute("mode") != "escaped";
        return Some(isPlain ? value : HtmlAddresses.Resolve(value, address), !isPlain);
    }

    private static FeedText? Some(string value, bool isHtml) => value.TrimInvisible() is { Length: > 0 } text ? new FeedText(text, isHtml) : null;

    /// <summary>RFC 4287, section 4.1.3.3: content of any other type than text and XML.</summary>
    private static bool IsBase64(XmlNode node, string? type) => node.Attribute("mode") == "base64"
        || (type is not null && type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal));

    private static string? FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
