using NewsBot.Core.Articles;
using NewsBot.Core.Reports;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Testing;

/// <content>What people marked as wrong.</content>
public sealed partial class MemoryNewsStore
{
    private const int MostReports = 10_000;

    public Task<bool> SaveReportAsync(Report report, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (data.Reports.Exists(known => (known.Kind, known.Article, known.Place) == (report.Kind, report.Article, report.Place)))
        {
            return true;
        }

        if (data.Reports.Count >= MostReports)
        {
            return false;
        }

        data.Reports.Add(report);
        if (report.Kind == ReportKind.Story && data.Articles.TryGetValue(report.Article.Value, out var article))
        {
            data.Articles[article.Id.Value] = article with { Story = new StoryId(article.Id.Value), CopyOf = null };
        }

        return true;
    });

    public Task<IReadOnlySet<ArticleId>> WrongSummariesAsync(PlaceId place, IReadOnlyList<ArticleId> articles, CancellationToken cancellationToken) => ReadAsync(() =>
        (IReadOnlySet<ArticleId>)data.Reports.Where(report => report.Kind == ReportKind.Summary && report.Place == place && articles.Contains(report.Article)).Select(report => report.Article).ToHashSet());

    public Task<IReadOnlyList<Report>> ListReportsAsync(CancellationToken cancellationToken) => ReadAsync(() => (IReadOnlyList<Report>)[.. data.Reports.OrderBy(report => report.Time)]);
}
