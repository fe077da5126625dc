using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Compares what sentences say with the sentences of the source that are most like them: whether it was so or not so, and who stands before whom. Sees no difference that shows in neither. Pure.
/// </summary>
internal static class SummaryClaims
{
    /// <summary>Sentences that share fewer of their words tell different things.</summary>
    private const double Alike = 0.5;

    /// <summary>A sentence that is nearly the source's own keeps its names in order; one in other words may turn them.</summary>
    private const double NearlySame = 0.7;

    private const double NearBest = 0.85;

    private static readonly FrozenSet<string> Negations = "not no never none nobody neither nor cannot nicht kein keine keinen keinem keiner keines nie niemals pas jamais aucun aucune ne nunca jamas ningun ninguna nao non mai nessun nessuno niet geen inte aldrig ikke ei nie ne nu değil yok hiçbir не нет ни никогда без không chưa chẳng tidak bukan belum لا لم لن ليس ليست غير नहीं न ना मत δεν לא nem"
        .Split(' ').Select(TextFolding.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] UnspacedNegations = ["没有", "沒有", "不", "未", "并非", "ない", "ません", "ず、", "않", "못"];

    /// <summary>True when a sentence denies what the source tells, or tells what the source denies.</summary>
    public static bool AreTurned(string summary, string source, string? language) =>
        Compare(summary, source, language, Alike, (sentence, alike) => alike.All(other => IsNegated(other) != IsNegated(sentence)));

    /// <summary>True when a sentence is the source's own but for the order of its names: "Torvald sued Moor" for "Moor sued Torvald".</summary>
    public static bool AreNamesSwapped(string summary, string source, string? language) =>
        Compare(summary, source, language, NearlySame, (sentence, alike) => alike.All(other => IsTurned(Names(sentence), Names(other))));

    private static bool Compare(string summary, string source, string? language, double least, Func<string, List<string>, bool> differs)
    {
        var known = source.Split('\n').SelectMany(paragraph => SentenceSplitter.Split(paragraph, language)).ToList();
        var table = new TermTable(language);
        var stems = known.ConvertAll(sentence => Stems(sentence, table));
        foreach (var sentence in SentenceSplitter.Split(summary, language))
        {
            var own = Stems(sentence, table);
            var shares = stems.ConvertAll(other => own.Count == 0 ? 0 : (double)own.Count(other.Contains) / own.Count);
            var best = shares.DefaultIfEmpty().Max();
            var alike = known.Where((_, at) => shares[at] >= Math.Max(least, best * NearBest)).ToList();
            if (alike.Count > 0 && differs(sentence, alike))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<int> Stems(string sentence, TermTable table)
    {
        var terms = new List<int>();
        table.Read(sentence, terms);
        return [.. terms.Select(table.StemOf)];
    }

    private static bool IsNegated(string sentence) =>
        Words.Folded(sentence).Any(word => Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal))
        || UnspacedNegations.Any(negation => sentence.Contains(negation, StringComparison.Ordinal));

    private static List<string> Names(string sentence) =>
        [.. Words.Spans(sentence).Where(word => char.IsUpper(sentence[word.Start]) && word.Length > 1).Select(word => TextFolding.Fold(sentence.Substring(word.Start, word.Length))).Distinct(StringComparer.Ordinal)];

    private static bool IsTurned(List<string> names, List<string> others)
    {
        var places = names.ConvertAll(name => others.IndexOf(name)).FindAll(place => place >= 0);
        return !places.SequenceEqual(places.Order());
    }
}
