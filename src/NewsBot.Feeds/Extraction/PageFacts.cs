using AngleSharp.Dom;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>The elements of a page that tell something about its article, gathered in one pass over the tree.</summary>
internal sealed class PageFacts
{
    private const int Most = 400;

    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);

    public required Uri? Url { get; init; }

    public required LinkedArticle Linked { get; init; }

    /// <summary>What the names of this page's sections say, each name read once.</summary>
    public SectionRoles Roles { get; } = new();

    public string? DocumentTitle { get; private set; }

    public string? Language { get; private set; }

    public string? Canonical { get; private set; }

    public List<IElement> Headings { get; } = [];

    public List<IElement> SubHeadings { get; } = [];

    public List<IElement> Times { get; } = [];

    /// <summary>Elements with itemprop, in the order of the page.</summary>
    public List<IElement> Properties { get; } = [];

    /// <summary>Elements whose rel, class or id name an author.</summary>
    public List<IElement> Bylines { get; } = [];

    /// <summary>Elements whose class or id name a date.</summary>
    public List<IElement> Dated { get; } = [];

    /// <summary>Links after the first heading that lead to pages of authors.</summary>
    public List<IElement> AuthorLinks { get; } = [];

    public List<IElement> Images { get; } = [];

    public static PageFacts Gather(IDocument document, LinkedArticle linked, Uri? url)
    {
        var facts = new PageFacts { Url = url, Linked = linked };
        foreach (var element in TreeWalk.Elements(document.DocumentElement))
        {
            facts.Look(element);
        }

        return facts;
    }

    /// <summary>Contents of the meta tags with one of these names, in the order of the names.</summary>
    public IEnumerable<string> Meta(params ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            found.AddRange(_meta.GetValueOrDefault(name) ?? []);
        }

        return found;
    }

    private void Look(IElement element)
    {
        switch (element.LocalName)
        {
            case "html":
                Language ??= element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");
                break;
            case "meta":
                AddMeta(element);
                break;
            case "title" when DocumentTitle is null && element.ParentElement?.LocalName is "head" or "html" or "body":
                DocumentTitle = element.TextContent;
                break;
            case "link" when element.GetAttribute("rel") is "canonical":
                Canonical ??= element.GetAttribute("href");
                break;
            case "h1" when Headings.Count < Most:
                Headings.Add(element);
                break;
            case "h2" or "h3" when SubHeadings.Count < Most:
                SubHeadings.Add(element);
                break;
            case "time" when Times.Count < Most:
                Times.Add(element);
                break;
            case "a" when Headings.Count > 0 && AuthorLinks.Count < Most && element.GetAttribute("href") is { } address && LinkSigns.IsAuthor(address):
                AuthorLinks.Add(element);
                break;
            case "img" when Images.Count < Most:
                Images.Add(element);
                break;
        }

        if (element.Attributes.Length > 0 && element.LocalName is not ("meta" or "html" or "body" or "link" or "img"))
        {
            LookAtNames(element);
        }
    }

    private void LookAtNames(IElement element)
    {
        var (author, date) = (false, false);
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.LocalName)
            {
                case "class" or "id" or "data-testid":
                    author |= NameSigns.OfAuthor(attribute.Value);
                    date |= NameSigns.OfDate(attribute.Value);
                    break;
                case "rel":
                    author |= attribute.Value == "author";
                    break;
                case "itemprop" when Properties.Count < Most:
                    Properties.Add(element);
                    break;
            }
        }

        if (author && Bylines.Count < Most)
        {
            Bylines.Add(element);
        }

        if (date && Dated.Count < Most)
        {
            Dated.Add(element);
        }
    }

    private void AddMeta(IElement element)
    {
        // Pages saved by some tools have "value" here.
        var content = element.GetAttribute("content") ?? element.GetAttribute("value");
        if (string.IsNullOrWhiteSpace(content) || _meta.Count > Most)
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string?>)[element.GetAttribute("property"), element.GetAttribute("name"), element.GetAttribute("itemprop") is { } prop ? "itemprop:" + prop : null, element.GetAttribute("http-equiv")])
        {
            if (name is { Length: > 0 } && (_meta.TryGetValue(name, out var values) || _meta.TryAdd(name, values = [])) && values!.Count < 50)
            {
                values.Add(content.Trim());
            }
        }
    }
}
