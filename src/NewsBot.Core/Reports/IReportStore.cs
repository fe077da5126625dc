using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Reports;

/// <summary>Keeps what people marked as wrong, at most 10,000 reports.</summary>
public interface IReportStore
{
    /// <summary>Keeps the report and, where it says so, splits the article from its story, in one transaction. The same report again changes nothing. False when there is no room.</summary>
    Task<bool> SaveReportAsync(Report report, CancellationToken cancellationToken);

    /// <summary>Those of the articles whose summaries were marked as wrong in that place. At most 500.</summary>
    Task<IReadOnlySet<ArticleId>> WrongSummariesAsync(PlaceId place, IReadOnlyList<ArticleId> articles, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<Report>> ListReportsAsync(CancellationToken cancellationToken);
}
