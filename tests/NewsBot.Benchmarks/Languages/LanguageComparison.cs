using System.Globalization;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Benchmarks.Languages;

/// <summary>Rate and memory of telling the language of headlines, beside folding their words; with a file of "language, tab, headline" lines also how many are right.</summary>
internal static class LanguageComparison
{
    private const int ShortestHeadline = 40;
    private const int Rounds = 20_000;

    public static int Run(string? file)
    {
        List<(string Language, string Text)> headlines = file is null
            ? [.. LanguageDetectionBenchmarks.Headlines.Select(text => ("", text))]
            : [.. File.ReadLines(file).Select(line => line.Split('\t')).Where(parts => parts.Length == 2 && parts[1].Length >= ShortestHeadline).Select(parts => (parts[0], parts[1]))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        LanguageDetector.Detect(headlines[0].Text);
        Say($"{headlines.Count} headlines; tables {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0:F1} MB");

        var detected = Measure(headlines, text => LanguageDetector.Detect(text) is null ? 0 : 1);
        var folded = Measure(headlines, text => Words.Folded(text).Count());
        Say($"detecting: {detected}; folding the words alone: {folded}");
        if (file is not null)
        {
            Judge(headlines);
        }

        return 0;
    }

    private static void Judge(List<(string Language, string Text)> headlines)
    {
        var byLanguage = headlines.GroupBy(headline => headline.Language, StringComparer.Ordinal)
            .Select(group => (Language: group.Key, Right: group.Count(headline => LanguageDetector.Detect(headline.Text) == group.Key) / (double)group.Count()))
            .OrderBy(language => language.Right)
            .ToList();
        Say($"right: {byLanguage.Average(language => language.Right):P1} on average of {byLanguage.Count} languages");
        foreach (var (language, right) in byLanguage)
        {
            Say($"  {language} {right:P1}");
        }
    }

    private static Work Measure(List<(string Language, string Text)> headlines, Func<string, int> run)
    {
        var warm = headlines.Take(500).Sum(headline => run(headline.Text));
        var work = new Work(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            warm += run(headlines[round % headlines.Count].Text);
        }

        return work.Stop(warm);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
