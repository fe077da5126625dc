using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Which story an article belongs to, and the article it copies, if any.</summary>
public sealed record StoryDecision(StoryId Story, ArticleId? CopyOf)
{
    /// <summary>True when the article is so close to its story that a message already sent may take it in. Weaker members share lists and counts only. A copy joins what its original joined; else it joins its original alone, which <see cref="CopyOf"/> names.</summary>
    public bool Joins { get; init; }
}
