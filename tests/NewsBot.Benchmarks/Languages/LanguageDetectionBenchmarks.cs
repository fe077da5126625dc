using BenchmarkDotNet.Attributes;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Benchmarks.Languages;

/// <summary>What it costs to tell the language of a headline, beside folding its words.</summary>
[MemoryDiagnoser]
public class LanguageDetectionBenchmarks
{
    internal static readonly string[] Headlines =
    [
        "Parliament approves the new budget after a long night of debate",
        "Parlament beschließt neuen Haushalt nach langer Nachtsitzung",
        "El parlamento aprueba los nuevos presupuestos tras una larga noche",
        "Парламент принял новый бюджет после долгого ночного заседания",
        "البرلمان يقر الموازنة الجديدة بعد ليلة طويلة من النقاش",
        "議会は長い夜の審議の末に新しい予算を可決した",
    ];

    [Benchmark(OperationsPerInvoke = 6)]
    public int Detect() => Headlines.Count(headline => LanguageDetector.Detect(headline) is not null);

    [Benchmark(Baseline = true, OperationsPerInvoke = 6)]
    public int FoldWords() => Headlines.Sum(headline => Words.Folded(headline).Count());
}
