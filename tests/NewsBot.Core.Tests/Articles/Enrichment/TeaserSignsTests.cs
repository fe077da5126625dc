using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Tests.Articles.Enrichment;

public sealed class TeaserSignsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("The river rose again at Sarn and the fields stood under water. ", 30));
    private static readonly string Middle = string.Concat(Enumerable.Repeat("The river rose again at Sarn and the fields stood under water. ", 12));

    [Fact]
    public void A_feed_of_short_items_is_a_teaser_feed() => Assert.True(TeaserSigns.IsTeaserFeed(Extents("One line.", "Another line.", Long)));

    [Fact]
    public void A_feed_of_long_items_is_none_even_with_a_short_note_among_them() => Assert.False(TeaserSigns.IsTeaserFeed(Extents(Long, "A note.", Long)));

    [Fact]
    public void A_feed_whose_items_break_off_is_a_teaser_feed() => Assert.True(TeaserSigns.IsTeaserFeed(Extents(Middle + "…", Middle + "[...]", Middle)));

    [Fact]
    public void A_feed_without_items_tells_nothing() => Assert.False(TeaserSigns.IsTeaserFeed([]));

    [Fact]
    public void A_long_item_of_a_teaser_feed_needs_no_page() => Assert.False(TeaserSigns.WantsPage(FullTextMode.Automatic, Extents("Short.", "Short too.", Long), Long));

    private static IReadOnlyList<TextExtent> Extents(params IEnumerable<string> texts) => [.. texts.Select(TextExtent.Of)];
}
