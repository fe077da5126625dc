using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Discord;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The kinds of places on Discord, and what happens when they close and open again.</summary>
[Collection(nameof(Processes))]
public sealed class DiscordPlacesTests : IAsyncLifetime
{
    private const ulong SendMessages = 1UL << 11;
    private const int Silent = 1 << 12;
    private const string Crosspost = "POST /channels/{channel}/messages/{message}/crosspost";
    private DiscordRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await DiscordRig.StartAsync();

    public async ValueTask DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Messages_of_an_announcement_channel_are_published_only_where_that_is_wanted()
    {
        var quiet = _rig.Server.AddChannel("quiet", FakeChannelType.Announcement);
        var loud = _rig.Server.AddChannel("loud", FakeChannelType.Announcement);
        await FollowAsync(quiet, loud, _rig.News);
        await StyleAsync(loud, "publish");
        await StyleAsync(_rig.News, "publish");

        var published = await NextAsync("Old depot becomes a market", loud, quiet, _rig.News);

        await DiscordRig.UntilAsync(() => published[0].IsPublished, () => "not published");
        Assert.False(published[1].IsPublished || published[2].IsPublished);
        Assert.Single(_rig.Discord.Calls, call => call.Operation == Crosspost);
    }

    [Fact]
    public async Task A_refused_publication_leaves_the_message_as_it_is()
    {
        var loud = _rig.Server.AddChannel("loud", FakeChannelType.Announcement);
        await FollowAsync(loud);
        await StyleAsync(loud, "publish");
        _rig.Discord.Faults.Next(Crosspost, FakeFault.Error(403, 50013, "Missing Permissions"));

        await NextAsync("Old depot becomes a market", loud);
        await NextAsync("Bridge over the Aldra opens", loud);

        Assert.Equal([false, true], loud.Messages.Select(message => message.IsPublished));
    }

    [Fact]
    public async Task A_forum_gets_a_post_for_each_article_with_the_tag_that_it_asks_for()
    {
        var forum = _rig.Server.AddChannel("papers", FakeChannelType.Forum);
        forum.RequiresTag = true;
        var tag = forum.AddTag("news");
        await FollowAsync(forum);

        Publish("Bridge over the Aldra opens", "Old depot becomes a market");
        await DiscordRig.UntilAsync(() => forum.Threads.Count == 2, () => $"{forum.Threads.Count} posts");

        Assert.Equal(["Bridge over the Aldra opens", "Old depot becomes a market"], forum.Threads.Select(thread => thread.Name).Order());
        Assert.All(forum.Threads, thread => Assert.Equal([tag.ToString(System.Globalization.CultureInfo.InvariantCulture)], thread.AppliedTags));
        Assert.All(forum.Threads, thread => Assert.Equal(thread.Name, Assert.Single(thread.Messages).Titles[0].Title));
    }

    [Fact]
    public async Task A_thread_is_a_place_of_its_own_which_a_message_wakes_and_a_lock_closes()
    {
        var thread = _rig.Server.AddThread(_rig.News, "ferries");
        await FollowAsync(thread);
        thread.Archive();
        await NextAsync("Old depot becomes a market", thread);
        Assert.False(thread.IsArchived);

        thread.Archive(isLocked: true);
        Publish("Bridge over the Aldra opens", "Old depot becomes a market");
        await GoneAsync(thread, "the thread is locked");
        Assert.Empty(_rig.News.Messages);
    }

    [Fact]
    public async Task Silent_messages_make_no_sound()
    {
        await FollowAsync(_rig.News);
        await StyleAsync(_rig.News, "silent");

        Assert.Equal(Silent, (await NextAsync("Old depot becomes a market", _rig.News))[0].Flags & Silent);
    }

