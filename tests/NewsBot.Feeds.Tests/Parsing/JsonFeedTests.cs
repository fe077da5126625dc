namespace NewsBot.Feeds.Tests.Parsing;

public sealed class JsonFeedTests
{
    private const string Head = """{"version":"1.0","title":"Gazette","items":[{"id":"1","title":"One","tags":["a"]},""";

    [Theory]
    [InlineData("""{"id":"2","title":"Tw""", "One")]
    [InlineData("""{"id":"2","title":"Two"},{"id":3,""", "One|Two")]
    [InlineData("""{"id":"2","title":"Two"}]""", "One|Two")]
    [InlineData("""{"id":"2","title":"Two"}]} <script>x</script>""", "One|Two")]
    [InlineData("{\"id\":\"2\",\"title\":\"Two\nlines\"}]}", "One|Two lines")]
    [InlineData("""{"id":"2","title":"Two \ud83d!"}]}""", "One|Two \ufffd!")]
    public void A_damaged_document_keeps_its_complete_items(string rest, string titles)
    {
        var feed = Reading.Feed(Head + rest);

        Assert.Equal(titles, Reading.Titles(feed));
        Assert.True(feed.Repaired);
        Assert.Equal("Gazette", feed.Title?.Value);
    }

    [Fact]
    public void Attachments_are_enclosures()
    {
        var feed = Reading.Feed(Head + """{"id":"2","attachments":[{"url":"/a.mp3","mime_type":"audio/mpeg","size_in_bytes":12},{"mime_type":"x"}]}]}""");

        var enclosure = Assert.Single(feed.Items[1].Enclosures);
        Assert.Equal(("https://gazette.example/a.mp3", "audio/mpeg", 12L), (enclosure.Url, enclosure.Type, enclosure.Length));
    }
}
