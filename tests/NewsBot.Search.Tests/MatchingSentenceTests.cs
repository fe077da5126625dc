using NewsBot.Core.Search;
using NewsBot.Core.Text;

namespace NewsBot.Search.Tests;

public sealed class MatchingSentenceTests
{
    private static readonly StemmingAnalyzer Analyzer = new();

    [Fact]
    public void The_sentence_with_most_terms_is_shown_with_its_hits_marked()
    {
        var article = Some.Article(1, "News", "The harbour is old. Two ferries left the harbour on Monday. A ferry sank.");

        var sentence = MatchingSentence.Of(article, Some.Query("ferry harbour"), Analyzer, 200);

        Assert.Equal("Two ferries left the harbour on Monday.", sentence!.Text);
        Assert.Equal(["ferries", "harbour"], Marked(sentence));
    }

    [Fact]
    public void A_long_sentence_is_cut_at_words_around_its_first_hit()
    {
        var body = string.Join(' ', Enumerable.Repeat("wind and rain and", 40)) + " the ferry sank " + string.Join(' ', Enumerable.Repeat("near the coast", 40)) + ".";

        var sentence = MatchingSentence.Of(Some.Article(1, "News", body), Some.Query("ferry"), Analyzer, 120);

        Assert.InRange(sentence!.Text.Length, 60, 120);
        Assert.Equal(["ferry"], Marked(sentence));
        Assert.StartsWith("…", sentence.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", sentence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrases_and_prefixes_are_marked_as_one_hit()
    {
        var sentence = MatchingSentence.Of(Some.Article(1, "News", "The Marrow Island ferries wait."), Some.Query("\"marrow island\" ferr*"), Analyzer, 200);

        Assert.Equal(["Marrow Island", "ferries"], Marked(sentence!));
    }

    [Fact]
    public void Characters_without_spaces_are_marked_where_they_stand()
    {
        var sentence = MatchingSentence.Of(Some.Article(1, "News", "今日は東京都の港が閉鎖。", "ja"), Some.Query("東京都"), Analyzer, 200);

        Assert.Equal(["東京都"], Marked(sentence!));
    }

    [Fact]
    public void Without_a_hit_in_the_body_there_is_no_sentence_but_the_title_can_be_marked()
    {
        var article = Some.Article(1, "Ferries wait", "Nothing moves.");

        Assert.Null(MatchingSentence.Of(article, Some.Query("ferry"), Analyzer, 200));
        Assert.Equal(["Ferries"], Marked(MatchingSentence.Mark(article.Title, "en", Some.Query("ferry"), Analyzer)));
    }

    private static IEnumerable<string> Marked(RichText text) => text.Marks.Select(mark => text.Text.Substring(mark.Start, mark.Length));
}
