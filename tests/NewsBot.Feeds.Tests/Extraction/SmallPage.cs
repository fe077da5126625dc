using System.Text;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Tests.Extraction;

/// <summary>A page of a made-up paper with three paragraphs, and what is read in it.</summary>
internal static class SmallPage
{
    public const string First = "The council of Sarn voted on Tuesday evening to open the northern bridge again after two years of repairs, and nobody spoke against it.";

    public const string Second = "Traffic returns on the first of May, the mayor said, and the ferry that carried people over the river will stop a week later.";

    public const string Third = "Shops on both banks had asked for an earlier day, but the engineers want to test the new bearings under load for another month.";

    private static readonly ArticleExtractor Extractor = new(new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));

    public static string Body => $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    public static PageArticle Read(string head, string body, string url = "https://www.sarnpost.example/news/bridge") =>
        Assert.IsType<PageReading.Read>(Open($"<html lang=en><head>{head}</head><body>{body}</body></html>", url)).Article;

    public static PageReading Open(string html, string url = "https://www.sarnpost.example/news/bridge") =>
        Extractor.Extract(new WebPage(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", new Uri(url)), TestContext.Current.CancellationToken);
}
