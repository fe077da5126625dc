using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>Chooses the blocks of the found section that are text of the article.</summary>
internal static partial class ContentCleaner
{
    private const int LongWords = 16;
    private const int LeadWords = 8;
    private const int DateWords = 16;
    private const int LeadWithin = 25;
    private const int RepeatedWords = 15;
    private const int QuestionWords = 5;
    private const int BiographyWords = 80;

    /// <param name="lenient">Keeps lists of links and long captions: there is nothing else.</param>
    public static IReadOnlyList<PageBlock> Clean(PageOutline outline, FoundContent found, IReadOnlyList<string> titles, IReadOnlyList<string> descriptions, IReadOnlyList<string> authors, bool lenient)
    {
        var section = outline.Sections[found.Section];
        var dense = lenient ? new bool[outline.Blocks.Count] : DenseSections(outline, section, found.Left);
        var known = titles.Select(ArticleCleaner.Normalize).ToHashSet(StringComparer.Ordinal);
        var start = found.Title >= section.First && found.Title < section.End && SumAfter(found, section) ? found.Title : section.First;
        var kept = new List<PageBlock>();
        for (var at = start; at < section.End; at++)
        {
            var block = outline.Blocks[at];
            if (!found.Left[at] && !dense[at] && IsText(block, lenient) && !known.Contains(ArticleCleaner.Normalize(block.Text)))
            {
                kept.Add(block);
            }
        }

        var told = descriptions.Select(ArticleCleaner.Normalize).Where(key => key.Length > 20).ToHashSet(StringComparer.Ordinal);
        var text = Trim(WithoutEnd(WithoutRepeats(kept)), told, authors);
        return [.. Leads(outline, found, section, known, text, told), .. text];
    }

    /// <summary>True when most of the text comes after the title: what stands above is another thing.</summary>
    private static bool SumAfter(FoundContent found, PageSection section)
    {
        var (before, after) = (0.0, 0.0);
        for (var at = section.First; at < section.End; at++)
        {
            var worth = found.Left[at] ? 0 : Math.Max(0, found.Worth[at]);
            (before, after) = at < found.Title ? (before + worth, after) : (before, after + worth);
        }

        return after > 3 * before;
    }

    /// <summary>Sentences between the title and the section of the article: the lead that many pages set apart.</summary>
    private static List<PageBlock> Leads(PageOutline outline, FoundContent found, PageSection section, HashSet<string> titles, List<PageBlock> text, HashSet<string> told)
    {
        var leads = new List<PageBlock>();
        if (found.Title < 0 || found.Title >= section.First || section.First - found.Title > LeadWithin)
        {
            return leads;
        }

        for (var at = found.Title + 1; at < section.First; at++)
        {
            var block = outline.Blocks[at];
            var key = ArticleCleaner.Normalize(block.Text);
            if (!found.Left[at] && block.Kind != HtmlBlockKind.Caption && IsLead(block, told) && block.LinkShare < 0.3 && !titles.Contains(key) && !text.Exists(other => ArticleCleaner.Normalize(other.Text) == key))
            {
                leads.Add(block);
            }
        }

        return leads;
    }

    private static bool IsText(PageBlock block, bool lenient)
    {
        if ((block.Kind == HtmlBlockKind.Caption && !(lenient && IsLong(block))) || !block.Text.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        if (block.LinkShare > 0.8 || FurnitureText.Is(block) || (block.Words <= 4 && Label().IsMatch(block.Text)))
        {
            return false;
        }

        return block.LinkShare <= 0.5 || (block.EndsSentence && block.Words >= 8);
    }

    /// <summary>Short lines that come again and again are labels.</summary>
    private static List<PageBlock> WithoutRepeats(List<PageBlock> blocks)
    {
        var counts = blocks.GroupBy(block => block.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. blocks.Where(block => counts[block.Text] == 1 || block.Words >= RepeatedWords || (block.Words >= QuestionWords && block.EndsSentence && block.LinkShare == 0) || block.Kind == HtmlBlockKind.TableRow || (counts[block.Text] == 2 && seen.Add(block.Text)))];
    }

    /// <summary>Cuts where a heading begins what follows articles, when little text comes after.</summary>
    private static List<PageBlock> WithoutEnd(List<PageBlock> blocks)
    {
        var all = blocks.Sum(block => block.Words);
        var before = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at].Words <= 8 && before * 2 > all && EndLabel().IsMatch(blocks[at].Text))
            {
                return blocks[..at];
            }

