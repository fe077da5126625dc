using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Terminal;

/// <summary>Replies and posts as plain text. Pure; control characters of strangers never reach the screen.</summary>
internal static class PlainRenderer
{
    public static string Render(Reply reply, DateTimeOffset now) => Safe(reply switch
    {
        Reply.Message(var text) => text,
        Reply.Refusal(var text) => text,
        Reply.ArticleList list => List(list, now),
        Reply.ArticleView(var article) => $"{article.Title}\n{Line(article, now)}\n\n{string.Join("\n\n", article.Paragraphs.DefaultIfEmpty("The feed gave no text."))}{Address(article)}",
        Reply.SummaryView(var article, var sentences) => $"{article.Title}\n{string.Join(' ', sentences.DefaultIfEmpty("The feed gave no text."))}\n{Line(article, now)}{Address(article)}",
        Reply.StoryView(var title, var articles) => $"{title}\n{string.Join('\n', articles.Select(article => $"  {Time(article.Published)}  {article.Source}: {article.Title}"))}",
        Reply.SubscriptionList(var subscriptions, var at) => string.Join('\n', subscriptions.Select(subscription => Subscription(subscription, at))),
        var other => throw new InvalidOperationException($"Unknown reply {other.GetType().Name}."),
    });

    public static string Render(Post post, DateTimeOffset now) => Safe(post switch
    {
        Post.Alert(_, var article, var reason) => $"* {article.Title}\n  {string.Join(' ', article.Summary.Take(2))}\n  {Line(article, now)}{(reason is null ? "" : $" · for \"{reason}\"")}{Address(article)}",
        Post.RollUp(var articles, var total) => $"* {total} new articles:\n{string.Join('\n', articles.Select(article => $"  - {article.Title} ({article.Source})"))}",
        var other => throw new InvalidOperationException($"Unknown post {other.GetType().Name}."),
    });

    private static string List(Reply.ArticleList list, DateTimeOffset now)
    {
        var text = new StringBuilder(list.Title);
        foreach (var (line, index) in list.Lines.Select((line, index) => (line, index)))
        {
            var sources = line.Sources > 1 ? string.Create(CultureInfo.InvariantCulture, $" · {line.Sources} sources") : "";
            text.Append(CultureInfo.InvariantCulture, $"\n\n{list.First + index}. {line.Article.Title}\n   {Line(line.Article, now)}{sources}");
            if (line.Article.Summary.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n   {line.Article.Summary[0]}");
            }
        }

        var last = list.First + list.Lines.Count - 1;
        text.Append(CultureInfo.InvariantCulture, $"\n\n{list.First}-{last} of {list.Total}{(last < list.Total ? " · more" : "")} · a number reads that article");
        return list.Note is { } note ? text.Append('\n').Append(note).ToString() : text.ToString();
    }

    private static string Subscription(Subscription subscription, DateTimeOffset now)
    {
        var filter = subscription.Filter is { } words ? $" · only {words}" : "";
        var pause = subscription.Pause?.HoldsAt(now) == true ? " · paused" : "";
        return $"#{subscription.Number} {subscription.Kind.ToString().ToLowerInvariant()} {subscription.Value}{filter}{pause}";
    }

    private static string Line(Article article, DateTimeOffset now) => $"{article.Source} · {Age(now - article.Published, article.Published)}";

    private static string Age(TimeSpan age, DateTimeOffset published) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min ago"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago"),
        { TotalDays: < 7 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} d ago"),
        _ => published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Time(DateTimeOffset time) => time.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Address(Article article) => article.Url is { } url ? "\n  " + url : "";

    private static string Safe(string text) => string.Concat(text.Where(unit => unit == '\n' || (!char.IsControl(unit) && unit is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069'))));
}
