using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Delivery;

/// <summary>Tells what breaks through quiet hours.</summary>
public sealed class QuietExceptions(FeedRegistry feeds, ITermAnalyzer analyzer)
{
    public bool LetThrough(QuietHours? quiet, StoryNews news) =>
        quiet is not null && (news.Sources >= quiet.ExceptSources || (quiet.ExceptQuery is { } words && Matches(words, news)));

    private bool Matches(string words, StoryNews news) =>
        QueryParser.Parse(words) is QueryParseResult.Parsed(var query) && query.Matches(SearchText.Of(news.Article, feeds.TopicsOf(news.Article), analyzer));
}
