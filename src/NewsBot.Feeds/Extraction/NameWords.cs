namespace NewsBot.Feeds.Extraction;

/// <summary>Splits names of classes into lower-case words: "ArticleBody__related-links" is article, body, related, links.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsLetterOrDigit(name[at]) || (at > start && char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
            if (!ends)
            {
                continue;
            }

            if (at > start)
            {
                words.Add(name[start..at].ToLowerInvariant());
            }

            start = at < name.Length && !char.IsLetterOrDigit(name[at]) ? at + 1 : at;
        }

        return words;
    }
}
