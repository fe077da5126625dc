using System.Buffers;
using System.Runtime.InteropServices;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Weighs the lines of a page against each other: a body line shares its words with the others, furniture speaks of the page. Pure; linear in the text.</summary>
internal static class PageLines
{
    /// <summary>Lines beyond these are not read: no article has them.</summary>
    public const int Most = 10_000;

    private const int SolidWords = 8;
    private const double SolidPoints = 1.5;
    private const double TopicShare = 0.3;
    private const int TopicLines = 2;
    private const int AlienTerms = 4;
    private const int KnownTerms = 40;
    private const double AlienWeight = 0.5;
    private const int PlainLines = 3;

    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create("\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000");

    public static List<PageLine> Read(IEnumerable<string> blocks, string? title, string? language)
    {
        var lines = blocks
            .Select(Folded)
            .Where(text => text.Length > 0)
            .Take(Most)
            .Select(text => new PageLine(text))
            .ToList();
        Weigh(lines, title is null ? null : new PageLine(title), language);
        return lines;
    }

    /// <summary>With one space for all white space, none at the ends.</summary>
    private static string Folded(string block)
    {
        var isFolded = block is not ([' ', ..] or [.., ' ']) && !block.AsSpan().ContainsAny(OtherSpaces) && !block.Contains("  ", StringComparison.Ordinal);
        return isFolded ? block : string.Join(' ', block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Weigh(List<PageLine> lines, PageLine? title, string? language)
    {
        var terms = new TermTable(language, joinsSyllables: true);
        foreach (var line in title is null ? lines : [title, .. lines])
        {
            ReadTerms(line, terms);
        }

        var printed = lines.GroupBy(line => line.Key, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var solid = lines.Where(line => line.EndsLikeSentence && line.Words >= SolidWords && line.Doubt < SolidPoints && printed.Contains(line.Key)).ToHashSet();
        foreach (var line in terms.IsInflected ? title is null ? lines : [title, .. lines] : [])
        {
            line.Terms = Distinct([.. line.Terms.Select(terms.StemOf)]);
        }

        var count = new int[terms.Count];
        foreach (var term in solid.SelectMany(line => line.Terms))
        {
            count[term]++;
        }

        foreach (var term in title?.Terms ?? [])
        {
            count[term] += 2;
        }

        foreach (var line in lines.Where(line => line.Terms.Length > 0))
        {
            var own = solid.Contains(line) ? 1 : 0;
            var halves = 0;
            foreach (var term in line.Terms)
            {
                halves += Math.Min(2, count[term] - own);
            }

            line.Share = halves / 2.0 / line.Terms.Length;
        }

        Judge(lines, title, count.Count(times => times > 0) >= KnownTerms);
    }

    private static void Judge(List<PageLine> lines, PageLine? title, bool knowsArticle)
    {
        var topical = lines.Where(line => line.EndsLikeSentence && line.Words >= SolidWords && line.Share >= TopicShare)
            .SelectMany(line => line.Furniture.Select(word => word.Term))
            .GroupBy(term => term)
            .Where(group => group.Count() >= TopicLines)
            .Select(group => group.Key)
            .Concat(title?.Furniture.Select(word => word.Term) ?? [])
            .ToHashSet();
        var isPlain = IsPlainJapanese(lines);
        var showsFurniture = lines.Any(line => line.Points >= SolidPoints && line.Share < TopicShare);
        foreach (var line in lines)
        {
            var alien = knowsArticle && showsFurniture && !line.IsQuoted && line.Share == 0 && line.Terms.Length >= AlienTerms;
            var furniture = line.Furniture.Sum(word => topical.Contains(word.Term) ? -FurnitureLexicon.WeakWeight : word.Weight);
            var manner = isPlain && !line.IsQuoted && ReaderAddress.IsPoliteJapanese(line.Text) == true ? FurnitureLexicon.AddressWeight : 0;
            line.Points = line.Signs + (alien ? AlienWeight : 0) + manner + Math.Max(0, furniture);
        }
    }

    /// <summary>True where the tied lines end plainly, so that a polite one is not of the article.</summary>
    private static bool IsPlainJapanese(List<PageLine> lines)
    {
        var manners = lines.Where(line => line.Share >= TopicShare && line.Words >= SolidWords).Select(line => ReaderAddress.IsPoliteJapanese(line.Text)).ToList();
        return manners.Count(isPolite => isPolite == false) is >= PlainLines and var plain && plain > 2 * manners.Count(isPolite => isPolite == true);
    }

    private static void ReadTerms(PageLine line, TermTable table)
    {
        var found = line.FurnitureFound();
        line.Furniture = found.Count == 0 ? [] : [.. found.Select(word => (Term: table.IdOfPhrase(line.Folded.AsSpan(word.Span.Start, word.Span.Length)), word.Weight)).DistinctBy(word => word.Term)];
        var seen = new List<int>();
        var at = 0;
        var next = 0;
        var before = default(TextSpan);
        while (Words.TryNext(line.Folded, ref at, out var word))
        {
            while (next < found.Count && found[next].Span.End <= word.Start)
            {
                next++;
            }

            var isFurniture = next < found.Count && found[next].Span.Start < word.End;
            var isCrumb = word.Length < 3 && before.Length == 0 && !Words.IsPaired(line.Folded[word.Start]);
            if (!isFurniture && !isCrumb && table.IdAt(line.Folded, before, word) is >= 0 and var id)
            {
                seen.Add(id);
            }

            before = isFurniture || !table.IsSyllabic ? default : word;
        }

        line.Terms = Distinct(seen);
        line.Signs = BoilerplateLines.Signs(line.Text) + line.RequestPoints;
        line.Points = line.Signs + line.Furniture.Sum(word => word.Weight);
    }

    /// <summary>Sorted, each once.</summary>
    private static int[] Distinct(List<int> terms)
    {
        var sorted = CollectionsMarshal.AsSpan(terms);
        sorted.Sort();
        var count = 0;
        foreach (var term in sorted)
        {
            if (count == 0 || sorted[count - 1] != term)
            {
                sorted[count++] = term;
            }
        }

        return [.. sorted[..count]];
    }
}
