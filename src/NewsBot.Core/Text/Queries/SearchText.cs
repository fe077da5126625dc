using NewsBot.Core.Articles;

namespace NewsBot.Core.Text.Queries;

/// <summary>An article prepared once for any number of queries. Not thread-safe.</summary>
public sealed class SearchText
{
    public required AnalyzedText Title { get; init; }

    public required AnalyzedText Body { get; init; }

    /// <summary>Folded words joined by spaces.</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public string? Language { get; init; }

    /// <param name="analyzer">Null folds without stemming.</param>
    public static SearchText Of(Article article, IReadOnlyList<string> topics, ITermAnalyzer? analyzer = null)
    {
        var terms = analyzer ?? FoldingAnalyzer.Instance;
        return new SearchText
        {
            Title = new AnalyzedText(article.Title, article.Language, terms),
            Body = new AnalyzedText(article.Body, article.Language, terms),
            Source = QueryTerm.JoinWords(article.Source),
            Topics = topics,
            Language = article.Language,
        };
    }
}
