namespace NewsBot.Core.Feeds;

/// <summary>A text of a feed together with whether it is to be read as HTML. RSS does not say, so its texts count as HTML and are read leniently ("a &lt; b" is no tag).</summary>
public readonly record struct FeedText(string Value, bool IsHtml)
{
    public static FeedText Plain(string value) => new(value, IsHtml: false);

    public static FeedText Html(string value) => new(value, IsHtml: true);
}
