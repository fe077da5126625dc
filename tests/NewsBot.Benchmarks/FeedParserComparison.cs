using System.Diagnostics;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Benchmarks;

/// <summary>
/// What does reading a feed cost beside a bare pass of XmlReader over the same bytes, and beside other parsers? Rounds of all candidates one after the other over the same well-formed feeds, made up here or of a folder,
/// judged by processor time and by the median of the rounds, so that it holds on a machine that others use, too.
/// </summary>
internal static class FeedParserComparison
{
    private const int Rounds = 15;
    private const int WarmUps = 30;

    /// <summary>The runtime optimizes what is called often only when no new method was called for 100 ms.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    private static readonly Uri Address = new("https://gazette.example/feed");
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
    private static readonly FeedParser Parser = new(FeedParserLimits.WholeFile);

    /// <param name="folder">Null for made-up feeds.</param>
    public static int Run(string? folder)
    {
        var all = folder is null ? GeneratedFeeds.All() : Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        List<byte[]> feeds = [.. all.Where(IsReadByAll)];
        if (feeds.Count == 0)
        {
            Console.Error.WriteLine("No feed that all candidates can read.");
            return 1;
        }

        (string Name, Func<byte[], int> Read)[] candidates =
        [
            ("bare XmlReader", Pass),
            ("bytes to text", feed => BodyText.Decode(feed, null).Length),
            ("text to tree", Build),
            ("NewsBot, whole", feed => ((FeedParseResult.Parsed)Parser.Parse(new FeedDocument(feed, Address, null))).Feed.Items.Count),
            ("CodeHollow.FeedReader", feed => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count),
            ("ServiceModel.Syndication", Syndicate),
        ];
        var times = Measure(candidates, feeds);
        var megabytes = feeds.Sum(feed => feed.Length) / 1_048_576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds.Count} feeds, {megabytes:F1} MB, median of {Rounds} rounds by processor time"));
        for (var i = 0; i < candidates.Length; i++)
        {
            var allocated = Allocated(candidates[i].Read, feeds) / 1_048_576.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidates[i].Name,-26} {megabytes / times[i],7:F0} MB/s   {times[0] / times[i]:F2} of the rate of the bare pass   {allocated / megabytes:F1} bytes allocated a byte"));
        }

        return 0;
    }

    private static double[] Measure((string Name, Func<byte[], int> Read)[] candidates, List<byte[]> feeds)
    {
        var rounds = candidates.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            Thread.Sleep(round < WarmUps ? Rest : TimeSpan.Zero);
            for (var i = 0; i < candidates.Length; i++)
            {
                var before = ProcessorTime();
                _ = feeds.Sum(candidates[i].Read);
                if (round >= WarmUps)
                {
                    rounds[i].Add((ProcessorTime() - before).TotalSeconds);
                }
            }
        }

        return [.. rounds.Select(taken => taken.Order().ElementAt(Rounds / 2))];
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static long Allocated(Func<byte[], int> read, List<byte[]> feeds)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = feeds.Sum(read);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int Build(byte[] feed)
    {
        var text = BodyText.Decode(feed, null);
        return new XmlTreeBuilder(new XmlSource(text), FeedRoot.Find(text)).Build().HasElements ? 1 : 0;
    }

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
    private static bool IsReadByAll(byte[] feed)
    {
        try
        {
            Pass(feed);
            Syndicate(feed);
            return CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count > 0
                && Parser.Parse(new FeedDocument(feed, Address, null)) is FeedParseResult.Parsed { Feed.Items.Count: > 0 };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }
}
