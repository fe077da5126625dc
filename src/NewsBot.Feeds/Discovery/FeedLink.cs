namespace NewsBot.Feeds.Discovery;

/// <summary>A feed that a page names.</summary>
/// <param name="Title">As the page writes it, or null.</param>
/// <param name="Type">The media type without parameters, or null where the page gives none.</param>
public sealed record FeedLink(string Url, string? Title, string? Type);
