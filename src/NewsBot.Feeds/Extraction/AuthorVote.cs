namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Who wrote the article: the first witness that names people speaks, the others may only correct it. A publisher's name counts only where the page names nobody else.
/// </summary>
internal static class AuthorVote
{
    private const int Agreeing = 2;

    public static IReadOnlyList<string> Of(PageFacts facts, IReadOnlyList<string> headLines)
    {
        var publisher = PublisherNames.Of(facts);
        var witnesses = AuthorWitnesses.Of(facts, headLines).ToList();
        var named = witnesses.Select(witness => publisher.Without(witness)).Where(people => people.Count > 0).ToList();
        if (named.Count == 0)
        {
            return witnesses.FirstOrDefault(witness => witness.IsExplicit && witness.Names.Count > 0)?.Names ?? [];
        }

        return Whole(named[0], named[1..]) ?? [.. named[0].Select(name => Bare(name, named))];
    }

    /// <summary>The longer list that several other witnesses give, when it begins with the people of the first.</summary>
    private static IReadOnlyList<string>? Whole(IReadOnlyList<string> first, List<IReadOnlyList<string>> others) =>
        others.Find(list => list.Count > first.Count && first.All(name => list.Contains(name, StringComparer.OrdinalIgnoreCase)) && others.Count(other => other.SequenceEqual(list, StringComparer.OrdinalIgnoreCase)) >= Agreeing);

    /// <summary>The name without a role that another witness leaves out.</summary>
    private static string Bare(string name, List<IReadOnlyList<string>> named) =>
        named.SelectMany(list => list).FirstOrDefault(other => other.Contains(' ', StringComparison.Ordinal) && (name.StartsWith(other + " ", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" " + other, StringComparison.OrdinalIgnoreCase))) ?? name;
}
