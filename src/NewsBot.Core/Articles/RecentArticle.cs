using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>What lists need of an article before they show it, small enough to keep thousands in memory.</summary>
/// <param name="Publisher">A key that tells publishers apart.</param>
/// <param name="Source">The publisher's name, folded.</param>
public sealed record RecentArticle(ArticleId Id, FeedId Feed, StoryId Story, string Publisher, string Source, string? Language, DateTimeOffset Published, DateTimeOffset FirstSeen)
{
    /// <summary>The article that this one is a copy of, or itself.</summary>
    public ArticleId Original { get; init; } = Id;

    public static RecentArticle Of(Article article) => new(
        article.Id,
        article.Feed,
        article.Story,
        Stories.Publisher.Of(article),
        TextFolding.Fold(article.Source),
        article.Language,
        article.Published,
        article.FirstSeen)
    {
        Original = article.Original,
    };
}
