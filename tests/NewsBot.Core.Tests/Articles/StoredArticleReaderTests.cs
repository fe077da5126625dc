using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;

namespace NewsBot.Core.Tests.Articles;

public sealed class StoredArticleReaderTests
{
    private const string Scraped = """
        Follow us on:

        Vance, Oswin discuss Sarn water talks
        October 30, 2023, 9:42 am

        Vance (left) and Oswin (right)  discussed preparations and the worsening drought [AP]

        Vance (left) and Oswin (right) discussed preparations and the worsening drought [AP]

        Sarnian water minister Ledo Vance and Brannoch envoy Mira Oswin spoke by telephone on Tuesday to discuss preparations for the second water conference on the Sarn river.

        The talks are to bring growers and cities together to find a fair way to share the water of the river.

        Vance and Oswin discussed preparations and the worsening drought, according to a report of the water ministry.

        The call was held on her initiative, the ministry said.

        Large growers still refuse to take part in the water conference while the price of water stays a major sticking point.

        Source: Agencies
        """;

    [Fact]
    public void Boilerplate_goes_and_fields_are_taken_out()
    {
        var article = StoredArticleReader.Read(Scraped, null);

        Assert.Equal("Vance, Oswin discuss Sarn water talks", article.Title);
        Assert.Equal(new DateTimeOffset(2023, 10, 30, 9, 42, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("Agencies", article.Source);
        Assert.Equal(5, article.Paragraphs.Count);
        Assert.StartsWith("Sarnian water minister", article.Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_verbatim_and_never_repeats_itself()
    {
        var article = StoredArticleReader.Read(Scraped, null);

        var summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = article.Title!, Paragraphs = article.Paragraphs, Language = "en", Sentences = 2 });

        Assert.Equal(2, summary.Count);
        Assert.All(summary, sentence => Assert.Contains(sentence, string.Join(' ', article.Paragraphs), StringComparison.Ordinal));
        Assert.DoesNotContain(summary, sentence => sentence.StartsWith("Vance and Oswin discussed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_one_sentence_is_kept()
    {
        Assert.Single(StoredArticleReader.Read("Short news.", "a.txt").Paragraphs);
    }
}
