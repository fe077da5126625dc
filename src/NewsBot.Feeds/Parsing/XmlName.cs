namespace NewsBot.Feeds.Parsing;

/// <summary>A local name in lower case.</summary>
internal sealed record XmlName(string Text, FeedRole Role);
