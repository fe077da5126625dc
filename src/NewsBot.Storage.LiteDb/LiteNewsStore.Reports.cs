using System.Globalization;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Reports;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>What people marked as wrong: "reports" by kind, article and place.</content>
public sealed partial class LiteNewsStore
{
    private const int MostReports = 10_000;

    public Task<bool> SaveReportAsync(Report report, CancellationToken cancellationToken) => host.WriteAsync(database => SaveReport(database, report), cancellationToken);

    public Task<IReadOnlySet<ArticleId>> WrongSummariesAsync(PlaceId place, IReadOnlyList<ArticleId> articles, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlySet<ArticleId>>(
            database =>
            {
                var reports = database.GetCollection("reports");
                return articles.Take(Chunks.Size).Where(article => reports.FindById(ReportKey(ReportKind.Summary, article, place)) is not null).ToHashSet();
            },
            cancellationToken);

    public Task<IReadOnlyList<Report>> ListReportsAsync(CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<Report>>(
            database => [.. Chunks.All(database.GetCollection("reports")).Select(document => StoreJson.Read(document, StoreJson.Default.Report)).OrderBy(report => report.Time)],
            cancellationToken);

    private static bool SaveReport(LiteDatabase database, Report report)
    {
        var reports = database.GetCollection("reports");
        var key = ReportKey(report.Kind, report.Article, report.Place);
        if (reports.FindById(key) is not null)
        {
            return true;
        }

        if (database.GetCollection("meta").FindById("report-count") is { } counter && counter["value"].AsInt64 >= MostReports)
        {
            return false;
        }

        reports.Insert(StoreJson.Write(key, report, StoreJson.Default.Report));
        LiteCounters.Add(database, "report-count", 1);
        if (report.Kind == ReportKind.Story)
        {
            SplitFromStory(database, report.Article);
        }

        return true;
    }

    /// <summary>The article becomes the first of its own story; a story's first article takes no other name and stays.</summary>
    private static void SplitFromStory(LiteDatabase database, ArticleId id)
    {
        var articles = database.GetCollection("articles");
        if (articles.FindById(id.Value) is not { } found || ArticleOf(found) is not { } article || article.Story.Value == id.Value)
        {
            return;
        }

        var stories = database.GetCollection("stories");
        if (stories.FindById(article.Story.Value) is { } story)
        {
            story["a"] = new BsonArray(story["a"].AsArray.Where(member => member.AsInt64 != id.Value));
            stories.Update(story);
        }

        var own = article with { Story = new StoryId(id.Value), CopyOf = null };
        articles.Update(StoreJson.Write(id.Value, own, StoreJson.Default.Article));
        AddToStory(database, own);
    }

    private static string ReportKey(ReportKind kind, ArticleId article, PlaceId place) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{article.Value}:{place.Value}");
}
