using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Extraction;

/// <summary>Reads the article out of JSON-LD: nested objects, arrays, @graph and links by @id. Damaged JSON gives what a look at its text gives; never throws.</summary>
internal static partial class LinkedDataReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static LinkedArticle Read(IReadOnlyList<string> scripts, Uri? url)
    {
        try
        {
            return ReadGraph(scripts, url);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json answers half of a surrogate pair so, and only when the text is asked for.
            return Salvage(scripts);
        }
    }

    private static LinkedArticle ReadGraph(IReadOnlyList<string> scripts, Uri? url)
    {
        var graph = new LinkedGraph();
        var broken = new List<string>();
        foreach (var script in scripts)
        {
            if (Parse(script) is { } root)
            {
                graph.Add(root);
            }
            else
            {
                broken.Add(script);
            }
        }

        var articles = graph.Objects.Where(IsArticle).Select(item => (Item: item, Article: ReadArticle(graph, item))).ToList();
        var best = articles.OrderByDescending(pair => Rank(pair.Item, pair.Article, url)).Select(pair => pair.Article).FirstOrDefault();
        var page = graph.Objects.Where(item => LinkedGraph.Types(item).Any(type => type.EndsWith("Page", StringComparison.Ordinal))).Select(item => LinkedGraph.Text(item, "datePublished")).FirstOrDefault(text => text is not null);
        return (best ?? Salvage(broken)) with { PagePublished = page };
    }

    private static JsonElement? Parse(string script)
    {
        try
        {
            return Root(script);
        }
        catch (JsonException)
        {
            // Line breaks inside strings and wrappers of comments are the usual damage.
        }

        try
        {
            var (open, close) = (script.IndexOfAny(['{', '[']), script.LastIndexOfAny(['}', ']']));
            return open >= 0 && close > open ? Root(Control().Replace(script[open..(close + 1)], " ")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Root(string json)
    {
        using var document = JsonDocument.Parse(Parsing.JsonMending.WithWholeCharacters(json), Options);
        return document.RootElement.Clone();
    }

    private static bool IsArticle(JsonElement item) => LinkedGraph.Types(item).Any(type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "Review" or "Posting" or "CreativeWork" or "Recipe" or "NewsStory" or "Episode" or "VideoObject");

    private static int Rank(JsonElement item, LinkedArticle article, Uri? url)
    {
        var types = LinkedGraph.Types(item).ToList();
        var rank = types.Any(type => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal)) ? 8 : 0;
        rank += types.Contains("VideoObject") ? -4 : 0;
        rank += article.Headline is not null ? 2 : 0;
        rank += article.Published is not null ? 2 : 0;
        rank += article.Authors.Count > 0 ? 1 : 0;
        rank += article.Body is not null ? 1 : 0;
        return rank + (url is not null && Address(item) is { } address && address.Contains(url.AbsolutePath, StringComparison.OrdinalIgnoreCase) && url.AbsolutePath.Length > 1 ? 4 : 0);
    }

    private static string? Address(JsonElement item) =>
        LinkedGraph.Text(item, "url") ?? LinkedGraph.Text(item, "mainEntityOfPage") ?? LinkedGraph.Text(item, "@id")
        ?? (item.TryGetProperty("mainEntityOfPage", out var page) && page.ValueKind == JsonValueKind.Object ? LinkedGraph.Text(page, "@id") : null);

    private static LinkedArticle ReadArticle(LinkedGraph graph, JsonElement item) => new()
    {
        IsFound = true,
        IsLiveBlog = LinkedGraph.Types(item).Contains("LiveBlogPosting"),
        Headline = LinkedGraph.Text(item, "headline") ?? LinkedGraph.Text(item, "name") ?? LinkedGraph.Text(item, "alternativeHeadline"),
        Published = LinkedGraph.Text(item, "datePublished") ?? LinkedGraph.Text(item, "uploadDate") ?? LinkedGraph.Text(item, "dateCreated"),
        Authors = [.. graph.Names(item, "author").Concat(graph.Names(item, "creator")).Distinct(StringComparer.Ordinal)],
        Publisher = graph.Names(item, "publisher").FirstOrDefault(),
        Image = graph.Image(item),
        Language = LinkedGraph.Text(item, "inLanguage"),
        Body = LinkedGraph.Text(item, "articleBody"),
        IsFree = LinkedGraph.Flag(item, "isAccessibleForFree"),
    };

    /// <summary>A date and a headline can be told even from JSON that cannot be parsed.</summary>
    private static LinkedArticle Salvage(IReadOnlyList<string> broken)
    {
        foreach (var script in broken.Select(text => text.Length > 50_000 ? text[..50_000] : text).Where(text => text.Contains("Article", StringComparison.Ordinal) || text.Contains("BlogPosting", StringComparison.Ordinal)))
        {
            var date = DateProperty().Match(script);
            var headline = HeadlineProperty().Match(script);
            if (date.Success || headline.Success)
            {
                return new LinkedArticle { IsFound = true, Published = date.Success ? date.Groups["value"].Value : null, Headline = headline.Success ? headline.Groups["value"].Value : null };
            }
        }

        return LinkedArticle.None;
    }

    [GeneratedRegex("[\u0000-\u001f]+", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Control();

    [GeneratedRegex("\"datePublished\"\\s*:\\s*\"(?<value>[^\"]{8,40})\"", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex DateProperty();

    [GeneratedRegex("\"headline\"\\s*:\\s*\"(?<value>[^\"\\\\]{5,300})\"", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex HeadlineProperty();
}
