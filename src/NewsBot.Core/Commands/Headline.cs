using NewsBot.Core.Articles;

namespace NewsBot.Core.Commands;

/// <summary>A story as a line of the headlines: its first report and how widely and recently it is told.</summary>
/// <param name="Sources">Distinct publishers.</param>
/// <param name="RecentSources">Distinct publishers of the last two hours before <paramref name="Newest"/>.</param>
public sealed record Headline(Article Lead, int Sources, int RecentSources, DateTimeOffset Newest)
{
    private const double HalfLifeHours = 8;
    private const int RisingSources = 3;
    private static readonly TimeSpan RisingWindow = TimeSpan.FromHours(2);

    public static Headline Of(IEnumerable<Article> reports)
    {
        var all = reports.ToList();
        var newest = all.Max(article => article.Published);
        return new(all.MinBy(article => article.Id.Value)!, Publishers(all), Publishers(all.Where(article => article.Published > newest - RisingWindow)), newest);
    }

    /// <summary>A report loses half its weight in eight hours; each further source adds one report's weight.</summary>
    public double Rank(DateTimeOffset now) => Sources * Math.Pow(0.5, Math.Max(0, (now - Newest).TotalHours) / HalfLifeHours);

    /// <summary>Three sources or more, and most of them within the last two hours.</summary>
    public bool IsRising(DateTimeOffset now) => RecentSources >= RisingSources && RecentSources * 2 > Sources && now - Newest < RisingWindow;

    public ListLine LineAt(DateTimeOffset now) => ListPager.Plain(Lead) with { Sources = Sources, IsRising = IsRising(now) };

    private static int Publishers(IEnumerable<Article> articles) => articles.Select(article => article.Source).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
