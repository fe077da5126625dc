using NewsBot.Feeds.Parsing;

namespace NewsBot.Feeds.Discovery;

/// <summary>A start tag with its attributes by name in lower case; of repeated ones the first counts.</summary>
internal sealed class HtmlTag(string name, IReadOnlyDictionary<string, string> attributes)
{
    public string Name { get; } = name;

    public string? this[string attribute] => attributes.GetValueOrDefault(attribute);
}

/// <summary>The start tags of a page that matter to discovery, read without a tree; comments, scripts and styles are passed over.</summary>
internal static class HtmlTags
{
    public static IEnumerable<HtmlTag> Read(XmlSource source)
    {
        var scanner = new XmlScanner(source.Text, 0);
        string? skipped = null;
        for (var token = scanner.Read(default); token != XmlToken.End; token = scanner.Read(default))
        {
            if (token is not (XmlToken.StartTag or XmlToken.EndTag))
            {
                continue;
            }

            var name = XmlNames.Find(source.Text.AsSpan(scanner.Start, scanner.Length)).Text;
            if (skipped is not null)
            {
                skipped = token == XmlToken.EndTag && name == skipped ? null : skipped;
            }
            else if (token == XmlToken.StartTag && name is "script" or "style" or "template" or "textarea" && !scanner.IsEmptyElement)
            {
                skipped = name;
            }
            else if (token == XmlToken.StartTag && name is "link" or "a" or "base" or "meta")
            {
                yield return new HtmlTag(name, Attributes(source, scanner));
            }
        }
    }

    private static Dictionary<string, string> Attributes(XmlSource source, XmlScanner scanner)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            ref readonly var slice = ref scanner.Attribute(i);
            attributes.TryAdd(XmlNames.Find(source.Text.AsSpan(slice.NameStart, slice.NameLength)).Text, source.Decode(slice.ValueStart, slice.ValueLength).Trim());
        }

        return attributes;
    }
}
