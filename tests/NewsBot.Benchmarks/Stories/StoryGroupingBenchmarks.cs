using BenchmarkDotNet.Attributes;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;

namespace NewsBot.Benchmarks.Stories;

/// <summary>What one article costs when the window is full, beside the reading of its words, which every method would pay.</summary>
[MemoryDiagnoser]
public class StoryGroupingBenchmarks
{
    private readonly SyntheticStories _stories = new(seed: 3);
    private StoryGrouper _grouper = new();

    [Params(1_000, 10_000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _grouper = new StoryGrouper(Members);
        for (var at = 0; at < Members; at++)
        {
            _grouper.Assign(_stories.Next());
        }
    }

    [Benchmark]
    public StoryDecision Assign() => _grouper.Assign(_stories.Next());

    [Benchmark(Baseline = true)]
    public int ReadWords()
    {
        var candidate = _stories.Next();
        return Core.Text.Words.Folded(candidate.Title).Count() + Core.Text.Words.Folded(candidate.Text).Count();
    }
}

/// <summary>Articles of 200 words that are as common as words in a language are: a few in every text, most in hardly any.</summary>
internal sealed class SyntheticStories(int seed)
{
    private const int Vocabulary = 40_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly Random _random = new(seed);
    private long _last;

    public StoryCandidate Next()
    {
        _last++;
        var title = string.Join(' ', Enumerable.Range(0, 9).Select(_ => Word()));
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(_ => Word()));
        return new(new ArticleId(_last), new FeedId(_last % 200), title, text, null, Start.AddSeconds(_last), "en");
    }

    private string Word()
    {
        var rank = (int)Math.Pow(Vocabulary, _random.NextDouble());
        return string.Create(6, rank, static (letters, left) =>
        {
            for (var at = 0; at < letters.Length; at++)
            {
                letters[at] = (char)('a' + ((left + at) % 26));
                left /= 3;
            }
        });
    }
}
