using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>The title as the page shows it: the heading that shares its words with what the page tells machines, else what it tells them, without the publisher's name.</summary>
internal static partial class TitleVote
{
    private const double Shared = 0.55;

    public static string? Of(PageFacts facts)
    {
        var named = Named(facts);
        var headings = facts.Headings.Where(element => !IsHiddenOrEmpty(element, facts)).Select(element => Heading(element, named)).Where(text => text.Length is > 1 and < 350).ToList();
        if (named.Count == 0)
        {
            return headings.Count > 0 ? headings[0] : null;
        }

        var best = headings.Select(text => (Text: text, Share: named.Max(name => Overlap(text, name)))).OrderByDescending(pair => pair.Share).FirstOrDefault();
        if (best.Share >= Shared)
        {
            return WithoutKicker(best.Text, named);
        }

        var site = SiteName.Of(facts);
        var sub = facts.SubHeadings.Where(element => !TreeWalk.IsAside(element, facts.Roles)).Select(element => TreeWalk.Text(element)).FirstOrDefault(text => IsPartOf(text, named, site));
        return sub ?? named.Select(name => WithoutSite(name, site)).First();
    }

    /// <summary>The text of a heading without the elements in it that are named as a label above the title, unless the page gives the label with its title elsewhere, too.</summary>
    private static string Heading(IElement heading, List<string> named)
    {
        var whole = TreeWalk.Text(heading);
        foreach (var label in TreeWalk.Elements(heading).Skip(1).Where(element => Kicker().IsMatch(element.GetAttribute("class") ?? "")))
        {
            var text = TreeWalk.Text(label);
            if (text.Length > 0 && text.Length < whole.Length && whole.StartsWith(text, StringComparison.Ordinal) && !named.Exists(name => ArticleCleaner.Normalize(name).StartsWith(ArticleCleaner.Normalize(text), StringComparison.Ordinal)))
            {
                return whole[text.Length..].TrimStart(' ', ':', '-', '–', '—', '|', '/', '.');
            }
        }

        return whole;
    }

    /// <summary>A label that stands in the heading before the title, where the page elsewhere gives the title without it.</summary>
    private static string WithoutKicker(string heading, List<string> named)
    {
        var key = ArticleCleaner.Normalize(heading);
        if (named.Exists(name => ArticleCleaner.Normalize(name) == key))
        {
            return named.Find(name => ArticleCleaner.Normalize(name) == key && name.Length > heading.Length) ?? heading;
        }

        return named.Find(name => ArticleCleaner.Normalize(name) is var end && end.Length * 3 > key.Length && TextMeasure.Words(name) > 2 && key.EndsWith(end, StringComparison.Ordinal)) ?? heading;
    }

    /// <summary>True for a heading that the page's titles contain whole.</summary>
    private static bool IsPartOf(string heading, List<string> named, string? site)
    {
        var key = ArticleCleaner.Normalize(heading);
        return key.Length > 7 && key != ArticleCleaner.Normalize(site ?? "") && named.Exists(name => ArticleCleaner.Normalize(name).Contains(key, StringComparison.Ordinal));
    }

    /// <summary>All titles the page has, for taking them out of its text.</summary>
    public static IReadOnlyList<string> All(PageFacts facts, string? title)
    {
        var site = SiteName.Of(facts);
        return [.. Named(facts).SelectMany(name => new[] { name, WithoutSite(name, site) }).Append(title ?? "").Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Named(PageFacts facts)
    {
        var texts = new List<string?>();
        texts.AddRange(facts.Meta("og:title").Take(1));
        texts.Add(PlainText.Of(facts.Linked.Headline));
        texts.AddRange(facts.Meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "title", "headline").Take(2));
        texts.Add(facts.DocumentTitle);
        return [.. texts.Select(text => PlainText.Of(text)).OfType<string>().Where(text => text.Length is > 1 and < 350)];
    }

    private static bool IsHiddenOrEmpty(IElement element, PageFacts facts) => element.ParentElement?.LocalName is "noscript" || TreeWalk.IsAside(element, facts.Roles);

    /// <summary>How much of the shorter text's words the other has, when the lengths are alike.</summary>
    private static double Overlap(string first, string second)
    {
        var one = Words.Folded(first).ToHashSet(StringComparer.Ordinal);
        var two = Words.Folded(second).ToHashSet(StringComparer.Ordinal);
        if (one.Count == 0 || two.Count == 0)
        {
            return 0;
        }

        var shared = one.Count(two.Contains);
        return (double)shared / one.Count < Shared ? 0 : (double)shared / Math.Max(one.Count, Math.Min(two.Count, 12));
    }

    internal static string WithoutSite(string title, string? site)
    {
        var parts = Separator().Split(title);
        if (parts.Length < 2)
        {
            return title;
        }

        var key = site is null ? "" : ArticleCleaner.Normalize(site);
        for (var at = 1; key.Length > 2 && at < parts.Length; at++)
        {
            if (ArticleCleaner.Normalize(parts[at]) is { Length: > 2 } part && (part == key || key.StartsWith(part, StringComparison.Ordinal)))
            {
                return title[..title.IndexOf(parts[at], parts[0].Length, StringComparison.Ordinal)].TrimEnd(' ', '-', '|', '–', '—', '·', '»', '«', ':', '•');
            }
        }

        var last = ArticleCleaner.Normalize(parts[^1]);
        if (key.Length > 2 && (last == key || key.Contains(last, StringComparison.Ordinal) || last.Contains(key, StringComparison.Ordinal)))
        {
            return title[..title.LastIndexOf(parts[^1], StringComparison.Ordinal)].TrimEnd(' ', '-', '|', '–', '—', '·', '»', '«', ':', '•');
        }

        var first = ArticleCleaner.Normalize(parts[0]);
        if (key.Length > 2 && first == key)
        {
            return title[parts[0].Length..].TrimStart(' ', '-', '|', '–', '—', '·', '»', '«', ':', '•');
        }

        return TextMeasure.Words(parts[^1]) <= 4 && parts[0].Length > 2 * parts[^1].Length
            ? title[..title.LastIndexOf(parts[^1], StringComparison.Ordinal)].TrimEnd(' ', '-', '|', '–', '—', '·', '»', '«', ':', '•')
            : title;
    }

    [GeneratedRegex(@"kicker|overline|topline|roofline|roof-line|dachzeile|spitzmarke|eyebrow|supertitle|overtitle|pretitle|tagline|antetitulo|occhiello|catchline|subhead|category", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Kicker();

    [GeneratedRegex(@"\s+[-–—|·»«•]+\s+|\s*\|\s*|\s+:+\s+", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Separator();
}
