using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Delivery;

/// <summary>Tells what breaks through quiet hours.</summary>
public sealed class QuietExceptions(FeedRegistry feeds, ITermAnalyzer analyzer)
{
    /// <summary>The rule for one article, asked for each place: the article is read once and each query tried once.</summary>
    public Func<QuietHours?, bool> For(StoryNews news)
    {
        SearchText? text = null;
        var tried = new Dictionary<string, bool>(StringComparer.Ordinal);
        return quiet => quiet is not null && (news.Sources >= quiet.ExceptSources || (quiet.ExceptQuery is { } words && Matches(words)));

        bool Matches(string words)
        {
            if (!tried.TryGetValue(words, out var matches))
            {
                text ??= SearchText.Of(news.Article, feeds.TopicsOf(news.Article), analyzer);
                tried[words] = matches = QueryParser.Parse(words) is QueryParseResult.Parsed(var query) && query.Matches(text);
            }

            return matches;
        }
    }
}
