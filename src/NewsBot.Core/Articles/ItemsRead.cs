using NewsBot.Core.Feeds;

namespace NewsBot.Core.Articles;

/// <summary>What the items of a feed gave, each in one of two ways.</summary>
/// <param name="Drafts">New and changed ones, in the order of the items.</param>
/// <param name="Unchanged">Those that are known and were not read again.</param>
public sealed record ItemsRead(IReadOnlyList<ArticleDraft> Drafts, IReadOnlyList<SeenItem> Unchanged);
