using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Xml.Parser;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>Builds the one tree that the mapping reads: strictly and streaming where the document is well-formed, leniently where it is not.</summary>
internal static class XmlTree
{
    private const int LongestTag = 64 * 1024;
    private const int MostAttributes = 1_000;

    /// <summary>Null when no element could be read.</summary>
    public static XmlNode? Read(string text, out bool repaired)
    {
        repaired = false;
        try
        {
            return ReadStrictly(text);
        }
        catch (XmlException)
        {
            repaired = true;
            return text.Length <= FeedLimits.LenientCharacters && IsHarmless(text) ? ReadLeniently(text) : null;
        }
    }

    private static XmlNode? ReadStrictly(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var open = new Stack<XmlNode>();
        XmlNode? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = NodeOf(reader);
                    (open.TryPeek(out var parent) ? parent.Children : []).Add(node);
                    root ??= node;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(node);
                        if (open.Count > FeedLimits.XmlDepth)
                        {
                            throw new XmlException("Too deep.");
                        }
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    foreach (var element in open)
                    {
                        element.Text.Append(reader.Value);
                        if (element.Name is not ("div" or "p" or "span" or "a" or "b" or "i" or "em" or "strong" or "content" or "summary" or "title" or "description"))
                        {
                            break;
                        }
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return root;
    }

    private static XmlNode NodeOf(XmlReader reader)
    {
        var node = new XmlNode(reader.LocalName.ToLowerInvariant(), Namespaces.ShortName(reader.NamespaceURI, reader.Prefix));
        while (reader.MoveToNextAttribute())
        {
            node.Attributes[reader.Name.ToLowerInvariant()] = reader.Value;
        }

        reader.MoveToElement();
        return node;
    }

    private static XmlNode? ReadLeniently(string text)
    {
        var document = new XmlParser(new XmlParserOptions { IsSuppressingErrors = true }).ParseDocument(WithNamedEntities(text));
        return document.DocumentElement is { } root ? NodeOf(root, 0) : null;
    }

    private static XmlNode NodeOf(IElement element, int depth)
    {
        var node = new XmlNode(element.LocalName.ToLowerInvariant(), Namespaces.ShortName(element.NamespaceUri ?? "", element.Prefix ?? ""));
        foreach (var attribute in element.Attributes)
        {
            node.Attributes[attribute.Name.ToLowerInvariant()] = attribute.Value;
        }

        foreach (var child in element.ChildNodes)
        {
            if (child is IElement inner && depth < FeedLimits.XmlDepth)
            {
                var innerNode = NodeOf(inner, depth + 1);
                Attach(node, innerNode);
                node.Text.Append(innerNode.Name is "item" or "entry" ? "" : innerNode.Text.ToString());
            }
            else if (child is IText text)
            {
                node.Text.Append(text.Data);
            }
        }

        if (node.Name is "item" or "entry")
        {
            Hoist(node, [.. node.Children]);
        }

        return node;
    }

    /// <summary>A tag that was never closed swallows the fields behind it: they belong to the item.</summary>
    private static void Hoist(XmlNode item, List<XmlNode> nodes)
    {
        foreach (var inner in nodes.SelectMany(node => node.Children).ToList())
        {
            if (inner.Name is "pubdate" or "guid" or "link" or "category" or "enclosure" or "date" or "creator" or "published" or "updated" or "id")
            {
                item.Children.Add(inner);
            }

            Hoist(item, [inner]);
        }
    }

    /// <summary>After a lost end tag the following items are read inside the open one: they belong beside it.</summary>
    private static void Attach(XmlNode parent, XmlNode child)
    {
        parent.Children.Add(child);
        if (parent.Name is "channel" or "rss" or "feed" or "rdf")
        {
            var nested = child.Children.Where(inner => inner.Name is "item" or "entry").ToList();
            if (child.Name is "item" or "entry" or "title" or "description" or "link")
            {
                child.Children.RemoveAll(nested.Contains);
                nested.ForEach(inner => Attach(parent, inner));
            }
        }
        else if (child.Name is not ("item" or "entry"))
        {
            var nested = child.Children.Where(inner => inner.Name is "item" or "entry").ToList();
            child.Children.RemoveAll(nested.Contains);
            parent.Children.AddRange(nested);
        }
    }

    /// <summary>HTML's names mean nothing to XML; numbers do.</summary>
    private static string WithNamedEntities(string text) => Entities.Named().Replace(text, match =>
    {
        var decoded = System.Net.WebUtility.HtmlDecode(match.Value);
        return decoded == match.Value || decoded is "<" or ">" or "&" or "\"" or "'" ? match.Value : decoded;
    });

    /// <summary>AngleSharp recurses per attribute: a tag with 100,000 of them ends the process.</summary>
    private static bool IsHarmless(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            if (at + 1 < text.Length && text[at + 1] is '!' or '?')
            {
                continue;
            }

            var close = text.IndexOf('>', at);
            var end = close < 0 ? text.Length : close;
            if (end - at > LongestTag && text.AsSpan(at, end - at).Count('=') > 0 && text.AsSpan(at, LongestTag).IndexOf('<') < 0)
            {
                return false;
            }

            if (end - at < LongestTag && text.AsSpan(at, end - at).Count('=') > MostAttributes)
            {
                return false;
            }
        }

        return true;
    }
}