    [Fact]
    public async Task Only_the_role_that_was_chosen_is_mentioned_and_only_by_the_first_message()
    {
        var role = _rig.Server.AddRole("readers");
        await FollowAsync(_rig.News);
        await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.News, "feed style", ("subscription", "#1"), ("ping", role)), $"ping {role}");

        var message = (await NextAsync("Old depot @everyone becomes a market", _rig.News))[0];

        Assert.Equal($"<@&{role}>", message.Content);
        Assert.Equal($$"""{"parse":[],"roles":["{{role}}"]}""", message.AllowedMentions!.ToJsonString());
    }

    [Fact]
    public async Task Questions_are_answered_in_public_where_the_home_wants_it_and_personal_things_never()
    {
        await FollowAsync(_rig.News);
        Assert.True((await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.News, "latest"), "Ferry")).IsEphemeral);
        await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.News, "feed style", ("subscription", "all"), ("words", "public")), "public on");

        var latest = await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.News, "latest"), "Ferry");
        var turned = await DiscordRig.SayAsync(_rig.Discord.AddUser("finn").Slash(_rig.News, "saved"));

        Assert.False(latest.IsEphemeral);
        Assert.DoesNotContain("Show to everyone", latest.Labels);
        Assert.True(turned.IsEphemeral);
    }

    [Fact]
    public async Task A_lost_right_pauses_the_channel_with_its_reason_and_what_came_meanwhile_comes_when_it_is_back()
    {
        await FollowAsync(_rig.News);
        _rig.News.Deny(SendMessages);
        Publish("Old depot becomes a market");
        await GoneAsync(_rig.News, "the bot may not write in the channel");
        Publish("Bridge over the Aldra opens", "Old depot becomes a market");
        await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.Server.AddChannel("other"), "feed list", ("channel", _rig.News)), "#1");
        Assert.Empty(_rig.News.Messages);

        _rig.News.Deny(0);

        await DiscordRig.SeesAsync(_rig.News, "Old depot becomes a market");
        await DiscordRig.SeesAsync(_rig.News, "Bridge over the Aldra opens");
        Assert.Equal(2, _rig.News.Messages.Count);
        Assert.Null(_rig.Bot.Get<SubscriptionRegistry>().Find(PlaceOf(_rig.News))!.Gone);
    }

    [Fact]
    public async Task A_deleted_channel_is_left_alone_and_a_command_elsewhere_still_shows_what_it_followed()
    {
        var gone = _rig.Server.AddChannel("old-news");
        await FollowAsync(gone, _rig.News);

        gone.Delete();

        await GoneAsync(gone, "the channel was deleted");
        var before = _rig.Discord.Calls.Count(call => call.Request.Path.Contains($"/{gone.Id}/", StringComparison.Ordinal));
        await NextAsync("Old depot becomes a market", _rig.News);
        Assert.Equal(before, _rig.Discord.Calls.Count(call => call.Request.Path.Contains($"/{gone.Id}/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_removed_the_bot_is_told_nothing_until_it_adds_it_again_and_misses_nothing()
    {
        await FollowAsync(_rig.News);
        _rig.Discord.World.Remove(_rig.Server);
        await GoneAsync(_rig.News, "the bot was removed from the server");
        Publish("Old depot becomes a market");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Empty(_rig.News.Messages);

        _rig.Discord.World.Restore(_rig.Server);

        await DiscordRig.SeesAsync(_rig.News, "Old depot becomes a market");
        Assert.Single(_rig.News.Messages);
    }

    [Fact]
    public async Task A_new_server_is_greeted_once_where_it_keeps_such_things()
    {
        var server = _rig.Discord.World.AddServer("Port Ellery", greeting: "welcome");

        await DiscordRig.SeesAsync(server.SystemChannel!, "/feed add");
        server.Recover();
        await DiscordRig.SayAsync(_rig.Mara.Slash(server.SystemChannel!, "id"), "You are");

        Assert.Single(server.SystemChannel!.Messages);
    }

    [Fact]
    public async Task A_greeting_that_Discord_is_slow_to_take_keeps_nobody_waiting()
    {
        _rig.Discord.Faults.Next("POST /channels/{channel}/messages", FakeFault.Slow(TimeSpan.FromSeconds(8)));
        var server = _rig.Discord.World.AddServer("Port Ellery", greeting: "welcome");
        await DiscordRig.SeesAsync(server.SystemChannel!, "/feed add");

        var asked = _rig.Mara.Slash(_rig.News, "id");
        await DiscordRig.SayAsync(asked, "You are");

        Assert.True(asked.AnsweredAfter < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task An_outage_of_a_server_pauses_nothing()
    {
        await FollowAsync(_rig.News);
        _rig.Server.BreakDown();
        _rig.Server.Recover();

        await NextAsync("Old depot becomes a market", _rig.News);
    }

    private async Task FollowAsync(params IReadOnlyList<FakeChannel> channels)
    {
        foreach (var channel in channels)
        {
            await _rig.FollowAsync(channel);
        }
    }

    private Task<FakeMessage> StyleAsync(FakeChannel channel, string words) => DiscordRig.SayAsync(_rig.Mara.Slash(channel, "feed style", ("words", words)), words);

    private void Publish(params IReadOnlyList<string> titles) => _rig.Publish([.. titles, "Ferry to Marrow Island resumes", "Otters counted in Brannoch"]);

    /// <summary>The message about a new article in each channel.</summary>
    private async Task<IReadOnlyList<FakeMessage>> NextAsync(string title, params IReadOnlyList<FakeChannel> channels)
    {
        Publish(title);
        var told = title.Split(' ')[0];
        return [.. await Task.WhenAll(channels.Select(channel => DiscordRig.SeesAsync(channel, told)))];
    }

    private Task GoneAsync(FakeChannel channel, string reason) =>
        DiscordRig.UntilAsync(() => _rig.Bot.Get<SubscriptionRegistry>().Find(PlaceOf(channel))?.Gone?.Reason == reason, () => $"{_rig.Bot.Get<SubscriptionRegistry>().Find(PlaceOf(channel))?.Gone}");

    private static PlaceId PlaceOf(FakeChannel channel) => new($"discord:{channel.Id}");
}
