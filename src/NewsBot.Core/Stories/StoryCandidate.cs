using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Stories;

/// <summary>What the grouper looks at.</summary>
public sealed record StoryCandidate(ArticleId Id, FeedId Feed, string Title, string Text, string? Url, DateTimeOffset Published, string? Language)
{
    /// <summary>How much of a body the comparison reads: the lead tells what an article is about.</summary>
    private const int LeadCharacters = 1_500;

    /// <summary>The publisher as people know it; null when nobody said.</summary>
    public string? Source { get; init; }

    public static StoryCandidate Of(Article article)
    {
        var body = article.Body;
        return new(article.Id, article.Feed, article.Title, body.Length > LeadCharacters ? body[..LeadCharacters] : body, article.Url, article.FirstSeen, article.Language) { Source = article.Source };
    }
}

/// <summary>Which story an article belongs to, and the article it copies, if any.</summary>
public sealed record StoryDecision(StoryId Story, ArticleId? CopyOf);
