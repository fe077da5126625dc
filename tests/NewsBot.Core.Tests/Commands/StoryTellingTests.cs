using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

public sealed class StoryTellingTests
{
    private static readonly Article First = Report(1, "Courier", "A flood swept through the old town of Orlin on Monday.", "The flood damaged three bridges over the Sarn river.");
    private static readonly Article Second = Report(2, "Herald", "A flood swept the old town of Orlin on Monday and damaged three bridges over the Sarn river.", "Forty families spent the night in the school gymnasium of Velden.");

    [Fact]
    public void A_later_report_shows_what_it_adds()
    {
        var story = StoryTelling.Of(First, [First, Second]);

        Assert.Equal("Forty families spent the night in the school gymnasium of Velden.", Assert.Contains(Second.Id, story.Additions));
        Assert.DoesNotContain(First.Id, story.Additions);
        Assert.Equal(2, story.Sources);
    }

    [Fact]
    public void What_one_source_alone_says_carries_its_name_as_people_know_it()
    {
        var story = StoryTelling.Of(First, [First, Second]);

        Assert.NotEmpty(story.Summary);
        Assert.All(story.Summary, sentence => Assert.True(sentence.Source is "Courier" or "Herald", sentence.Source));
        Assert.All(story.Summary.Where(sentence => sentence.Text.StartsWith("Forty", StringComparison.Ordinal)), sentence => Assert.Equal("Herald", sentence.Attribution));
    }

    [Fact]
    public void A_copy_confirms_nothing()
    {
        var copy = First with { Id = new ArticleId(3), Source = "Valley Post", Url = "https://valley.example/3", CopyOf = First.Id };

        var story = StoryTelling.Of(First, [First, copy]);

        Assert.Equal(2, story.Reports.Count);
        Assert.All(story.Summary, sentence => Assert.Equal("Courier", sentence.Attribution));
        Assert.Empty(story.Additions);
    }

    private static Article Report(long id, string source, params string[] paragraphs) => Some.Article("Flood in Orlin", id) with
    {
        Source = source,
        Url = $"https://{source.ToLowerInvariant()}.example/{id}",
        Paragraphs = paragraphs,
        Published = Some.Morning.AddHours(id),
    };
}
