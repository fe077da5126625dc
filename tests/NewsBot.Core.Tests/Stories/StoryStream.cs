using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Tests.Stories;

/// <summary>Feeds a grouper with reports; each comes from a feed of its own unless one is named.</summary>
internal sealed class StoryStream(StoryGrouper grouper)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private long _last;

    public StoryStream()
        : this(new StoryGrouper())
    {
    }

    public StoryDecision Report(string title, string text = "", string source = "Globe Now", double hours = 0, string? url = null, string language = "en", long? feed = null) =>
        grouper.Assign(Candidate(title, text, source, hours, url, language, feed));

    public void Split(long article) => grouper.Split(new ArticleId(article));

    public StoryCandidate Candidate(string title, string text = "", string source = "Globe Now", double hours = 0, string? url = null, string language = "en", long? feed = null)
    {
        _last++;
        return new(new ArticleId(_last), new FeedId(feed ?? _last), title, text, url, Start.AddHours(hours), language) { Source = source };
    }
}
