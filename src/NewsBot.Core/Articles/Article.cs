using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Articles;

/// <summary>One stored article, clean and ready to be shown. Its text is data of strangers: renderers escape it.</summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    /// <summary>Where it came from; pages asked for in a chat, imports and samples have feeds of their own kind.</summary>
    public required FeedId Feed { get; init; }

    /// <summary>The story it belongs to; a story of one article has that article's id.</summary>
    public required StoryId Story { get; init; }

    /// <summary>What makes it the same article at the next fetch, unique within its feed.</summary>
    public required string Key { get; init; }

    /// <summary>One line, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Absolute http(s) address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The publisher as people know it.</summary>
    public required string Source { get; init; }

    public string? Author { get; init; }

    /// <summary>BCP 47 primary language, or null when it could not be told.</summary>
    public string? Language { get; init; }

    /// <summary>UTC. The time of first sight when the publisher gave none or one in the future.</summary>
    public required DateTimeOffset Published { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When a change of title or text was last stored, or null.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Clean body, one paragraph an entry, title and boilerplate removed. Empty when the feed gave no text.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What the feed itself gave, where <see cref="Paragraphs"/> were read from the page; null where they are the feed's own.</summary>
    public IReadOnlyList<string>? Teaser { get; init; }

    /// <summary>Sentences of the extract in article order, verbatim but for the listed trims.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    public string? Image { get; init; }

    /// <summary>Changes exactly when title or body change.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The article this one repeats almost word for word, or null.</summary>
    public ArticleId? CopyOf { get; init; }

    /// <summary>The article that this one is a copy of, or itself.</summary>
    public ArticleId Original => CopyOf ?? Id;

    public string Body => string.Join('\n', Paragraphs);
}
