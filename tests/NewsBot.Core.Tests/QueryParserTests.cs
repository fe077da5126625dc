using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Tests;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("ferry harbour", true)]
    [InlineData("ferry moon", false)]
    [InlineData("moon, ferry", true)]
    [InlineData("ferry -island", false)]
    [InlineData("\"marrow island\"", true)]
    [InlineData("“island marrow”", false)]
    [InlineData("harb*", true)]
    [InlineData("title:harbour", false)]
    [InlineData("=Ferry", true)]
    [InlineData("=FERRY", false)]
    public void A_query_matches_as_its_grammar_says(string query, bool matches)
    {
        var text = new SearchText
        {
            Title = "Ferry to Marrow Island",
            Original = "Ferry to Marrow Island\nThe harbour is open.",
            TitleWords = ["ferry", "to", "marrow", "island"],
            AllWords = ["ferry", "to", "marrow", "island", "the", "harbour", "is", "open"],
            Source = "ellery post",
            Topics = [],
        };

        var parsed = Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse(query));

        Assert.Equal(matches, parsed.Query.Matches(text));
    }

    [Fact]
    public void An_empty_query_says_what_to_do()
    {
        Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse("  \"\" "));
    }
}
