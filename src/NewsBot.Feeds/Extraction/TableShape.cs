using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>Tells tables that lay out a page from tables of data.</summary>
internal static class TableShape
{
    private const int Looks = 600;

    /// <summary>True when cells hold paragraphs, headings, line breaks or tables among the first elements.</summary>
    public static bool IsLayout(IElement table)
    {
        var open = new Stack<IElement>();
        open.Push(table);
        for (var looks = 0; looks < Looks && open.TryPop(out var element); looks++)
        {
            foreach (var child in element.Children)
            {
                if (child.LocalName is "table" or "h1" or "h2" or "h3" or "ul" or "article")
                {
                    return true;
                }

                if (child.LocalName is "p" or "br" or "div" && child.ParentElement!.ChildElementCount > 2)
                {
                    return true;
                }

                open.Push(child);
            }
        }

        return false;
    }
}
