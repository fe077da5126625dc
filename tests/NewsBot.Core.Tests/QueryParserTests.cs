using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Tests;

public sealed class QueryParserTests
{
    private static readonly SearchText Ferry = TextOf("Ferry to Marrow Island", "The harbour is open.\nTickets cost 1,000 crowns. L'île de Marrow rit.");

    [Theory]
    [InlineData("ferry harbour", true)]
    [InlineData("ferry moon", false)]
    [InlineData("moon, ferry", true)]
    [InlineData("moon،ferry", true)]
    [InlineData("moon、ferry", true)]
    [InlineData("ferry -island", false)]
    [InlineData("ferry –island", false)]
    [InlineData("ferry !moon", true)]
    [InlineData("-moon", true)]
    [InlineData("moon, ferry -open", false)]
    [InlineData("\"marrow island\"", true)]
    [InlineData("“marrow island”", true)]
    [InlineData("«marrow island»", true)]
    [InlineData("“island marrow”", false)]
    [InlineData("\"island the harbour\"", false)]
    [InlineData("\"ferry, to marrow\"", true)]
    [InlineData("\"marrow isl*\"", true)]
    [InlineData("\"marrow isl\"*", true)]
    [InlineData("harb*", true)]
    [InlineData("harb", false)]
    [InlineData("HARBOUR", true)]
    [InlineData("ｆｅｒｒｙ", true)]
    [InlineData("１，０００", true)]
    [InlineData("1,000", true)]
    [InlineData("ile", true)]
    [InlineData("title:harbour", false)]
    [InlineData("title:ferry", true)]
    [InlineData("TITLE:\"marrow island\"", true)]
    [InlineData("-title:ferry", false)]
    [InlineData("source:ellery", true)]
    [InlineData("source:\"Ellery Post\"", true)]
    [InlineData("source:moon", false)]
    [InlineData("topic:Harbours", true)]
    [InlineData("lang:en ferry", true)]
    [InlineData("lang:en-GB ferry", true)]
    [InlineData("lang:de ferry", false)]
    [InlineData("=Ferry", true)]
    [InlineData("=FERRY", false)]
    [InlineData("=\"Marrow Island\"", true)]
    [InlineData("=\"marrow Island\"", false)]
    [InlineData("/harb.{2,4}r/", true)]
    [InlineData("/cost 1,0+ crowns/", true)]
    [InlineData("ferry -/ISL.ND/", false)]
    [InlineData("title:/^ferry/", true)]
    [InlineData("/harbour", true)]
    [InlineData("ferry - island", true)]
    [InlineData("moon OR ferry", true)]
    [InlineData("moon OR stars", false)]
    [InlineData("moon or ferry", false)]
    [InlineData("ferry AND harbour", true)]
    [InlineData("ferry AND moon", false)]
    [InlineData("ferry NOT island", false)]
    [InlineData("ferry AND NOT moon", true)]
    [InlineData("ferry OR", false)]
    [InlineData("\"ferry OR moon\"", false)]
    public void A_query_matches_as_its_grammar_says(string query, bool matches)
    {
        var parsed = Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse(query));

