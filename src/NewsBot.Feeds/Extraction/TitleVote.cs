using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>The title as the page shows it: the heading that shares its words with what the page tells machines, else what it tells them, without the publisher's name.</summary>
internal static class TitleVote
{
    private const double Shared = 0.55;
    private const int LoneWords = 3;
    private const int ShortKey = 7;
    private const int Many = 3;

    public static string? Of(PageFacts facts)
    {
        var told = Told(facts, SiteName.Of(facts));
        var headings = TitleHeading.All(facts, told);
        var shown = headings.Where(heading => !heading.IsAside).ToList();
        if (told.Count == 0)
        {
            return shown.FirstOrDefault()?.Text;
        }

        var lesser = TitleHeading.Lesser(facts);
        if ((Agreed(shown, told) ?? Alike(shown, told) ?? Agreed(lesser, told) ?? Agreed(headings, told)) is { } heading)
        {
            return Unanimous(told, heading) ?? heading.WithoutLabel(told);
        }

        return (Part([.. shown, .. lesser], told) ?? Lone(shown))?.Text ?? Plain(told);
    }

    /// <summary>The heading that says word for word what most of the told titles say.</summary>
    private static TitleHeading? Agreed(IReadOnlyList<TitleHeading> headings, IReadOnlyList<ToldTitle> told) =>
        headings.Where(heading => heading.Words >= LoneWords && told.Any(title => title.Says(heading.Key))).OrderByDescending(heading => told.Count(title => title.Says(heading.Key))).FirstOrDefault();

    private static TitleHeading? Alike(List<TitleHeading> headings, IReadOnlyList<ToldTitle> told)
    {
        var best = headings.Select(heading => (Heading: heading, Share: told.Max(title => Overlap(heading.Text, title.Whole)))).OrderByDescending(pair => pair.Share).FirstOrDefault();
        return best.Share >= Shared ? best.Heading : null;
    }

    /// <summary>A heading of some words that is the only one of its page, though the page tells machines another title.</summary>
    private static TitleHeading? Lone(List<TitleHeading> headings) =>
        headings.Count > 0 && headings[0].Words >= LoneWords && headings.TrueForAll(heading => heading.Key == headings[0].Key) ? headings[0] : null;

    /// <summary>What the first told titles, of several sources, say in the same words, unless they only add to the heading or cut it.</summary>
    private static string? Unanimous(IReadOnlyList<ToldTitle> told, TitleHeading heading) =>
        told.Count >= Many && told.Take(Many).All(title => title.Key == told[0].Key) && !told[0].Key.StartsWith(heading.Key, StringComparison.Ordinal) && !heading.Key.StartsWith(told[0].Key, StringComparison.Ordinal) ? told[0].Text : null;

    /// <summary>The longest heading that the told titles begin or end with.</summary>
    private static TitleHeading? Part(IEnumerable<TitleHeading> headings, IReadOnlyList<ToldTitle> told) =>
        headings.Where(heading => heading.Key.Length > ShortKey && told.Any(title => title.BeginsOrEnds(heading.Key))).MaxBy(heading => heading.Key.Length);

    /// <summary>The first told title, or one that is the greater part of it.</summary>
    private static string Plain(IReadOnlyList<ToldTitle> told) =>
        told.FirstOrDefault(title => title.Key.Length < told[0].Key.Length && title.Key.Length * 2 > told[0].Key.Length && told[0].Key.StartsWith(title.Key, StringComparison.Ordinal))?.Text ?? told[0].Text;

    /// <summary>All titles the page has, for taking them out of its text.</summary>
    public static IReadOnlyList<string> All(PageFacts facts, string? title)
    {
        return [.. Told(facts, SiteName.Of(facts)).SelectMany(told => new[] { told.Whole, told.Text }).Append(title ?? "").Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static List<ToldTitle> Told(PageFacts facts, string? site)
    {
        var texts = new List<string?>();
        texts.AddRange(facts.Meta("og:title").Take(1));
        texts.Add(facts.Linked.Headline);
        texts.AddRange(facts.Meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "title", "headline").Take(2));
        texts.Add(facts.DocumentTitle);
        return [.. texts.Select(PlainText.Of).OfType<string>().Where(text => text.Length is > 1 and < TitleHeading.Longest).Select(text => new ToldTitle(text, SiteSuffix.Remove(text, site)))];
    }

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
}
