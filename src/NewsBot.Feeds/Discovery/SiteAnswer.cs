namespace NewsBot.Feeds.Discovery;

/// <summary>What the rules know of an address without asking the network.</summary>
public abstract record SiteAnswer
{
    private SiteAnswer()
    {
    }

    /// <summary>Addresses to try, the best first.</summary>
    public sealed record Candidates(IReadOnlyList<string> Urls) : SiteAnswer
    {
        /// <summary>True when each is a feed of its own to choose from; else the first that works stands for all.</summary>
        public bool IsChoice { get; init; }
    }

    /// <summary>The page must be read: its text between <paramref name="Marks"/> and the next quote completes <paramref name="Template"/> at "{0}".</summary>
    public sealed record InPage(string PageUrl, IReadOnlyList<string> Marks, string Template) : SiteAnswer;

    /// <param name="Reason">A sentence for people: why it cannot be followed and what works instead.</param>
    public sealed record Impossible(string Reason) : SiteAnswer;

    /// <summary>No rule knows the site.</summary>
    public sealed record Unknown : SiteAnswer;
}
