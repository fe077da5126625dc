using System.Globalization;
using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;
using NewsBot.Benchmarks.Languages;
using NewsBot.Benchmarks.Load;
using NewsBot.Benchmarks.Search;
using NewsBot.Benchmarks.Stories;
using NewsBot.Benchmarks.Subscriptions;

// Comparisons of whole runs are commands of their own; all else goes to BenchmarkDotNet.
return args switch
{
    ["feeds", var count] => await FeedLoad.RunAsync(int.Parse(count, CultureInfo.InvariantCulture)),
    ["feed-parsers", .. var folders] => FeedParserComparison.Run(folders.Length > 0 ? folders[0] : null),
    ["feed-server"] => await LoadServer.RunAsync(),
    ["search", var count, .. var rest] => await SearchComparison.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), alone: rest is ["alone"]),
    ["headlines", var count] => await HeadlineTimes.RunAsync(int.Parse(count, CultureInfo.InvariantCulture)),
    ["matching", var queries] => MatchingComparison.Run(int.Parse(queries, CultureInfo.InvariantCulture)),
    ["summaries", .. var files] => SummaryComparison.Run(files.Length > 0 ? files[0] : null),
    ["languages", .. var files] => LanguageComparison.Run(files.Length > 0 ? files[0] : null),
    _ => RunBenchmarks(args),
};

static int RunBenchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(LanguageDetectionBenchmarks).Assembly).Run(args);
    return 0;
}
