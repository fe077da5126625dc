using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Extraction;

/// <summary>Tells the names of a publisher, its site and other organizations from names of people.</summary>
internal sealed partial class PublisherNames
{
    private const int ShortLabel = 5;

    private readonly HashSet<string> _names;
    private readonly string _label;

    private PublisherNames(HashSet<string> names, string label) => (_names, _label) = (names, label);

    public static PublisherNames Of(PageFacts facts)
    {
        var host = SiteName.Host(facts.Url) ?? "";
        string?[] names = [SiteName.Of(facts), facts.Linked.Publisher, host, .. host.Split('.')[..^1], .. facts.Meta("og:site_name")];
        var keys = names.Select(name => ArticleCleaner.Normalize(name ?? "")).ToHashSet(StringComparer.Ordinal);
        return new PublisherNames(keys, host.Split('.')[0].Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>The people of a witness; none where it only means the publisher, and what else stands in its line is an address.</summary>
    public IReadOnlyList<string> Without(AuthorWitness witness)
    {
        var others = witness.Names.Where(name => !Is(name)).ToList();
        if (others.Count < witness.Names.Count && others.TrueForAll(name => name.All(char.IsAsciiLetter)))
        {
            return [];
        }

        var people = others.Where(name => !Organization().IsMatch(name)).ToList();
        return people.Count > 0 && witness.IsExplicit ? others : people;
    }

    private bool Is(string name)
    {
        var key = ArticleCleaner.Normalize(name);
        if (key.Length == 0 || _names.Contains(key))
        {
            return true;
        }

        var letters = string.Concat(name.Where(char.IsLetterOrDigit));
        return _label.Length >= ShortLabel && letters.Length > _label.Length && letters.Contains(_label, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(?:^|[\s-])(?:gmbh|e\.\s?v\.?|ag|inc|ltd|llc|corp|co|m[eé]dias?|medien|verlag|magazin|magazine|zeitung|news|nachrichten|presse?|agentur|agency|agencies|agenc[ei]a?|agência|ajans[iı]|verein|stiftung|foundation|institute?|landesanstalt|universit\p{L}+|nast|tv|radio|fernsehen|online|network|group|partner|redaktion|redacción|rédaction|redazione|redação|redactie|redaksi|redakcja|team|www\.\S+)\.?(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Organization();
}
