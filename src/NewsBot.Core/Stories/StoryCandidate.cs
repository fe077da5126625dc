using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Stories;

/// <summary>What the grouper looks at.</summary>
public sealed record StoryCandidate(ArticleId Id, FeedId Feed, string Title, string Text, string? Url, DateTimeOffset Published, string? Language)
{
    /// <summary>How much of a body the comparison reads: the lead tells what an article is about.</summary>
    internal const int LeadCharacters = 1_500;

    /// <summary>The publisher as people know it; null when nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>Samples of many publishers lie in one feed: here each publisher counts as a feed.</summary>
    public static StoryCandidate OfSample(Article article) => Of(article) with { Feed = new FeedId(article.Source.GetHashCode(StringComparison.Ordinal)) };

    public static StoryCandidate Of(Article article)
    {
        var lead = new StringBuilder();
        foreach (var paragraph in article.Paragraphs)
        {
            if (lead.Length >= LeadCharacters)
            {
                break;
            }

            lead.Append(paragraph, 0, Math.Min(paragraph.Length, LeadCharacters)).Append('\n');
        }

        return new(article.Id, article.Feed, article.Title, lead.ToString(), article.Url, article.Published, article.Language) { Source = article.Source };
    }
}
