namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Who wrote the article: the first witness that is believed speaks, the others may only correct it. A publisher's name counts only where the page names nobody else.
/// Nobody rather than a guess: but for JSON-LD, a name must be shown near the article or be given by a second witness, those that are shown there come first,
/// and one of several names in a page's bylines needs a second witness in any case.
/// </summary>
internal static class AuthorVote
{
    private const int Agreeing = 2;

    public static IReadOnlyList<string> Of(PageFacts facts, IReadOnlyList<string> headLines)
    {
        var publisher = PublisherNames.Of(facts);
        var head = new ArticleHead(headLines);
        var witnesses = AuthorWitnesses.Of(facts, headLines).ToList();
        var people = witnesses.Select(witness => new AuthorWitness(publisher.Without(witness), witness.Source)).Where(witness => witness.Names.Count > 0).ToList();
        var named = people.Select(witness => witness with { Names = Confirmed(witness, people, head) })
            .Where(witness => witness.Names.Count > 0 && IsBelieved(witness, people, head, facts))
            .OrderBy(witness => witness.Source == WitnessSource.LinkedData || head.Shows(witness.Names) ? 0 : 1)
            .Select(witness => witness.Names).ToList();
        if (named.Count == 0)
        {
            return witnesses.Find(witness => witness.IsExplicit && Confirmed(witness, people, head).Count > 0)?.Names ?? [];
        }

        return Whole(named[0], named[1..]) ?? [.. named[0].Select(name => Bare(name, named))];
    }

    /// <summary>The names that the page shows near its article or tells machines, too: elements marked as the author's stand in teasers and comments as well.</summary>
    private static IReadOnlyList<string> Confirmed(AuthorWitness witness, List<AuthorWitness> all, ArticleHead head) => witness.Source switch
    {
        WitnessSource.Marked or WitnessSource.Handle when !head.IsEmpty =>
            [.. witness.Names.Where(name => head.Shows(name) || IsTold(name, all))],
        _ => witness.Names,
    };

    private static bool IsBelieved(AuthorWitness witness, List<AuthorWitness> all, ArticleHead head, PageFacts facts) => witness.Source switch
    {
        WitnessSource.MetaTag => head.IsEmpty || head.Shows(witness.Names),
        WitnessSource.Link => head.IsEmpty || head.ShowsInShortLine(witness.Names),
        WitnessSource.Byline => IsTold(witness, all) || ((head.IsEmpty || head.Shows(witness.Names)) && (Agrees(witness, all) || AuthorWitnesses.NamesNobodyBut(witness.Names, facts))),
        _ => true,
    };

    private static bool IsTold(AuthorWitness witness, List<AuthorWitness> all) => witness.Names.Any(name => IsTold(name, all));

    /// <summary>True for a name that the page gives to machines.</summary>
    private static bool IsTold(string name, List<AuthorWitness> all) => all.Exists(other => other.IsHidden && other.Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool Agrees(AuthorWitness witness, List<AuthorWitness> all) =>
        all.Exists(other => other.Source != witness.Source && other.Names.Any(name => witness.Names.Contains(name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The longer list that several other witnesses give, when it begins with the people of the first.</summary>
    private static IReadOnlyList<string>? Whole(IReadOnlyList<string> first, List<IReadOnlyList<string>> others) =>
        others.Find(list => list.Count > first.Count && first.All(name => list.Contains(name, StringComparer.OrdinalIgnoreCase)) && others.Count(other => other.SequenceEqual(list, StringComparer.OrdinalIgnoreCase)) >= Agreeing);

    /// <summary>The name without a role that another witness leaves out.</summary>
    private static string Bare(string name, List<IReadOnlyList<string>> named) =>
        named.SelectMany(list => list).FirstOrDefault(other => other.Contains(' ', StringComparison.Ordinal) && (name.StartsWith(other + " ", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + other, StringComparison.OrdinalIgnoreCase))) ?? name;

    /// <summary>The lines around the begin and the end of the article.</summary>
    private sealed class ArticleHead(IReadOnlyList<string> lines)
    {
        private const int ShortLine = 120;

        public bool IsEmpty => lines.Count == 0;

        public bool Shows(string name) => lines.Any(line => line.Contains(name, StringComparison.OrdinalIgnoreCase));

        public bool Shows(IReadOnlyList<string> names) => names.Any(Shows);

        /// <summary>True for names in a line of their own, not in a sentence that tells of them.</summary>
        public bool ShowsInShortLine(IReadOnlyList<string> names) => names.Any(name => lines.Any(line => line.Length < ShortLine && line.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }
}
