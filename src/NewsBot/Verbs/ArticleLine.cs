using System.Text.Json.Serialization;
using NewsBot.Core.Articles;

namespace NewsBot.Verbs;

/// <summary>A stored article as one line of a .jsonl file; what "export" writes and "import" reads.</summary>
internal sealed record ArticleLine
{
    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Image { get; init; }

    /// <summary>Paragraphs joined by line breaks.</summary>
    public string? Text { get; init; }

    public static ArticleLine Of(Article article) => new()
    {
        Title = article.Title,
        Url = article.Url,
        Source = article.Source,
        Author = article.Author,
        Language = article.Language,
        Published = article.Published,
        Image = article.Image,
        Text = article.Body,
    };
}

/// <summary>How it lies in the file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleLine))]
[JsonSerializable(typeof(List<ArticleLine>))]
internal sealed partial class ArticleLineJson : JsonSerializerContext;
