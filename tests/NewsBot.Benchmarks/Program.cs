using BenchmarkDotNet.Running;
using NewsBot.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SummarizerBenchmarks).Assembly).Run(args);
