using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Writes the markup inside an element as HTML again: without prefixes and declarations, with absolute addresses.</summary>
internal static class MarkupWriter
{
    public static string Inner(XmlNode node, Uri? address)
    {
        var output = new StringBuilder();
        var content = (node.WrapsInDiv ? Wrapper(node) : null) ?? node;
        var inside = ReferenceEquals(content, node) ? address : FeedAddresses.Base(content.Attribute("xml:base"), address);
        foreach (var child in content.Children)
        {
            Write(child, inside, output);
        }

        return output.ToString();
    }

    private static XmlNode? Wrapper(XmlNode node)
    {
        XmlNode? found = null;
        foreach (var child in node.Children)
        {
            var isSpace = child.Kind != XmlNodeKind.Element && child.Slice.IsWhiteSpace();
            if (!isSpace && (found is not null || child.Kind != XmlNodeKind.Element || child.Name != "div"))
            {
                return null;
            }

            found = isSpace ? found : child;
        }

        return found is { Attributes.Length: > 0 } && found.Attributes.Any(attribute => !attribute.Name.StartsWith("xml", StringComparison.Ordinal)) ? null : found;
    }

    private static void Write(XmlNode node, Uri? address, StringBuilder output)
    {
        switch (node.Kind)
        {
            case XmlNodeKind.Element:
                WriteElement(node, FeedAddresses.Base(node.Attribute("xml:base"), address), output);
                break;
            case XmlNodeKind.Text when !node.Slice.Contains('&'):
                output.Append(node.Slice);
                break;
            default:
                Escape(node.Plain(), output);
                break;
        }
    }

    private static void WriteElement(XmlNode node, Uri? address, StringBuilder output)
    {
        var name = Local(node.Slice);
        output.Append('<').Append(name);
        foreach (var attribute in node.Attributes)
        {
            var value = node.ValueOf(attribute);
            if (attribute.Name == "xml:base" || attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal) || (attribute.Name == "xmlns" && !IsForeign(value)))
            {
                continue;
            }

            var isRelative = address is not null && attribute.Name is "href" or "src" or "cite" or "action" or "background" or "longdesc" or "usemap" or "poster" or "codebase" or "classid" or "data" or "profile"
                && FeedAddresses.SchemeOf(value).IsEmpty;
            output.Append(' ').Append(node.NameOf(attribute)).Append("=\"");
            Escape(isRelative ? FeedAddresses.Join(address!, value.Trim()) : value, output);
            output.Append('"');
        }

        if (node.First is null && IsVoid(node.Name))
        {
            output.Append(" />");
            return;
        }

        output.Append('>');
        foreach (var child in node.Children)
        {
            Write(child, address, output);
        }

        output.Append("</").Append(name).Append('>');
    }

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> qualified) => qualified[(qualified.IndexOf(':') + 1)..];

    /// <summary>HTML knows the elements of MathML and SVG by their place, tools by their namespace.</summary>
    private static bool IsForeign(string space) => space.Contains("MathML", StringComparison.OrdinalIgnoreCase) || space.EndsWith("/svg", StringComparison.OrdinalIgnoreCase);

    private static bool IsVoid(string name) => name is "br" or "img" or "hr" or "input" or "area" or "base" or "col" or "embed" or "link" or "meta" or "param" or "source" or "track" or "wbr";

    private static void Escape(string text, StringBuilder output)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '"' => output.Append("&quot;"),
                _ => output.Append(character),
            };
        }
    }
}
