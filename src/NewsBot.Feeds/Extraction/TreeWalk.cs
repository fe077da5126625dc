using AngleSharp.Dom;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>Walks trees without recursion and without looking up positions.</summary>
internal static class TreeWalk
{
    private const int Levels = 24;

    /// <summary>The element and all below it in the order of the page.</summary>
    public static IEnumerable<IElement> Elements(IElement root)
    {
        var open = new Stack<IElement>();
        open.Push(root);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var at = element.ChildNodes.Length - 1; at >= 0; at--)
            {
                if (element.ChildNodes[at] is IElement child)
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>True when the element stands in navigation, a sidebar, comments or a list of other articles.</summary>
    public static bool IsAside(IElement element, SectionRoles roles)
    {
        var at = element.ParentElement;
        var inFooter = false;
        for (var level = 0; level < Levels && at is not null && at.LocalName is not ("body" or "article" or "main"); level++)
        {
            if (at.LocalName is "aside" or "nav" || (at.LocalName is not ("header" or "form" or "footer") && roles.Of(at.LocalName, SectionNames.Of(at)) == SectionRole.Junk))
            {
                return true;
            }

            inFooter |= at.LocalName is "footer";
            at = at.ParentElement;
        }

        // The foot of an article often holds its date and author.
        return inFooter && at?.LocalName is not ("article" or "main");
    }

    /// <summary>Text with white space folded, a space between blocks; at most <paramref name="most"/> characters.</summary>
    public static string Text(IElement element, int most = 400)
    {
        var text = new BlockText();
        var open = new Stack<INode>();
        open.Push(element);
        var length = 0;
        while (open.TryPop(out var node) && length < most)
        {
            if (node is IText data)
            {
                text.Add(data.Data, inLink: false, emphasized: false);
                length += data.Data.Length;
                continue;
            }

            if (node is IElement inner && (HtmlNames.Block.Contains(inner.LocalName) || inner.LocalName is "br"))
            {
                text.Space();
            }

            if (node is IElement { LocalName: var name } && HtmlNames.Unseen.Contains(name))
            {
                continue;
            }

            for (var at = node.ChildNodes.Length - 1; at >= 0; at--)
            {
                open.Push(node.ChildNodes[at]);
            }
        }

        return text.Take()?.Text ?? "";
    }
}
