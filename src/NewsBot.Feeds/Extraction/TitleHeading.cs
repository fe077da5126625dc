using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Html;

namespace NewsBot.Feeds.Extraction;

/// <summary>A heading of a page that may be its title.</summary>
internal sealed partial class TitleHeading
{
    public const int Longest = 350;
    private const int LabelWords = 6;
    private const int LeastWords = 3;
    private const int ShortHost = 5;
    private const int SiteWords = 4;

    private TitleHeading(string text, bool isAside) => (Text, IsAside) = (text, isAside);

    public string Text { get; }

    /// <summary>In navigation, a sidebar or a list of other articles.</summary>
    public bool IsAside { get; }

    public string Key => field ??= ArticleCleaner.Normalize(Text);

    public int Words => TextMeasure.Words(Text);

    /// <summary>The headings of the first rank that are not the publisher's name.</summary>
    public static IReadOnlyList<TitleHeading> All(PageFacts facts, IReadOnlyList<ToldTitle> told) =>
        [.. facts.Headings.Where(element => element.ParentElement?.LocalName is not "noscript" && !LeadsHome(element))
            .Select(element => new TitleHeading(Read(element, told), TreeWalk.IsAside(element, facts.Roles)))
            .Where(heading => heading.Text.Length is > 1 and < Longest && !heading.IsSite(facts))];

    /// <summary>Headings of the next ranks that stand with the article.</summary>
    public static IReadOnlyList<TitleHeading> Lesser(PageFacts facts) =>
        [.. facts.SubHeadings.Where(element => !TreeWalk.IsAside(element, facts.Roles)).Select(element => new TitleHeading(TreeWalk.Text(element), isAside: false)).Where(heading => !heading.IsSite(facts))];

    /// <summary>The title without a label before it, where the page elsewhere gives it without one.</summary>
    public string WithoutLabel(IReadOnlyList<ToldTitle> told)
    {
        var first = told[0];
        if (told.Any(title => title.Says(Key)) && (first.Words < LeastWords || first.Key.Length == Key.Length || !Key.EndsWith(first.Key, StringComparison.Ordinal)))
        {
            return told.FirstOrDefault(title => title.Key == Key && title.Text.Length > Text.Length)?.Text ?? Text;
        }

        return told.FirstOrDefault(title => title.Key.Length * 3 > Key.Length && title.Words >= LeastWords && Key.EndsWith(title.Key, StringComparison.Ordinal))?.Text ?? Text;
    }

    /// <summary>True for the publisher's name, or what its host begins with.</summary>
    private bool IsSite(PageFacts facts)
    {
        var letters = string.Concat(Text.Where(char.IsLetterOrDigit));
        var host = (SiteName.Host(facts.Url) ?? "").Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        return Key == ArticleCleaner.Normalize(SiteName.Of(facts) ?? "") || (host.Length >= ShortHost && Words <= SiteWords && letters.StartsWith(host, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The text of a heading without the elements in it that are a label above the title, unless the page gives the label with its title elsewhere, too.</summary>
    private static string Read(IElement heading, IReadOnlyList<ToldTitle> told)
    {
        var whole = TreeWalk.Text(heading);
        if (told.Any(title => title.Says(ArticleCleaner.Normalize(whole))))
        {
            return whole;
        }

        foreach (var label in TreeWalk.Elements(heading).Skip(1).Where(element => IsLabel(element, heading)))
        {
            var text = TreeWalk.Text(label);
            if (text.Length > 0 && text.Length < whole.Length && whole.StartsWith(text, StringComparison.Ordinal))
            {
                return whole[text.Length..].TrimStart(' ', ':', '-', '–', '—', '|', '/', '.');
            }
        }

        return whole;
    }

    private static bool IsLabel(IElement element, IElement heading)
    {
        if (Label().IsMatch(element.GetAttribute("class") ?? ""))
        {
            return true;
        }

        return element.ParentElement == heading && element.NextElementSibling is { } next && element.PreviousElementSibling is null
            && TreeWalk.Text(element) is { Length: > 2 } text && TextMeasure.Words(text) <= LabelWords && TextMeasure.Words(TreeWalk.Text(next)) >= LeastWords
            && char.IsLetterOrDigit(text[^1]);
    }

    /// <summary>The name of a site is often a heading that links to its front page.</summary>
    private static bool LeadsHome(IElement heading) =>
        (heading.ParentElement is { LocalName: "a" } around ? around : TreeWalk.Elements(heading).FirstOrDefault(element => element.LocalName == "a"))?.GetAttribute("href") is { } address && LinkSigns.IsHome(address);

    [GeneratedRegex(@"kicker|overline|topline|roofline|roof-line|dachzeile|spitzmarke|eyebrow|supertitle|overtitle|pretitle|tagline|antetitulo|occhiello|catchline|subhead|category", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Label();
}
