namespace NewsBot.Core.Feeds;

/// <summary>The dialect of a feed document.</summary>
public enum FeedFormat
{
    Rss090,
    Rss091,
    Rss092,
    Rss20,
    Rdf,
    Atom03,
    Atom10,
    Cdf,
    JsonFeed,
    Sitemap,
}
