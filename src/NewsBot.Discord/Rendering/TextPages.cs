using NewsBot.Core.Text;

namespace NewsBot.Discord.Rendering;

/// <summary>Divides paragraphs into pages of markdown that fit. Pure.</summary>
internal static class TextPages
{
    /// <summary>At least one page where there is a paragraph; nothing is lost, and no page is longer than <paramref name="limit"/> UTF-16 units.</summary>
    public static IReadOnlyList<string> Divide(IEnumerable<string> paragraphs, int limit)
    {
        var pages = new List<string>();
        var page = "";
        foreach (var piece in paragraphs.SelectMany(paragraph => Pieces(paragraph, limit)))
        {
            var longer = page.Length == 0 ? piece : page + "\n\n" + piece;
            if (longer.Length > limit)
            {
                pages.Add(page);
                page = piece;
            }
            else
            {
                page = longer;
            }
        }

        return page.Length == 0 ? pages : [.. pages, page];
    }

    /// <summary>A paragraph in one piece where it fits, else cut between words; escaping at most doubles a text, and joiners add little.</summary>
    private static IEnumerable<string> Pieces(string paragraph, int limit)
    {
        var rest = paragraph.Trim();
        while (rest.Length > 0)
        {
            if (DiscordMarkdown.Escape(rest) is var whole && whole.Length <= limit)
            {
                yield return whole;
                yield break;
            }

            var head = TextCut.At(rest, limit / 3).TrimEnd('…');
            yield return DiscordMarkdown.Escape(head);
            rest = rest[head.Length..].TrimStart();
        }
    }
}
