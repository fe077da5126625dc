namespace NewsBot.Feeds.Parsing;

/// <summary>A local name in lower case.</summary>
internal sealed record XmlName(string Text, FeedRole Role)
{
    public bool Has(FeedRole role) => (Role & role) != FeedRole.None;
}
