using NewsBot.Core.Articles;

namespace NewsBot.Core.Text.Queries;

/// <summary>An article prepared once for any number of queries.</summary>
public sealed record SearchText
{
    public required string Title { get; init; }

    public required string Original { get; init; }

    public required IReadOnlyList<string> TitleWords { get; init; }

    public required IReadOnlyList<string> AllWords { get; init; }

    /// <summary>Folded.</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public string? Language { get; init; }

    public static SearchText Of(Article article, IReadOnlyList<string> topics)
    {
        var original = article.Title + "\n" + article.Body;
        return new SearchText
        {
            Title = article.Title,
            Original = original,
            TitleWords = [.. Words.Folded(article.Title)],
            AllWords = [.. Words.Folded(original)],
            Source = TextFolding.Fold(article.Source),
            Topics = topics,
            Language = article.Language,
        };
    }
}
