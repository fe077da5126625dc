using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Less like this: what is hidden is not sent, is found in lists, and comes back by a button.</summary>
public sealed class LessTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task Asked_about_an_alert_it_offers_its_source_its_words_and_its_subscription()
    {
        await _desk.AskAsync("/subscribe ferry");
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");

        var asked = Assert.IsType<Reply.Message>(await _desk.AskAsync("/less article:1"));

        Assert.Equal(["Hide Ellery Post", "Hide \"Marrow\" for 7 days", "Hide \"Island\" for 7 days", "Hide \"resumes\" for 7 days", "Unfollow #1 ferry"], asked.Choices.Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("source", "Ellery Post", "Ferry races begin", 0)]
    [InlineData("source", "Sarn Daily", "Ferry races begin", 1)]
    [InlineData("word Marrow", "Sarn Daily", "Ferry to Marrow Island fails", 0)]
    [InlineData("word Marrow", "Ellery Post", "Ferry races begin", 1)]
    public async Task What_is_hidden_is_not_sent_any_more(string wish, string source, string title, int sent)
    {
        await _desk.AskAsync("/subscribe ferry");
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");
        var before = _desk.Outbox.Count;

        await _desk.AskAsync($"/less article:1 {wish}");
        await _desk.PublishAsync(source, title);

        Assert.Equal(before + sent, _desk.Outbox.Count);
    }

    [Theory]
    [InlineData("source")]
    [InlineData("word Marrow")]
    public async Task Undo_sends_it_again_and_the_list_tells_what_is_hidden(string wish)
    {
        await _desk.AskAsync("/subscribe ferry");
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");
        var hidden = await _desk.AskAsync($"/less article:1 {wish}");
        await _desk.AskAsync($"/less article:1 {wish}");
        var listed = Assert.IsType<Reply.Explanation>(await _desk.AskAsync("/less"));

        await _desk.AskAsync(Assert.Single(hidden.Choices).Command);
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island fails again");

        Assert.Equal(hidden.Choices[0].Command, Assert.Single(listed.Choices).Command);
        Assert.Empty(Place.Mutes);
        Assert.Equal(2, _desk.Outbox.Count);
        Assert.Equal(new Texts().NothingHidden, await _desk.TellAsync("/less"));
    }

    [Theory]
    [InlineData("/less word ferry", "/less show ferry")]
    [InlineData("/less word ferry", "/less show \"Ferry\"")]
    [InlineData("/less article:1 source", "/less show Ellery Post")]
    public async Task What_is_hidden_is_shown_again_as_people_type_it(string hide, string show)
    {
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");
        await _desk.AskAsync("/headlines");
        await _desk.AskAsync(hide);
        Assert.Single(Place.Mutes);

        await _desk.AskAsync(show);

        Assert.Empty(Place.Mutes);
    }

    [Theory]
    [InlineData("/less nothing here")]
    [InlineData("/less article:1 somewhat")]
    [InlineData("/less word")]
    public async Task What_cannot_be_read_is_said_and_hides_nothing(string typed)
    {
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");

        Assert.IsType<Reply.Refusal>(await _desk.AskAsync(typed));
        Assert.Empty(Place.Mutes);
    }

    [Fact]
    public async Task Why_names_what_hides_an_article()
    {
        await _desk.AskAsync("/subscribe ferry");
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");
        await _desk.AskAsync("/less article:1 word races");
        await _desk.PublishAsync("Ellery Post", "Ferry races begin");

        Assert.Contains("It is hidden here: \"races\".", await _desk.TellAsync("/why article:2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_hidden_for_a_week()
    {
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");
        await _desk.AskAsync("/less article:1 word ferry");

        var mute = Assert.Single(Place.Mutes);
        Assert.Equal((true, false), (mute.HoldsAt(mute.Until!.Value.AddSeconds(-1)), mute.HoldsAt(mute.Until.Value)));
        Assert.Equal(TimeSpan.FromDays(7), mute.Until - NewsBot.Testing.Some.Morning);
    }

    [Fact]
    public async Task Readers_hide_nothing() => Assert.IsType<Reply.Refusal>(await _desk.AskAsync("/less article:1 source", Role.Reader));

    private Place Place => _desk.Registry.Find(new PlaceId("test:anna"))!;
}
