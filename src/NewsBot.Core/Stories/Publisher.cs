using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Stories;

/// <summary>Tells publishers apart: by the registered domain of the article's address, so that the sections of one site count once; by the name where there is no address.</summary>
public static class Publisher
{
    /// <summary>A key to compare, not to show.</summary>
    public static string Of(Article article) => Of(article.Url, article.Source);

    /// <inheritdoc cref="Of(Article)"/>
    public static string Of(string? url, string source) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && RegistrableDomain.Of(address) is { } domain ? domain : source.ToLowerInvariant();

    /// <summary>Distinct publishers among the articles.</summary>
    public static int Count(IEnumerable<Article> articles) => articles.Select(Of).Distinct(StringComparer.Ordinal).Count();
}
