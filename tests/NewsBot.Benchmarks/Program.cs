using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(FeedParserBenchmarks).Assembly).Run(args);
