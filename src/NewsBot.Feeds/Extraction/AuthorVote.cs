using AngleSharp.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Extraction;

/// <summary>Who wrote the article: people of the JSON-LD, then meta tags, then marked elements, then a byline that begins with "by". The publisher's own name counts only where the JSON-LD names it as the author and nobody else.</summary>
internal static class AuthorVote
{
    public static IReadOnlyList<string> Of(PageFacts facts, IReadOnlyList<string> headLines)
    {
        var site = SiteName.Of(facts);
        IReadOnlyList<string> publisher = [];
        foreach (var names in Witnesses(facts, headLines))
        {
            var people = names.Where(name => !IsSite(name, site, facts.Url)).ToList();
            if (people.Count > 0)
            {
                return people;
            }

            publisher = publisher.Count == 0 ? names : publisher;
        }

        return facts.Linked.Authors.Count > 0 ? publisher : [];
    }

    private static IEnumerable<IReadOnlyList<string>> Witnesses(PageFacts facts, IReadOnlyList<string> headLines)
    {
        yield return Names(facts.Linked.Authors, fromByline: false);
        yield return Names(facts.Meta("author", "parsely-author", "sailthru.author", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.name", "citation_author", "byl", "article.author", "cxenseparse:author", "authors", "rbauthors", "shareaholic:article_author_name", "itemprop:author", "itemprop:creator").Where(IsName), fromByline: false);
        yield return Names(facts.Meta("article:author", "og:article:author", "og:author", "twitter:data1").Where(IsName).Where(text => !text.Any(char.IsDigit)), fromByline: true);
        yield return Names(Marked(facts, facts.Properties.Where(element => element.GetAttribute("itemprop") is "author" or "creator" or "author creator")), fromByline: false);
        yield return Names(Marked(facts, facts.Bylines.Where(element => element.GetAttribute("rel") is "author" || IsCard(element))).Take(2), fromByline: false);
        yield return Names(Shown(facts), fromByline: true);
        yield return Names(headLines.Where(line => line.Length < 120 && AuthorNames.IsByline(line)).Take(1), fromByline: true);
    }

    private static List<string> Names(IEnumerable<string> texts, bool fromByline) =>
        [.. texts.SelectMany(text => AuthorNames.Split(text, fromByline)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool IsName(string text) => !text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.StartsWith('@') && text.Length < 200;

    /// <summary>Elements of microdata: the name inside where one is marked.</summary>
    private static IEnumerable<string> Marked(PageFacts facts, IEnumerable<IElement> elements)
    {
        foreach (var element in elements.Where(element => element.LocalName is not ("meta" or "link") && !TreeWalk.IsAside(element, facts.Roles)).Take(8))
        {
            var named = TreeWalk.Elements(element).FirstOrDefault(inner => inner.GetAttribute("itemprop") is "name");
            yield return named?.GetAttribute("content") ?? TreeWalk.Text(named ?? element, 160);
        }
    }

    /// <summary>The innermost elements named after authors, as long as they are short.</summary>
    private static List<string> Shown(PageFacts facts)
    {
        var near = facts.Bylines.Where(element => element.LocalName is not ("body" or "article" or "main" or "img" or "svg") && !TreeWalk.IsAside(element, facts.Roles)).Take(40).ToList();
        var texts = near.Select(element => (Element: element, Text: TreeWalk.Text(element, 200))).Where(pair => pair.Text.Length is > 3 and < 160).ToList();
        var names = texts.Where(pair => NameElement(pair.Element)).Select(pair => pair.Text).ToList();
        var best = names.FirstOrDefault(text => AuthorNames.Split(text, fromByline: true).Count > 0) ?? texts.Select(pair => pair.Text).FirstOrDefault(text => AuthorNames.Split(text, fromByline: true).Count > 0);
        return best is null ? [] : [best];
    }

    /// <summary>The name in an hCard: http://microformats.org/wiki/hcard.</summary>
    private static bool IsCard(IElement element) =>
        element.ParentElement is { } parent && (element.GetAttribute("class") ?? "").Split(' ').Contains("author") && TreeWalk.Text(element, 80).Length < 40 && (parent.GetAttribute("class") ?? "").Contains("vcard", StringComparison.Ordinal) | (element.GetAttribute("class") ?? "").Contains("vcard", StringComparison.Ordinal);

    private static bool NameElement(IElement element)
    {
        var names = element.GetAttribute("class") ?? "";
        return names.Contains("name", StringComparison.OrdinalIgnoreCase) || element.LocalName is "a" || names.Contains("byline", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSite(string name, string? site, Uri? url)
    {
        var key = ArticleCleaner.Normalize(name);
        var host = SiteName.Host(url)?.Split('.')[0] ?? "";
        return key.Length == 0 || (site is not null && ArticleCleaner.Normalize(site) == key) || key == ArticleCleaner.Normalize(host) || key == ArticleCleaner.Normalize(SiteName.Host(url) ?? "");
    }
}
