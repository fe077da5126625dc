namespace NewsBot.Core.Stories;

/// <summary>The weighted terms of one article: of its title, and of title and lead together. One list for both where there is no text.</summary>
internal sealed record ArticleTerms(IReadOnlyList<KeyValuePair<string, float>> Title, IReadOnlyList<KeyValuePair<string, float>> All);