            before += blocks[at].Words;
        }

        return blocks;
    }

    /// <summary>Lists and boxes that are mostly links.</summary>
    private static bool[] DenseSections(PageOutline outline, PageSection root, bool[] left)
    {
        var dense = new bool[outline.Blocks.Count];
        foreach (var section in outline.Sections.Where(section => section.First >= root.First && section.End <= root.End && section.End - section.First >= 2 && section != root && section.Tag != "blockquote"))
        {
            var (characters, linked, words) = (0, 0, 0);
            for (var at = section.First; at < section.End; at++)
            {
                if (!left[at])
                {
                    characters += outline.Blocks[at].Text.Length;
                    linked += Math.Min(outline.Blocks[at].Linked, outline.Blocks[at].Text.Length);
                    words += outline.Blocks[at].Words;
                }
            }

            if (words < 400 && linked > characters * 0.35 && linked > characters * (SectionNames.IsWeak(section.Names) ? 0.4 : 0.55))
            {
                Array.Fill(dense, true, section.First, section.End - section.First);
            }
        }

        return dense;
    }

    /// <summary>Labels before the first paragraph and after the last go.</summary>
    private static List<PageBlock> Trim(List<PageBlock> blocks, HashSet<string> told, IReadOnlyList<string> authors)
    {
        var first = blocks.FindIndex(IsLong);
        var last = blocks.FindLastIndex(IsLong);
        if (first < 0)
        {
            return [.. blocks.Where(block => !IsDateLine(block))];
        }

        var kept = new List<PageBlock>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            var inside = at >= first && at <= last;
            if (inside || (at < first ? IsLead(block, told) : IsEnd(block)))
            {
                kept.Add(block);
            }
        }

        while (kept.Count > 1 && (kept[^1].Kind == HtmlBlockKind.Heading || IsAboutAuthor(kept[^1], authors)))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    /// <summary>A closing paragraph that begins with an author's name.</summary>
    private static bool IsAboutAuthor(PageBlock block, IReadOnlyList<string> authors) =>
        block.Words is > 3 and < BiographyWords && authors.Any(name => block.Text.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase));

    private static bool IsLong(PageBlock block) => block.Words >= LongWords && block.Sentences > 0 && block.LinkShare < 0.5;

    private static bool IsLead(PageBlock block, HashSet<string> told) =>
        told.Contains(ArticleCleaner.Normalize(block.Text)) || (block.Words >= LeadWords && block.LinkShare < 0.5 && !AuthorNames.IsByline(block.Text) && !IsDateLine(block));

    /// <summary>A label that tells when, and perhaps by whom.</summary>
    private static bool IsDateLine(PageBlock block) => block.Words <= DateWords && !block.EndsSentence && WrittenDates.Find(block.Text, default) is not null;

    private static bool IsEnd(PageBlock block) => block.Kind is HtmlBlockKind.ListItem or HtmlBlockKind.Quote or HtmlBlockKind.TableRow or HtmlBlockKind.Preformatted || (block.Words >= 4 && block.EndsSentence && block.LinkShare < 0.3);

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:related|recommended|similar|latest|trending|popular)\b|more (?:from|stories|news|on|in)\b|more\s\p{Lu}|read (?:next|more|also)|comments?\b|\d+ comments?|leave a (?:reply|comment)|about the author|you (?:may|might) also like|see also|what to read next|most (?:read|popular)|mehr zum thema|das könnte sie|auch interessant|weitere (?:artikel|themen|nachrichten|meldungen)|themen des artikels|kommentare?\b|aus dem ressort|lesen sie auch|schlagworte|a lire aussi|à lire aussi|sur le même sujet|dans la même rubrique|commentaires?\b|noticias relacionadas|te puede interesar|lee también|más (?:noticias|información)|comentarios?\b|relacionad[oa]s|leia (?:também|mais)|veja também|leggi anche|potrebbe interessarti|commenti\b|lees ook|gerelateerd|läs (?:också|mer)|les (?:også|mer)|læs (?:også|mere)|lue myös|czytaj także|zobacz (?:też|także)|čtěte také|читайте (?:также|также)|по теме|комментарии|ilgili haberler|関連記事|関連|相关|あわせて読みたい|관련\s?기사)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex EndLabel();

    [GeneratedRegex(@"^[^\p{L}]*(?:advert|advertisement|ads?|sponsored|promoted|anzeige|werbung|reklam[ae]?|annonse?|publicidade?|publicité|pubblicità|advertentie|реклама|广告|廣告|広告|광고|read more|read also|also read|related|see also|lire aussi|a lire aussi|lea también|leia mais|leia também|leggi anche|mehr zum thema|lesen sie auch|lees ook|läs också|les også|læs også|читайте также|читайте також|czytaj także|zobacz też|share|share this|tweet|print|comments?|email|subscribe|watch now|story continues below|continue reading|loading|skip ad)[^\p{L}]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Label();
}
