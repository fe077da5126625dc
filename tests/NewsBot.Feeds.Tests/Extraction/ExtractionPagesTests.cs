using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Articles;
using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Tests.Extraction;

/// <summary>Each page in the folder Pages has what a reader sees in it beside it, as JSON.</summary>
public sealed class ExtractionPagesTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Pages");

    private readonly ArticleExtractor _extractor = new(new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_what_a_reader_sees(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var page = new WebPage(File.ReadAllBytes(Path.Combine(Folder, name + ".html")), null, new Uri(Text(expected, "url")!));

        var reading = _extractor.Extract(page, TestContext.Current.CancellationToken);

        if (Text(expected, "refusal") is { } refusal)
        {
            Assert.Equal(refusal, Assert.IsType<PageReading.NotAnArticle>(reading).Refusal.ToString());
            return;
        }

        var article = Assert.IsType<PageReading.Read>(reading).Article;
        Assert.Equal(Texts(expected, "text"), article.Paragraphs);
        Assert.Equal(Text(expected, "title"), article.Title);
        Assert.Equal(Text(expected, "published"), article.Published?.ToString());
        Assert.Equal(Texts(expected, "author"), article.Authors);
        Assert.Equal(Text(expected, "source"), article.Source);
        Assert.Equal(Text(expected, "language"), article.Language);
        Assert.Equal(Text(expected, "image"), article.Image);
        Assert.Equal(Text(expected, "access") ?? "open", article.Access.ToString().ToLowerInvariant());
    }

    [Fact]
    public void The_folder_of_pages_is_not_empty() => Assert.True(Pages.Count >= 25);

    private static string? Text(JsonDocument document, string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string[] Texts(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(entry => entry.GetString()!)] : [];

    private static string Here([CallerFilePath] string path = "") => path;
}
