using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Tests.Stories;

public sealed class StoryGrouperTests
{
    private const string Ferry = "A ferry with eighty people on board sank in a storm off the coast of Berund on Monday evening. Rescue boats searched the sea through the night and found most of the passengers alive, the coast guard said. " +
        "The captain had sent a call for help before the ship turned over near the lighthouse of Pell Rock.";

    [Fact]
    public void Two_reports_of_one_event_share_a_story()
    {
        var stream = new StoryStream();
        var first = stream.Report("Ferry sinks off Berund in storm", source: "Globe Now");
        var second = stream.Report("Storm: Berund ferry sinks, rescue under way", source: "Tidewater Post", hours: 2);

        Assert.Equal(first.Story, second.Story);
        Assert.Null(second.CopyOf);
    }

    [Fact]
    public void An_article_split_from_its_story_becomes_a_story_of_its_own()
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund in storm", Ferry);
        stream.Report("Night of fear at sea", Ferry, source: "Tidewater Post", hours: 1);

        stream.Split(2);
        var third = stream.Report("Night of fear at sea: the ferry", Ferry, source: "World Desk", hours: 2);
        var fourth = stream.Report("Museum opens in Dorran", source: "World Desk", hours: 3);

        Assert.Contains(third.Story.Value, new long[] { 1, 2 });
        Assert.Equal(4, fourth.Story.Value);
        Assert.Equal(new ArticleId(third.Story.Value), third.CopyOf);
    }

    [Fact]
    public void The_first_article_of_a_story_cannot_be_split_from_it()
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund in storm", Ferry);

        stream.Split(1);

        Assert.Equal(1, stream.Report("Night of fear at sea", Ferry, source: "Tidewater Post", hours: 1).Story.Value);
    }

    [Theory]
    [InlineData("https://www.globe.example/a/ferry?utm_source=x", "http://globe.example/a/ferry/amp?fbclid=1#top")]
    [InlineData("https://globe.example/amp/a/ferry", "https://m.globe.example/a/ferry")]
    public void One_page_under_two_addresses_is_a_copy(string address, string other)
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund", url: address);
        var second = stream.Report("Watch live", url: other);

        Assert.Equal(new ArticleId(1), second.CopyOf);
        Assert.True(second.Joins);
    }

    [Fact]
    public void A_telling_parameter_makes_another_page()
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund", url: "https://globe.example/read?id=1");

        Assert.Null(stream.Report("Museum opens in Dorran", url: "https://globe.example/read?id=2").CopyOf);
    }

    [Fact]
    public void An_agency_text_under_another_title_is_a_copy_of_the_first()
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund", Ferry);
        var second = stream.Report("Night of fear at sea", Ferry.Replace("Monday evening", "Monday", StringComparison.Ordinal), source: "Tidewater Post", hours: 1);
        var third = stream.Report("Eighty on sunken ship", Ferry[..180], source: "World Desk", hours: 2);

        Assert.Equal(new ArticleId(1), second.CopyOf);
        Assert.Equal(new ArticleId(1), third.CopyOf);
        Assert.True(third.Joins);
    }

    [Fact]
    public void A_copy_of_a_report_that_did_not_join_its_story_does_not_join_it_either()
    {
        const string plan = "Lawmakers in Alvaria approved next year's spending plan by a narrow vote, with twelve members of the governing party absent from the chamber at dawn.";
        var stream = new StoryStream();
        var first = stream.Report("Alvarian parliament passes budget after all-night session", "Lawmakers approved the budget of Alvaria at dawn on Friday. Twelve members of the governing party stayed away from the vote after fourteen hours of debate about taxes and roads.");
        var weaker = stream.Report("After marathon debate, Alvaria lawmakers approve budget", plan, source: "World Desk", hours: 1);
        var copy = stream.Report("Narrow vote for spending plan", plan, source: "Tidewater Post", hours: 2);

        Assert.Equal(first.Story, weaker.Story);
        Assert.False(weaker.Joins);
        Assert.Equal(new ArticleId(2), copy.CopyOf);
        Assert.False(copy.Joins);
    }

    [Fact]
    public void A_day_that_two_titles_name_is_nothing_that_they_share()
    {
        var stream = new StoryStream();
        var first = stream.Report("Hot stocks on Monday, April 21");

        Assert.NotEqual(first.Story, stream.Report("Merger chatter for Monday, April 21", source: "World Desk").Story);
    }

    [Fact]
    public void The_name_of_the_publisher_in_the_title_does_not_matter()
    {
        var stream = new StoryStream();
        stream.Report("Strike shuts all ports in Berund");

        Assert.Equal(new ArticleId(1), stream.Report("Strike shuts all ports in Berund - Tidewater Post", source: "Tidewater Post").CopyOf);
        Assert.Equal(new ArticleId(1), stream.Report("Strike shuts all ports in Berund | World Desk", source: "worlddesk.example").CopyOf);
    }

    [Fact]
    public void Items_of_one_feed_never_share_a_story()
    {
        var stream = new StoryStream();
        var first = stream.Report("Ferry sinks off Berund", Ferry, feed: 7);
        var other = stream.Report("Ferry sinks off Berund", Ferry, source: "Tidewater Post");
        var again = stream.Report("Ferry sinks off Berund", Ferry, feed: 7);

        Assert.Equal(first.Story, other.Story);
        Assert.NotEqual(first.Story, again.Story);
        Assert.Null(again.CopyOf);
    }

    [Fact]
    public void After_two_days_a_title_begins_a_new_story()
    {
        var stream = new StoryStream();
        var first = stream.Report("Ferry sinks off Berund", Ferry);

        Assert.NotEqual(first.Story, stream.Report("Ferry sinks off Berund", Ferry, source: "Tidewater Post", hours: 49).Story);
    }

    [Fact]
    public void An_old_item_is_compared_with_what_was_published_around_it()
    {
        var stream = new StoryStream();
        stream.Report("Ferry sinks off Berund", Ferry);

        Assert.Null(stream.Report("Ferry sinks off Berund", Ferry, source: "Tidewater Post", hours: -100).CopyOf);
    }

    [Fact]
    public void Every_hard_case_is_decided_right_on_its_own()
    {
        var wrong = HardCases.All.Where(pair => Decided(new StoryStream(), pair) != pair.Expect).Select(pair => pair.First.Title + " / " + pair.Second.Title).ToList();

        Assert.Empty(wrong);
        Assert.True(HardCases.All.Count >= 60);
        Assert.True(HardCases.All.Select(pair => pair.Lang).Distinct().Count() >= 6);
    }

    [Fact]
    public void In_one_stream_hard_cases_do_not_disturb_each_other()
    {
        var stream = new StoryStream();

        Assert.True(HardCases.All.Count(pair => Decided(stream, pair) == pair.Expect) >= HardCases.All.Count - 2);
    }

    [Fact]
    public void A_restored_grouper_decides_as_the_one_that_ran_on()
    {
        var stream = new StoryStream();
        var restored = new StoryGrouper();
        var running = new StoryGrouper();
        foreach (var (pair, at) in HardCases.All.Select((pair, at) => (pair, at)))
        {
            var first = stream.Candidate(pair.First.Title, pair.First.Text, pair.First.Source, at * 0.2, language: pair.Lang);
            restored.Restore(first, running.Assign(first).Story);
        }

        foreach (var (pair, at) in HardCases.All.Select((pair, at) => (pair, at)))
        {
            var second = stream.Candidate(pair.Second.Title, pair.Second.Text, pair.Second.Source, 15 + (at * 0.2), language: pair.Lang);

            Assert.Equal(running.Assign(second), restored.Assign(second));
        }
    }

    [Fact]
    public void Only_so_many_articles_are_kept()
    {
        var stream = new StoryStream(new StoryGrouper(mostMembers: 3));
        stream.Report("Ferry sinks off Berund", Ferry);
        stream.Report("Museum of clocks opens in Dorran");
        stream.Report("Rare seal seen near Pell Rock harbour");
        stream.Report("Tram line four to close for summer repairs");

        Assert.Null(stream.Report("Ferry sinks off Berund", Ferry, source: "Tidewater Post").CopyOf);
    }

    private static string Decided(StoryStream stream, HardCase pair)
    {
        var first = stream.Report(pair.First.Title, pair.First.Text, pair.First.Source, 0, language: pair.Lang);
        var second = stream.Report(pair.Second.Title, pair.Second.Text, pair.Second.Source, Math.Min(pair.Hours, 47), language: pair.Lang);
        return first.Story == second.Story ? "join" : "apart";
    }
}
