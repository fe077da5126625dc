using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>What a query would have let pass, were it in force before. Pure.</summary>
/// <param name="Looked">Articles it was tried on.</param>
/// <param name="Examples">The first that passed, in the order given.</param>
public sealed record QueryTrial(int Passed, int Looked, IReadOnlyList<Article> Examples)
{
    public static QueryTrial Of(Query query, IEnumerable<Article> articles, Func<Article, IReadOnlyList<string>> topicsOf, ITermAnalyzer analyzer, int examples)
    {
        var looked = 0;
        var passed = 0;
        var first = new List<Article>();
        foreach (var article in articles)
        {
            looked++;
            if (!query.Matches(SearchText.Of(article, topicsOf(article), analyzer)))
            {
                continue;
            }

            passed++;
            if (first.Count < examples)
            {
                first.Add(article);
            }
        }

        return new QueryTrial(passed, looked, first);
    }
}
