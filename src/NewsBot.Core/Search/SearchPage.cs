using NewsBot.Core.Articles;

namespace NewsBot.Core.Search;

/// <summary>The hits of one search.</summary>
/// <param name="Articles">Best first, by relevance and recency.</param>
/// <param name="Total">How many articles match, shown or not.</param>
/// <param name="Coverage">Whether hits may be missing.</param>
/// <param name="Advice">What finds more; null when something was found.</param>
public sealed record SearchPage(IReadOnlyList<ArticleId> Articles, int Total, IndexCoverage Coverage, SearchAdvice? Advice)
{
    public static readonly SearchPage Unavailable = new([], 0, IndexCoverage.Unavailable, null);
}

/// <summary>How much of the store a search saw.</summary>
public enum IndexCoverage
{
    Complete,

    /// <summary>Articles are still being taken in; a later search may find more.</summary>
    CatchingUp,

    /// <summary>The index cannot be read or written now; the log says why.</summary>
    Unavailable,
}

/// <summary>Ways out of an empty result; each of them finds something the place may see.</summary>
/// <param name="Spellings">Words nobody wrote, with the nearest word that somebody did.</param>
/// <param name="FewerWords">Terms whose leaving out finds something, best first, with how much.</param>
public sealed record SearchAdvice(IReadOnlyList<SpellingAdvice> Spellings, IReadOnlyList<FewerWordsAdvice> FewerWords);

/// <param name="Typed">The term as typed.</param>
/// <param name="Nearest">What to write instead.</param>
public sealed record SpellingAdvice(string Typed, string Nearest);

/// <param name="LeaveOut">The term as typed.</param>
public sealed record FewerWordsAdvice(string LeaveOut, int Total);
