namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Who wrote the article: the first witness that is believed speaks, the others may only correct it. A publisher's name counts only where the page names nobody else.
/// Nobody rather than a guess: what stands in a meta tag must be shown near the article where there is one, and one of several names in a page's bylines needs a second witness.
/// </summary>
internal static class AuthorVote
{
    private const int Agreeing = 2;

    public static IReadOnlyList<string> Of(PageFacts facts, IReadOnlyList<string> headLines)
    {
        var publisher = PublisherNames.Of(facts);
        var witnesses = AuthorWitnesses.Of(facts, headLines).ToList();
        var people = witnesses.Select(witness => (witness.Source, Names: publisher.Without(witness))).Where(pair => pair.Names.Count > 0).ToList();
        var head = string.Join('\n', headLines);
        var named = people.Where(pair => IsBelieved(pair.Source, pair.Names, [.. people.Where(other => other != pair).SelectMany(other => other.Names)], head, facts)).Select(pair => pair.Names).ToList();
        if (named.Count == 0)
        {
            return witnesses.FirstOrDefault(witness => witness.IsExplicit && witness.Names.Count > 0)?.Names ?? [];
        }

        return Whole(named[0], named[1..]) ?? [.. named[0].Select(name => Bare(name, named))];
    }

    private static bool IsBelieved(WitnessSource source, IReadOnlyList<string> names, IReadOnlyList<string> others, string head, PageFacts facts) => source switch
    {
        WitnessSource.MetaTag => head.Length == 0 || StandsIn(names, head),
        WitnessSource.Byline => names.Any(name => others.Contains(name, StringComparer.OrdinalIgnoreCase)) || (StandsIn(names, head) && AuthorWitnesses.NamesNobodyBut(names, facts)),
        _ => true,
    };

    private static bool StandsIn(IReadOnlyList<string> names, string head) => names.Any(name => head.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The longer list that several other witnesses give, when it begins with the people of the first.</summary>
    private static IReadOnlyList<string>? Whole(IReadOnlyList<string> first, List<IReadOnlyList<string>> others) =>
        others.Find(list => list.Count > first.Count && first.All(name => list.Contains(name, StringComparer.OrdinalIgnoreCase)) && others.Count(other => other.SequenceEqual(list, StringComparer.OrdinalIgnoreCase)) >= Agreeing);

    /// <summary>The name without a role that another witness leaves out.</summary>
    private static string Bare(string name, List<IReadOnlyList<string>> named) =>
        named.SelectMany(list => list).FirstOrDefault(other => other.Contains(' ', StringComparison.Ordinal) && (name.StartsWith(other + " ", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + other, StringComparison.OrdinalIgnoreCase))) ?? name;
}
