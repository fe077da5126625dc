namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Finds stored articles by the address of their page, whatever its scheme, prefix and tracking parameters.</summary>
public interface IArticleAddresses
{
    /// <summary>Newest ids first; at most 16 of the feeds, of the pages of a place at most one. Whoever asks checks what may be seen.</summary>
    /// <param name="pages">Name of the feed with the pages of a place.</param>
    Task<IReadOnlyList<ArticleId>> FindByAddressAsync(string address, string pages, CancellationToken cancellationToken);
}
