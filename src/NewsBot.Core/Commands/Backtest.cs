using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Tries a query on the articles of the last week that a place may see, before it is saved.</summary>
public sealed class Backtest(INewsStore store, FeedRegistry feeds, ITermAnalyzer analyzer)
{
    public const int Days = 7;
    private const int MostArticles = 5_000;

    public async Task<BacktestResult> RunAsync(Sight sight, Query query, CancellationToken cancellationToken)
    {
        var trial = QueryTrial.Of(query, await LastWeekAsync(sight, cancellationToken), feeds.TopicsOf, analyzer, examples: 1);
        return new(trial.Passed, trial.Looked, trial.Examples.Count > 0 ? trial.Examples[0].Title : null);
    }

    /// <summary>Newest first; of the last 7 days and at most 5,000.</summary>
    public async Task<IReadOnlyList<Article>> LastWeekAsync(Sight sight, CancellationToken cancellationToken)
    {
        var since = store.Now.AddDays(-Days);
        var found = new List<Article>();
        ArticleId? below = null;
        for (var scanned = 0; scanned < MostArticles; scanned += 500)
        {
            var chunk = await store.NewestArticlesAsync(below, 500, cancellationToken);
            found.AddRange(chunk.Where(article => article.FirstSeen >= since && sight.Sees(article)));
            if (chunk.Count < 500 || chunk[^1].FirstSeen < since)
            {
                break;
            }

            below = chunk[^1].Id;
        }

        return found;
    }
}

/// <summary>What a backtest found.</summary>
/// <param name="Looked">Articles it was tried on.</param>
/// <param name="Example">Title of the newest that passed, or null.</param>
public sealed record BacktestResult(int Passed, int Looked, string? Example);
