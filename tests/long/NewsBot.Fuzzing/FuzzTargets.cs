using System.Text;
using System.Xml;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;
using NewsBot.Feeds.Extraction;
using NewsBot.Feeds.Html;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Fuzzing;

/// <summary>Everything that reads what strangers send. A target promises to return for any bytes: an exception that leaves it is a fault.</summary>
public static class FuzzTargets
{
    private static readonly Uri Address = new("https://gazette.example/a/b");
    private static readonly FeedParser Parser = new();
    private static readonly HtmlReader Html = new();
    private static readonly ArticleExtractor Extractor = new(TimeProvider.System);

    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["feed"] = Feed,
        ["json-feed"] = Feed,
        ["date"] = bytes => FeedDates.TryParse(Text(bytes)),
        ["page"] = bytes => Extractor.Extract(new WebPage(bytes, null, Address), CancellationToken.None),
        ["html"] = bytes => Html.ReadBlocks(Text(bytes), Address),
        ["opml"] = Opml,
        ["cleaner"] = bytes => ArticleCleaner.Clean(Text(bytes).Split('\n'), new CleanHints { Title = "Bridge opens", Language = "en" }),
        ["sentences"] = Sentences,
        ["query"] = Query,
    };

    /// <summary>Reads it and, as the intake would, every text in it.</summary>
    private static void Feed(byte[] bytes)
    {
        if (Parser.Parse(new FeedDocument(bytes, Address, null)) is not FeedParseResult.Parsed(var feed))
        {
            return;
        }

        foreach (var item in feed.Items.Take(3))
        {
            Html.ReadLine(item.Title?.Value ?? "");
            Html.ReadBlocks(item.Content?.Value ?? item.Summary?.Value ?? "", Address);
        }
    }

    private static void Opml(byte[] bytes)
    {
        SubscriptionFile.Read(bytes);
        try
        {
            using var text = new StringReader(Text(bytes));
            Catalogue.Read(text);
        }
        catch (XmlException)
        {
            // The catalogue says so of a file that is no XML.
        }
    }

    private static void Sentences(byte[] bytes)
    {
        var text = Text(bytes);
        foreach (var language in (ReadOnlySpan<string?>)["en", "de", "zh", null])
        {
            SentenceSplitter.Split(text, language);
        }
    }

    private static void Query(byte[] bytes)
    {
        var text = Text(bytes);
        QueryParser.Parse(text, QueryUse.Filter);
        QueryParser.Parse(text, QueryUse.Subscription);
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
