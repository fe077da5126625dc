using System.ServiceModel.Syndication;
using System.Xml;
using BenchmarkDotNet.Attributes;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Benchmarks;

/// <summary>
/// What does reading a feed cost beside a bare pass of XmlReader over the same bytes, and beside other parsers? All read the same well-formed feeds, made up here or taken from the folder that TEST_NEWSBOT_FEEDS names.
/// </summary>
[MemoryDiagnoser]
public class FeedParserBenchmarks
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
    private static readonly Uri Address = new("https://gazette.example/feed");

    private readonly FeedParser _parser = new(FeedParserLimits.WholeFile);
    private List<byte[]> _feeds = [];

    [GlobalSetup]
    public void Read()
    {
        var folder = Environment.GetEnvironmentVariable("TEST_NEWSBOT_FEEDS");
        var all = folder is null ? GeneratedFeeds.All() : Directory.EnumerateFiles(folder).Select(File.ReadAllBytes);
        _feeds = [.. all.Where(IsReadByAll)];
        if (_feeds.Count == 0)
        {
            throw new InvalidOperationException("No feed that all parsers can read. Check the folder that TEST_NEWSBOT_FEEDS names.");
        }
    }

    [Benchmark(Baseline = true)]
    public int BareXmlReader() => _feeds.Sum(Pass);

    [Benchmark]
    public int NewsBotParser() => _feeds.Sum(feed => ((FeedParseResult.Parsed)_parser.Parse(new FeedDocument(feed, Address, null))).Feed.Items.Count);

    [Benchmark]
    public int CodeHollowFeedReader() => _feeds.Sum(feed => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count);

    [Benchmark]
    public int ServiceModelSyndication() => _feeds.Sum(Syndicate);

    private static int Pass(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), Settings);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private static int Syndicate(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), Settings);
        return SyndicationFeed.Load(reader).Items.Sum(item => (item.Title?.Text.Length ?? 0) + (item.Summary?.Text.Length ?? 0));
    }

    /// <summary>A parser that gives up early looks fast: only feeds that all can read are compared.</summary>
    private bool IsReadByAll(byte[] feed)
    {
        try
        {
            Pass(feed);
            Syndicate(feed);
            return CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count > 0
                && _parser.Parse(new FeedDocument(feed, Address, null)) is FeedParseResult.Parsed { Feed.Items.Count: > 0 };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }
}
