using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Stories;

/// <summary>One article inside the window.</summary>
internal sealed class StoryMember(StoryCandidate candidate, ArticlePrint print)
{
    public ArticleId Id { get; } = candidate.Id;

    public FeedId Feed { get; } = candidate.Feed;

    public string? Source { get; } = candidate.Source;

    public DateTimeOffset Published { get; } = candidate.Published;

    public string? UrlKey { get; } = Stories.UrlKey.Of(candidate.Url);

    public Title Title => Print.Title;

    public ArticlePrint Print { get; } = print;

    public bool HasText => Print.Pairs.Length >= 8;

    /// <summary>Set when the member is put into the index.</summary>
    public TermVector Terms { get; set; } = TermVector.Empty;

    /// <inheritdoc cref="Terms"/>
    public TermVector TitleTerms { get; set; } = TermVector.Empty;

    /// <summary>The original of which it is a copy, or itself.</summary>
    public ArticleId Original { get; set; } = candidate.Id;

    /// <summary>The first of its story, or so close to such a one that it joined it: only these draw others into a message.</summary>
    public bool IsCore { get; set; }

    public StoryMembers Story { get; set; } = null!;

    /// <summary>Scratch of the index: similarity so far in the search of number <see cref="Search"/>.</summary>
    public float Score { get; set; }

    /// <inheritdoc cref="Score"/>
    public long Search { get; set; }
}

/// <summary>The articles of one story inside the window, oldest first.</summary>
internal sealed class StoryMembers(StoryId id)
{
    public StoryId Id { get; } = id;

    public List<StoryMember> Members { get; } = [];

    public bool HasFeed(FeedId feed) => Members.Exists(member => member.Feed == feed);
}
