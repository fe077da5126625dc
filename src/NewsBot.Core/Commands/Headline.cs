using NewsBot.Core.Articles;

namespace NewsBot.Core.Commands;

/// <summary>A story as a line of the headlines: its first report and how widely and recently it is told.</summary>
/// <param name="Sources">Distinct publishers.</param>
/// <param name="RecentSources">Distinct publishers of the last two hours.</param>
/// <param name="RecentReports">Reports of the last two hours.</param>
/// <param name="UsualReports">Reports in two hours as the story had them before.</param>
public sealed record Headline(ArticleId Lead, int Sources, int RecentSources, int RecentReports, double UsualReports, DateTimeOffset Newest)
{
    private const double HalfLifeHours = 8;
    private const int RisingSources = 3;
    private const double RisingTimes = 2;
    private static readonly TimeSpan RisingWindow = TimeSpan.FromHours(2);

    public static Headline Of(IReadOnlyList<RecentArticle> reports, DateTimeOffset now)
    {
        if (reports is [var only])
        {
            var isRecent = only.Published > now - RisingWindow ? 1 : 0;
            return new(only.Id, 1, isRecent, isRecent, (1 - isRecent) / Before(only.Published, now), only.Published);
        }

        var (newest, oldest, lead, recentReports) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue, reports[0].Id, 0);
        var publishers = new HashSet<string>(StringComparer.Ordinal);
        var recent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            newest = report.Published > newest ? report.Published : newest;
            oldest = report.Published < oldest ? report.Published : oldest;
            lead = report.Id.Value < lead.Value ? report.Id : lead;
            publishers.Add(report.Publisher);
            if (report.Published > now - RisingWindow)
            {
                recentReports++;
                recent.Add(report.Publisher);
            }
        }

        return new(lead, publishers.Count, recent.Count, recentReports, (reports.Count - recentReports) / Before(oldest, now), newest);
    }

    /// <summary>How many windows lie between the first report and the last window; at least one.</summary>
    private static double Before(DateTimeOffset oldest, DateTimeOffset now) => Math.Max(1, (now - RisingWindow - oldest) / RisingWindow);

    /// <summary>A report loses half its weight in eight hours; each further source adds one report's weight.</summary>
    public double Rank(DateTimeOffset now) => Sources * Math.Pow(0.5, Math.Max(0, (now - Newest).TotalHours) / HalfLifeHours);

    /// <summary>Three sources or more within two hours, and more than twice the reports that the story had in two hours before.</summary>
    public bool IsRising => RecentSources >= RisingSources && RecentReports > RisingTimes * UsualReports;

    /// <param name="lead">The article that <see cref="Lead"/> names.</param>
    public ListLine Line(Article lead) => ListPager.Plain(lead) with { Sources = Sources, IsRising = IsRising };
}
