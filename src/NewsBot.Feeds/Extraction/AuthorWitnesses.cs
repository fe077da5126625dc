using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>The places where a page names its authors, the most trusted first: people of the JSON-LD, meta tags, marked elements, then a byline that begins with "by".</summary>
internal static class AuthorWitnesses
{
    private const int LongHandle = 40;
    private const int LongLine = 200;
    private const int LinksLookedAt = 4;
    private const int Together = 6;
    private const int BylinesLookedAt = 100;

    public static IEnumerable<AuthorWitness> Of(PageFacts facts, IReadOnlyList<string> headLines)
    {
        yield return Witness(facts.Linked.Authors, fromByline: false, WitnessSource.LinkedData);
        var told = facts.Meta("author", "parsely-author", "sailthru.author", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.name", "citation_author", "byl", "article.author", "cxenseparse:author", "authors", "rbauthors", "shareaholic:article_author_name", "itemprop:author", "itemprop:creator").Where(IsName).ToList();
        yield return Witness(told, fromByline: false, told.Exists(AuthorNames.IsByline) ? WitnessSource.SignedTag : WitnessSource.MetaTag);
        yield return Witness(facts.Meta("article:author", "og:article:author", "og:author", "twitter:data1").Where(IsName).Where(text => !text.Any(char.IsDigit)), fromByline: true, WitnessSource.MetaTag);
        yield return Witness(Marked(facts, facts.Properties.Where(element => element.GetAttribute("itemprop") is "author" or "creator" or "author creator" && !IsOfPicture(element))), fromByline: false);
        yield return Witness(Marked(facts, facts.Bylines.Where(element => element.GetAttribute("rel") is "author" || IsCard(element))).Take(2), fromByline: false);
        yield return Witness(Shown(facts), fromByline: true, WitnessSource.Byline);
        yield return Witness(headLines.Where(line => line.Length < 120 && AuthorNames.IsByline(line)).Take(1), fromByline: true);
        yield return Witness(headLines.Where(line => line.Length < LongLine).Select(AuthorNames.Labelled).OfType<string>().Take(1), fromByline: true);
        yield return Witness(Linked(facts), fromByline: true, WitnessSource.Link);
        yield return new AuthorWitness([.. Handles(facts).Take(1)], WitnessSource.Handle);
    }

    /// <summary>The names that the page tells machines.</summary>
    public static IReadOnlyList<string> Told(PageFacts facts) =>
        [.. facts.Linked.Authors.Concat(facts.Meta("author")).SelectMany(text => AuthorNames.Split(text, fromByline: false)).Where(name => name.Contains(' ', StringComparison.Ordinal))];

    /// <summary>False when elements named after authors tell of other people, as teasers do.</summary>
    public static bool NamesNobodyBut(IReadOnlyList<string> names, PageFacts facts) =>
        facts.Bylines.Take(BylinesLookedAt).Select(element => TreeWalk.Text(element, 80)).Distinct(StringComparer.Ordinal).SelectMany(text => AuthorNames.Split(text, fromByline: true))
            .All(found => names.Any(name => found.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(found, StringComparison.OrdinalIgnoreCase)));

    private static AuthorWitness Witness(IEnumerable<string> texts, bool fromByline, WitnessSource source = WitnessSource.Marked) =>
        new([.. texts.SelectMany(text => AuthorNames.Split(text, fromByline)).Distinct(StringComparer.OrdinalIgnoreCase)], source);

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

    /// <summary>True for who made a picture or wrote a comment: properties belong to the innermost item around them, https://html.spec.whatwg.org/multipage/microdata.html.</summary>
    private static bool IsOfPicture(IElement element)
    {
        var at = element.ParentElement;
        while (at is not null && !at.HasAttribute("itemscope"))
        {
            at = at.ParentElement;
        }

        return at?.GetAttribute("itemtype") is { } type && (type.EndsWith("Object", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Comment", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Comments", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The innermost elements named after authors, as long as they are short.</summary>
    private static List<string> Shown(PageFacts facts)
    {
        var near = facts.Bylines.Where(element => element.LocalName is not ("body" or "article" or "main" or "img" or "svg") && !TreeWalk.IsAside(element, facts.Roles)).Take(40).ToList();
        var texts = near.Select(element => (Element: element, Text: TreeWalk.Text(element, 200))).Where(pair => pair.Text.Length is > 3 and < 160).ToList();
        var names = texts.Where(pair => NameElement(pair.Element)).Select(pair => pair.Text).ToList();
        if (Several(near) is { } several)
        {
            return several;
        }

        var best = names.FirstOrDefault(text => AuthorNames.Split(text, fromByline: true).Count > 0) ?? texts.Select(pair => pair.Text).FirstOrDefault(text => AuthorNames.Split(text, fromByline: true).Count > 0);
        return best is null ? [] : [best];
    }

    /// <summary>Names in elements of their own, one after another in an element named after authors.</summary>
    private static List<string>? Several(List<IElement> near)
    {
        foreach (var element in near.Where(element => element.ChildElementCount is > 1 and <= Together))
        {
            var texts = element.Children.Select(child => TreeWalk.Text(child, 80)).Where(text => text.Length > 1).ToList();
            if (texts.Count > 1 && texts.TrueForAll(text => AuthorNames.Split(text, fromByline: true).Count == 1))
            {
                return texts;
            }
        }

        return null;
    }

    /// <summary>Links to pages of authors that stand together after the title.</summary>
    private static IEnumerable<string> Linked(PageFacts facts)
    {
        var first = facts.AuthorLinks.Take(LinksLookedAt).FirstOrDefault(link => AuthorNames.Split(TreeWalk.Text(link, 80), fromByline: true).Count > 0);
        return first is null ? [] : facts.AuthorLinks.Where(link => link.ParentElement == first.ParentElement).Take(Together).Select(link => TreeWalk.Text(link, 80));
    }

    /// <summary>The name under which somebody writes, where the page marks it as the author's: it need not look like a name.</summary>
    private static IEnumerable<string> Handles(PageFacts facts) =>
        facts.Bylines.Where(element => (element.GetAttribute("rel") is "author" || IsCard(element) || HasClass(element, "username")) && !TreeWalk.IsAside(element, facts.Roles))
            .Select(element => AuthorNames.WithoutOpening(TreeWalk.Text(element, 80))).Where(text => text.Length is > 1 and < LongHandle && !AuthorNames.IsNobody(text) && !text.Contains(':', StringComparison.Ordinal));

    /// <summary>The name in an hCard: http://microformats.org/wiki/hcard.</summary>
    private static bool IsCard(IElement element) =>
        element.ParentElement is { } parent && HasClass(element, "author") && TreeWalk.Text(element, 80).Length < LongHandle && (HasClass(parent, "vcard") || HasClass(element, "vcard"));

    private static bool HasClass(IElement element, string name) => (element.GetAttribute("class") ?? "").Split(' ').Contains(name);

    private static bool NameElement(IElement element)
    {
        var names = element.GetAttribute("class") ?? "";
        return names.Contains("name", StringComparison.OrdinalIgnoreCase) || element.LocalName is "a" || names.Contains("byline", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>What one place of the page gives as its authors.</summary>
internal sealed record AuthorWitness(IReadOnlyList<string> Names, WitnessSource Source)
{
    /// <summary>True when a publisher's name is meant as the author there.</summary>
    public bool IsExplicit => Source is WitnessSource.LinkedData or WitnessSource.Handle;

    /// <summary>True for what only machines are told; elements of the page may all be the same one.</summary>
    public bool IsHidden => Source is WitnessSource.LinkedData or WitnessSource.SignedTag or WitnessSource.MetaTag;
}

/// <summary>What kind of place names authors; how far it is believed follows from it.</summary>
internal enum WitnessSource
{
    /// <summary>JSON-LD.</summary>
    LinkedData,

    /// <summary>A meta tag that begins with the word for "by".</summary>
    SignedTag,

    /// <summary>An element that is marked as the author's, whatever it says.</summary>
    Handle,

    /// <summary>An element with a mark of its own, or a labelled line.</summary>
    Marked,

    /// <summary>A link to the page of a person, who may also be one the article tells of.</summary>
    Link,

    /// <summary>A meta tag, which often holds who set up the site.</summary>
    MetaTag,

    /// <summary>An element whose class is named after authors; teasers and comments have such, too.</summary>
    Byline,
}
