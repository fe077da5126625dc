using BenchmarkDotNet.Running;
using NewsBot.Benchmarks.Search;
using NewsBot.Benchmarks.Subscriptions;

switch (args)
{
    case ["search", ..]:
        return await SearchComparison.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200_000);
    case ["matching", ..]:
        return MatchingComparison.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
