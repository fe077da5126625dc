using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Decides whether a summary that a language model wrote may stand for an article: nothing in it that the article does not hold. Pure, and strict rather than lenient: a refused summary costs nothing, as the extract is shown.
/// </summary>
public static class SummaryCheck
{
    /// <summary>Faithful summaries share .64 to .88 of their content words with their article, those of another story .07 (Open-Finance-Lab/Agentic-FinSearch, pull request 302).</summary>
    private const double LeastShare = 0.34;

    /// <summary>Scripts without capitals hide names: there the words themselves must stand in the article.</summary>
    private const double LeastShareWithoutCapitals = 0.85;

    /// <summary>What the title and the extract say is what the article is about.</summary>
    private const double LeastOnTopic = 0.25;

    private const double Longer = 1.25;
    private const int FewWords = 4;
    private const int DetectableLength = 40;

    /// <summary>The first fault, or null when the summary may be shown.</summary>
    /// <param name="extract">Sentences of the article itself.</param>
    /// <param name="words">The budget that was asked for.</param>
    public static SummaryFault? FaultOf(string summary, SummaryRequest article, IReadOnlyList<string> extract, int words)
    {
        var length = Words.Count(summary);
        if (length < FewWords)
        {
            return SummaryFault.Empty;
        }

        var source = article.Title + "\n" + string.Join('\n', article.Paragraphs);
        return length > words * Longer ? SummaryFault.TooLong
            : SummaryMarks.SpeaksToReader(summary) ? SummaryFault.NotASummary
            : SummaryMarks.HasForeignLink(summary, source) ? SummaryFault.Link
            : SummaryNumbers.AreForeign(summary, source) ? SummaryFault.Number
            : !IsInLanguage(summary, article, source) ? SummaryFault.Language
            : SummaryNames.AreForeign(summary, source, article.Language) ? SummaryFault.Name
            : SummaryClaims.AreTurned(summary, source, article.Language) ? SummaryFault.Negation
            : SummaryClaims.AreNamesSwapped(summary, source, article.Language) ? SummaryFault.Roles
            : OverlapFault(summary, source, article.Title + "\n" + string.Join('\n', extract), article.Language);
    }

    /// <summary>True when an article gives orders to whoever summarizes it: such a text is not to be shown to a model.</summary>
    public static bool OrdersModel(string text) => SummaryMarks.OrdersModel(text);

    private static SummaryFault? OverlapFault(string summary, string source, string topic, string? language)
    {
        var least = SummaryNames.HasCapitals(summary) ? LeastShare : LeastShareWithoutCapitals;
        return ShareIn(summary, source, language) < least || ShareIn(summary, topic, language) < LeastOnTopic ? SummaryFault.OtherStory : null;
    }

    private static bool IsInLanguage(string summary, SummaryRequest article, string source)
    {
        if (summary.Length < DetectableLength || LanguageDetector.Detect(summary) is not { } found)
        {
            return true;
        }

        return found == article.Language || found == LanguageDetector.Detect(source);
    }

    /// <summary>Which part of the distinct topic words stands in the other text, whatever their form.</summary>
    private static double ShareIn(string text, string other, string? language)
    {
        var table = new TermTable(language);
        var (own, known) = (new List<int>(), new List<int>());
        table.Read(text, own);
        table.Read(other, known);
        var stems = known.Select(table.StemOf).ToHashSet();
        var distinct = own.Select(table.StemOf).ToHashSet();
        return distinct.Count == 0 ? 0 : (double)distinct.Count(stems.Contains) / distinct.Count;
    }
}

/// <summary>Why a written summary was refused.</summary>
public enum SummaryFault
{
    Empty,
    TooLong,
    NotASummary,
    Link,
    Number,
    Language,
    Name,

    /// <summary>It denies what the article tells, or the other way round.</summary>
    Negation,

    /// <summary>Its names changed places.</summary>
    Roles,
    OtherStory,
}
