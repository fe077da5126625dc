using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Commands that take the name of a folder, and what they show.</summary>
public sealed class FolderCommandTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task A_folder_names_all_that_lies_in_it()
    {
        await FollowAsync();

        await _desk.AskAsync("/filter Sea news -sports");
        await _desk.AskAsync("/style sea news compact");
        await _desk.AskAsync("/pause Sea news 2d");

        Assert.Equal(["-sports", "-sports", null], _desk.Followed().Select(subscription => subscription.Filter));
        Assert.Equal([MessageForm.Compact, MessageForm.Compact, null], _desk.Followed().Select(subscription => subscription.Style?.Form));
        Assert.Equal([true, true, false], _desk.Followed().Select(subscription => subscription.Pause is not null));
    }

    [Fact]
    public async Task A_change_of_style_is_shown_on_the_newest_article()
    {
        await _desk.PublishAsync("Ellery Post", "Ferry to Marrow Island resumes");

        var told = await _desk.TellAsync("/style title \"At sea:\" tags #sea");

        Assert.Contains("At sea: Ferry to Marrow Island resumes\nFerry to Marrow Island resumes, says Ellery Post.\nEllery Post\n#sea", told, StringComparison.Ordinal);
        Assert.DoesNotContain("says Ellery Post", await _desk.TellAsync("/style compact"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_with_its_sign_tells_of_that_subscription()
    {
        await FollowAsync();

        var told = await _desk.TellAsync("#2");

        Assert.StartsWith("#2 harbour\nIn the folder Sea news.\nComes at once.", told, StringComparison.Ordinal);
        Assert.Contains("No article of the last 7 days is here to match.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_removed_is_followed_again_by_its_button()
    {
        await FollowAsync();

        var removed = await _desk.AskAsync("/unsubscribe #1");
        await _desk.AskAsync(Assert.Single(removed.Choices).Command);

        Assert.Equal(["harbour", "tram", "ferry"], _desk.Followed().Select(subscription => subscription.Value));
        Assert.Equal("Sea news", _desk.Followed()[^1].Folder);
    }

    [Fact]
    public async Task What_stood_in_a_feed_before_it_was_followed_is_told_as_old()
    {
        await _desk.PublishAsync("ellery", "Ferry to Marrow Island resumes", "Old depot becomes a market");
        await _desk.AskAsync("/import", file: new Attachment("list", "https://ellery.example/feed"u8.ToArray()));

        var told = await _desk.TellAsync("/why");

        Assert.Contains("Of these 2 match", told, StringComparison.Ordinal);
        Assert.Contains("2 of them are older than what is followed here", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_greeting_offers_no_topics_where_there_are_none() => Assert.DoesNotContain("Pick a topic", await _desk.TellAsync("/start"), StringComparison.Ordinal);

    private Task<Reply> FollowAsync() => _desk.AskAsync("/import", file: new Attachment("list", """<opml xmlns:n="urn:newsbot:subscriptions:1"><body><outline text="Sea news"><outline text="ferry" n:kind="query"/><outline text="harbour" n:kind="query"/></outline><outline text="tram" n:kind="query"/></body></opml>"""u8.ToArray()));
}