        Assert.Equal(matches, parsed.Query.Matches(Ferry));
    }

    [Theory]
    [InlineData("東京", true)]
    [InlineData("京都", true)]
    [InlineData("東京都", true)]
    [InlineData("都", true)]
    [InlineData("島", true)]
    [InlineData("京東", false)]
    public void Text_without_spaces_is_found_by_any_run_of_its_characters(string query, bool matches)
    {
        var parsed = Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse(query));

        Assert.Equal(matches, parsed.Query.Matches(TextOf("東京都の島", "")));
    }

    [Theory]
    [InlineData("  \"\" ", "empty")]
    [InlineData("- ! ,", "empty")]
    [InlineData("\"ferry", "not closed")]
    [InlineData("title:", "title:word")]
    [InlineData("lang:german", "lang:de")]
    [InlineData("f*", "2 letters")]
    [InlineData("*ferry", "end of the word")]
    [InlineData("fe*ry", "end of the word")]
    [InlineData("since:7d ferry", "/search only")]
    [InlineData("/(a/", "not a regular expression")]
    [InlineData("/(a)\\1/", "does not allow|do not allow")]
    [InlineData("/(a{0,1000}){0,1000}b/", "do not allow")]
    public void A_query_that_cannot_be_read_says_what_to_do(string query, string advice)
    {
        var invalid = Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse(query));

        Assert.Contains(advice.Split('|'), part => invalid.Advice.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-ferry", QueryUse.Subscription)]
    [InlineData("-ferry", QueryUse.Search)]
    [InlineData("/ferry/", QueryUse.Search)]
    [InlineData("/ferry/", QueryUse.Subscription)]
    public void Only_a_filter_may_exclude_alone_or_hold_an_expression(string query, QueryUse use)
    {
        Assert.IsType<QueryParseResult.Parsed>(QueryParser.Parse(query, QueryUse.Filter));
        Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse(query, use));
    }

    [Fact]
    public void Too_long_and_too_many_are_refused()
    {
        Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse(new string('a', QueryParser.MostCharacters + 1)));
        Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse(string.Join(' ', Enumerable.Range(0, QueryParser.MostTerms + 1))));
        Assert.IsType<QueryParseResult.Invalid>(QueryParser.Parse("/" + new string('a', TextPattern.MostCharacters + 1) + "/"));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("(x+x+)+y")]
    [InlineData("(.*)*,(.*)*x")]
    public void An_expression_that_explodes_elsewhere_answers_here(string pattern)
    {
        var expression = Assert.IsType<TextPattern>(TextPattern.Create(pattern, out _));

        Assert.False(expression.IsMatch(new string('x', 40_000).Replace("xx", "ab", StringComparison.Ordinal)));
    }

    [Fact]
    public void Little_work_is_done_whatever_the_clock_says()
    {
        var expression = Assert.IsType<TextPattern>(TextPattern.Create("ferr(y|ies) .{1,20}harbour", TimeSpan.FromTicks(1), out _));
        var text = new string('x', 10_000) + " ferries left the harbour";

        Assert.All(Enumerable.Range(0, 20), _ => Assert.True(expression.IsMatch(text)));
    }

    [Fact]
    public void Much_work_that_takes_too_long_three_times_is_not_begun_again_and_little_work_still_is()
    {
        var expression = Assert.IsType<TextPattern>(TextPattern.Create("a.{200}b.{200}c.{200}d.{200}e|ferry", TimeSpan.FromTicks(1), out _));
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 32_000).Select(_ => "abcdx"[random.Next(5)])) + "ferry";

        Assert.All(Enumerable.Range(0, 5), _ => Assert.False(expression.IsMatch(text)));
        Assert.True(expression.IsMatch("A ferry sails."));
    }

    [Theory]
    [InlineData("ferry", 5)]
    [InlineData("a{3}", 3)]
    [InlineData("a{2,7}b", 8)]
    [InlineData("a{4,}", 5)]
    [InlineData("(ab{3}c){10}", 50)]
    [InlineData("[a-z]{12}", 12)]
    [InlineData("[]a]{3}\\{4", 5)]
    [InlineData("{x}", 3)]
    [InlineData("((a{100}){100}){1000}", 1_000_000)]
    [InlineData("(a", 1)]
    [InlineData("a)b", 2)]
    [InlineData("", 0)]
    public void The_size_of_an_expression_counts_its_repeats(string pattern, int size) => Assert.Equal(size, PatternSize.Of(pattern));

    private static SearchText TextOf(string title, string body) => new()
    {
        Title = new AnalyzedText(title, "en", FoldingAnalyzer.Instance),
        Body = new AnalyzedText(body, "en", FoldingAnalyzer.Instance),
        Source = "the ellery post",
        Topics = ["harbours"],
        Language = "en",
    };
}
