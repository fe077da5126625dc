using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Feeds;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Everything outside the program, where nothing answers: no feed, no page, no file of secrets.</summary>
internal sealed class ClosedWorld : IFeedFetcher, IFeedParser, IFeedFinder, IFeedAccessStore, IPageFetcher, IArticleExtractor, IArticleAddresses, IHtmlReader
{
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => Task.FromResult<FetchResult>(new FetchResult.Failed(FetchFailure.ConnectionFailed, null, "closed"));

    public Task<PageFetch> FetchAsync(Uri url, CancellationToken cancellationToken) => Task.FromResult<PageFetch>(new PageFetch.Refused("closed"));

    public FeedParseResult Parse(FeedDocument document) => new FeedParseResult.NotAFeed(NotAFeedKind.Empty, "closed");

    public Task<FeedSearch> FindAsync(string address, CancellationToken cancellationToken) => Task.FromResult<FeedSearch>(new FeedSearch.NotFound("closed"));

    public Task<FeedSearch> CheckAsync(Uri url, FeedAccess access, CancellationToken cancellationToken) => FindAsync(url.AbsoluteUri, cancellationToken);

    public Task SaveFeedAccessAsync(FeedId feed, FeedAccess access, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<StoredFeedAccess>> LoadFeedAccessAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StoredFeedAccess>>([]);

    public PageReading Extract(WebPage page, CancellationToken cancellationToken) => new PageReading.NotAnArticle(PageRefusal.Empty, "closed", null);

    public Task<IReadOnlyList<ArticleId>> FindByAddressAsync(string address, string pages, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ArticleId>>([]);

    public IReadOnlyList<HtmlBlock> ReadBlocks(string html, Uri? baseUrl) => [];

    public string ReadLine(string html) => html;
}
