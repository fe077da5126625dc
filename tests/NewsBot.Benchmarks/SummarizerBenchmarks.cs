using BenchmarkDotNet.Attributes;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks;

/// <summary>How much does a summary cost against LexRank in the same process, and how does it grow with the article?</summary>
[MemoryDiagnoser]
public class SummarizerBenchmarks
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 600).Select(at => string.Concat("ka lo mi ren tas vo dur elp sun gar".Split(' ').Where((_, bit) => ((at + 1) >> bit & 1) == 1)))];

    private string[] _paragraphs = [];
    private string[] _sentences = [];

    [Params(1_000, 5_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(11);
        _sentences = [.. Enumerable.Range(0, Words / 20).Select(_ => "The " + string.Join(' ', Enumerable.Range(0, 19).Select(_ => Vocabulary[(int)(Math.Pow(random.NextDouble(), 2) * Vocabulary.Length)])) + ".")];
        _paragraphs = [.. _sentences.Chunk(3).Select(chunk => string.Join(' ', chunk))];
    }

    [Benchmark(Baseline = true)]
    public object LexRank() => LexRankReference.Summarize([.. _paragraphs.SelectMany(paragraph => SentenceSplitter.Split(paragraph, "en"))], 3);

    [Benchmark]
    public object Summarize() => ExtractiveSummarizer.Summarize(new SummaryRequest { Title = _sentences[0], Paragraphs = _paragraphs, Language = "en" });

    [Benchmark]
    public object CleanAndSummarize() =>
        ExtractiveSummarizer.Summarize(new SummaryRequest { Title = _sentences[0], Paragraphs = ArticleCleaner.Clean(_paragraphs, new CleanHints { Language = "en" }).Paragraphs, Language = "en" });
}
