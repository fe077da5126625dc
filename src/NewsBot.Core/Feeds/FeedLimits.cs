namespace NewsBot.Core.Feeds;

/// <summary>Bounds on what a publisher may make us read.</summary>
public static class FeedLimits
{
    public const int ItemsPerFeed = 500;

    public const int WireBytes = 4 * 1024 * 1024;

    public const int DecodedBytes = 8 * 1024 * 1024;

    public const int Redirects = 5;

    public const int XmlDepth = 256;

    public const int UrlCharacters = 2048;
}
