using NewsBot.Core.Summaries;

namespace NewsBot.Core.Tests.Summaries;

public sealed class StorySummarizerTests
{
    private static readonly StoryReport[] Reports =
    [
        new("Courier", "Flood hits Orlin", ["A flood swept through the old town of Orlin on Monday.", "The flood damaged three bridges over the Sarn river.", "A baker said his ovens stayed dry."], "en"),
        new("Herald", "Orlin under water", ["The old town of Orlin stood under water after a flood on Monday.", "Three bridges over the Sarn river are damaged."], "en"),
        new("Valley Post", "Bridges damaged", ["Three bridges over the Sarn were damaged by a flood in the old town of Orlin on Monday."], "en"),
    ];

    [Fact]
    public void What_several_publishers_say_is_told_first()
    {
        var summary = StorySummarizer.Summarize(Reports, 1);

        Assert.NotEmpty(Assert.Single(summary).AgreeingSources);
    }

    [Fact]
    public void What_one_publisher_alone_says_carries_its_name()
    {
        var summary = StorySummarizer.Summarize(Reports, 5);

        Assert.All(summary, sentence => Assert.Equal(sentence.AgreeingSources.Count == 0 ? sentence.Source : null, sentence.Attribution));
        Assert.Contains(summary, sentence => sentence.Text.Contains("baker", StringComparison.Ordinal) && sentence.Attribution == "Courier");
    }

    [Fact]
    public void Reports_of_one_publisher_do_not_confirm_each_other()
    {
        var summary = StorySummarizer.Summarize([Reports[0], Reports[0] with { Title = "Again" }], 1);

        Assert.Equal("Courier", Assert.Single(summary).Attribution);
    }

    [Fact]
    public void No_report_gives_no_summary() => Assert.Empty(StorySummarizer.Summarize([], 3));
}
