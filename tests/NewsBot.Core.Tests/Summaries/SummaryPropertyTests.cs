using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Summaries;

public sealed class SummaryPropertyTests
{
    private static readonly string[] Pieces =
    [
        "flood", "Orlin", "The", "It", "Sarn", "Dr.", "3.5", "No.", "“", "”", "\"", "'", ".", "!", "?", "…", "。", "，", "洪水", "橋", "।", "नदी", "؟", "نهر", " ", "  ", "\n", "\u00a0", "(", ")", "[AP]", "Подпишитесь", "cookies", "www.sarn.example", "\ud800", "\ufeff", "é", "e\u0301", "ß", "İ", "|", "A.", "z. B.", "said", "bridge", "Thứ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 120].Select(pieces => string.Join(' ', pieces));
    private static readonly string?[] Languages = [null, "en", "de", "ru", "tr", "vi", "ar", "hi", "zh", "ja", "th", "xx"];
    private static readonly Gen<string?> Language = Gen.Int[0, Languages.Length - 1].Select(at => Languages[at]);

    [Fact]
    public void Sentences_put_together_are_the_text() =>
        Gen.Select(Text, Language).Sample((text, language) => Squeezed(text) == Squeezed(string.Concat(SentenceSplitter.Split(text, language))), iter: 2_000);

    [Fact]
    public void A_summary_never_invents() =>
        Gen.Select(Text.Array[0, 12], Language).Sample(
            (paragraphs, language) =>
            {
                var request = new SummaryRequest { Title = "Flood", Paragraphs = paragraphs, Language = language };
                var article = paragraphs.SelectMany(paragraph => SentenceSplitter.Split(paragraph, language)).Select(SentenceShape.Trim).ToHashSet(StringComparer.Ordinal);
                var summary = ExtractiveSummarizer.Summarize(request);
                return summary.All(article.Contains) && (summary.Count > 0 || article.All(sentence => sentence.Length == 0));
            },
            iter: 1_000);

    [Fact]
    public void Cleaning_never_throws_and_keeps_something_of_a_text_with_letters() =>
        Gen.Select(Text.Array[0, 12], Language).Sample(
            (lines, language) =>
            {
                var article = ArticleCleaner.Clean(lines, new CleanHints { Language = language });
                return article.Paragraphs.Count > 0 || !lines.Any(line => line.Any(char.IsLetterOrDigit));
            },
            iter: 1_000);

    [Fact]
    public void Folding_a_letter_at_a_time_is_folding()
    {
        var buffer = new char[1];
        var folded = Enumerable.Range(1, 0xd7ff).Select(unit => (char)unit).Where(unit => TextFolding.TryFold([unit], buffer) && buffer[0].ToString() != Reference(unit)).ToList();

        Assert.Empty(folded);
    }

    [Theory]
    [InlineData("a", 1_000_000)]
    [InlineData(".", 1_000_000)]
    [InlineData("a.", 500_000)]
    [InlineData(". ", 500_000)]
    [InlineData("“", 300_000)]
    [InlineData("\ud800", 300_000)]
    [InlineData("洪", 300_000)]
    [InlineData("word ", 200_000)]
    [InlineData("A short line of a hostile text.\n", 100_000)]
    [InlineData("30.10.2013 \n", 100_000)]
    public void Hostile_text_is_read_in_bounded_time(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        var article = StoredArticleReader.Read(text, "hostile.txt");
        var summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = "", Paragraphs = article.Paragraphs, Language = "en" });

        Assert.InRange(summary.Count, 0, 3);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    /// <summary>Folded beside a letter that has no one-letter form, so that the whole text goes the long way.</summary>
    private static string Reference(char unit) => TextFolding.Fold(unit + "½")[..^3];
}
