using System.Text.Json.Nodes;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Discord;
using NewsBot.Tests.EndToEnd;

namespace NewsBot.Tests.OnDiscord;

/// <summary>Who may ask and who may change what: an admin, somebody with and without "Manage Server", in a channel, a thread and in private. Discord hides commands from whom they are not for; the bot does not rely on it.</summary>
[Collection(nameof(Processes))]
public sealed class RightsTests : IAsyncLifetime
{
    private const ulong ManageServer = 1UL << 5;
    private const ulong Administrator = 1UL << 3;
    private const ulong Reads = (1UL << 10) | (1UL << 11);
    private const string OnlyAdmins = "Only admins of this place may do that";
    private const string MayNotAsk = "The admins here keep questions to themselves";

    private static readonly IReadOnlyList<(string Command, IReadOnlyList<(string, object)> Options)> Changes =
    [
        ("feed add", [("what", "science")]),
        ("feed remove", [("subscription", "#1")]),
        ("feed filter", [("subscription", "#1"), ("words", "ferry")]),
        ("feed pause", []),
        ("feed resume", []),
        ("feed digest", [("times", "08:00")]),
        ("feed quiet", [("hours", "22:00-07:00")]),
        ("feed limit", [("count", 3)]),
        ("feed style", [("words", "silent")]),
        ("feed mode", [("subscription", "#1"), ("mode", "digest")]),
        ("feed notices", [("where", "me")]),
        ("feed language", [("answers", "de")]),
        ("feed timezone", [("zone", "Europe/Lisbon")]),
        ("feed settings", [("ask", "nobody")]),
        ("feed export", []),
        ("feed reset", []),
    ];

    private DiscordRig _rig = null!;
    private FakeUser _finn = null!;
    private FakeUser _ines = null!;
    private FakeUser _boss = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await DiscordRig.StartAsync(settings => settings["Discord"]!["Operators"] = new JsonArray("100000000000000777"));
        (_finn, _ines, _boss) = (_rig.Discord.AddUser("finn"), _rig.Discord.AddUser("ines"), _rig.Discord.AddUser("boss"));
        (_finn.Rights, _ines.Rights, _boss.Rights) = (Reads, Reads | ManageServer, Administrator);
    }

    public async ValueTask DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Who_may_not_manage_the_server_changes_nothing_in_a_channel_and_in_a_thread()
    {
        await _rig.FollowAsync(_rig.News);
        var thread = _rig.Server.AddThread(_rig.News, "ferries");
        await _rig.FollowAsync(thread);
        var before = Settings();

        foreach (var place in (FakeChannel[])[_rig.News, thread])
        {
            foreach (var (command, options) in Changes)
            {
                var refused = await DiscordRig.SayAsync(_finn.Slash(place, command, options), OnlyAdmins);
                Assert.True(refused.IsEphemeral, command);
            }
        }

        Assert.Equal(before, Settings());
        await DiscordRig.SayAsync(_finn.Slash(_rig.News, "feed list"), "#1");
        await IsReadAsync();
        await DiscordRig.SayAsync(_finn.Slash(thread, "latest"), "Ferry");
    }

    [Fact]
    public async Task Manage_server_and_administrator_change_what_a_channel_and_a_thread_receive()
    {
        var thread = _rig.Server.AddThread(_rig.News, "ferries");

        await DiscordRig.SayAsync(_ines.Slash(_rig.News, "feed add", ("what", _rig.FeedUrl)), "is followed now");
        await DiscordRig.SayAsync(_boss.Slash(thread, "feed add", ("what", _rig.FeedUrl)), "is followed now");
        await DiscordRig.SayAsync(_boss.Slash(_rig.News, "feed timezone", ("zone", "Europe/Lisbon")), "Lisbon");

        var registry = _rig.Bot.Get<SubscriptionRegistry>();
        Assert.Equal([$"discord:{_rig.News.Id}", $"discord:{thread.Id}"], registry.Of(HomeOfServer).Select(subscription => subscription.Place.Value).Order());
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes", "Otters counted in Brannoch");
        await DiscordRig.SeesAsync(_rig.News, "Old depot");
        await DiscordRig.SeesAsync(thread, "Old depot");
    }

    [Fact]
    public async Task Whom_the_admins_let_ask_decides_in_channels_and_threads_and_not_in_private()
    {
        await _rig.FollowAsync(_rig.News);
        var thread = _rig.Server.AddThread(_rig.News, "ferries");
        await _rig.FollowAsync(thread);
        await IsReadAsync();
        await DiscordRig.SayAsync(_finn.Slash(_rig.News, "latest"), "Ferry");
        await DiscordRig.SayAsync(_ines.Slash(_rig.News, "feed settings", ("ask", "admins")), "Only admins may ask");

        foreach (var place in (FakeChannel[])[_rig.News, thread])
        {
            await DiscordRig.SayAsync(_finn.Slash(place, "latest"), MayNotAsk);
            await DiscordRig.SayAsync(_finn.Slash(place, "search", ("words", "ferry")), MayNotAsk);
            await DiscordRig.SayAsync(_ines.Slash(place, "latest"), "Ferry");
        }

        await DiscordRig.SayAsync(_finn.Slash(_finn.Conversation, "feed add", ("what", _rig.FeedUrl)), "is followed now");
        await DiscordRig.SayAsync(_finn.Slash(_finn.Conversation, "latest"), "Ferry");
    }

    [Fact]
    public async Task In_private_everybody_changes_what_is_their_own_and_nothing_else()
    {
        await _rig.FollowAsync(_rig.News);
        var before = Settings();

        await DiscordRig.SayAsync(_finn.Slash(_finn.Conversation, "feed add", ("what", _rig.FeedUrl)), "is followed now");
        await DiscordRig.SayAsync(_finn.Slash(_finn.Conversation, "feed timezone", ("zone", "Europe/Lisbon")), "Lisbon");
        await DiscordRig.SayAsync(_finn.Slash(_finn.Conversation, "operator stats"), "Only the operator");
        await DiscordRig.SayAsync(_boss.Slash(_rig.News, "operator stats"), "Only the operator");

        Assert.Equal(before, Settings());
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes", "Otters counted in Brannoch");
        await DiscordRig.SeesAsync(_finn.Conversation, "Old depot");
    }

    [Fact]
    public async Task A_button_is_worth_what_its_presser_may_at_that_moment()
    {
        await _rig.FollowAsync(_rig.News);
        var asked = await DiscordRig.SayAsync(_ines.Slash(_rig.News, "feed reset"), "deletes all subscriptions");
        var button = asked.ButtonOf("");

        await DiscordRig.SayAsync(_finn.Press(asked, button), OnlyAdmins);
        _ines.Rights = Reads;
        await DiscordRig.SayAsync(_ines.Press(asked, button), OnlyAdmins);
        Assert.Single(_rig.Bot.Get<SubscriptionRegistry>().Of(HomeOfServer));

        _ines.Rights = ManageServer | Reads;
        await DiscordRig.SayAsync(_ines.Press(asked, button));
        await DiscordRig.UntilAsync(() => _rig.Bot.Get<SubscriptionRegistry>().Of(HomeOfServer).Count == 0);
    }

    [Fact]
    public async Task Buttons_that_are_copied_into_another_server_or_made_up_tell_and_change_nothing()
    {
        await _rig.FollowAsync(_rig.News);
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes", "Otters counted in Brannoch");
        FakeMessage[] shown =
        [
            await DiscordRig.SeesAsync(_rig.News, "Old depot"),
            await DiscordRig.SayAsync(_ines.Slash(_rig.News, "latest"), "Old depot"),
            await DiscordRig.SayAsync(_ines.Slash(_rig.News, "feed list"), "Larkfield"),
            await DiscordRig.SayAsync(_ines.Slash(_rig.News, "feed reset"), "deletes all subscriptions"),
        ];
        List<string> copied = [.. shown.SelectMany(message => message.Rows).SelectMany(row => row).Select(part => (string?)part["custom_id"]).OfType<string>()];
        var before = Settings();
        var own = await DiscordRig.SayAsync(_boss.Slash(_rig.Discord.World.AddServer("Olmen").AddChannel("talk"), "id"), "You are");

        foreach (var button in copied.Concat(copied.Select(id => id + "9")).Concat(["", ":", new string('a', 100)]))
        {
            var answer = await DiscordRig.SayAsync(_boss.Forge(own, button));
            Assert.DoesNotContain(["Old depot", "Ferry", "Larkfield", _rig.FeedUrl], words => answer.Words.Contains(words, StringComparison.Ordinal));
        }

        Assert.True(copied.Count > 5, string.Join(", ", copied));
        Assert.Equal(before, Settings());
        await DiscordRig.SayAsync(_finn.Press(shown[0], shown[0].ButtonOf("Read")), "Old depot");
    }

    /// <summary>Waits until the feed's articles can be asked for.</summary>
    private async Task IsReadAsync()
    {
        for (var tries = 0; tries < 20 && !(await DiscordRig.SayAsync(_rig.Mara.Slash(_rig.News, "latest"))).Words.Contains("Ferry", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }

    private HomeId HomeOfServer => new($"discord:{_rig.Server.Id}");

    /// <summary>All that is kept of the server.</summary>
    private string Settings()
    {
        var registry = _rig.Bot.Get<SubscriptionRegistry>();
        return string.Join('\n', registry.Of(HomeOfServer).Select(subscription => subscription.ToString()).Concat(registry.PlacesOf(HomeOfServer).Select(place => place.ToString())).Append(registry.Find(HomeOfServer)?.ToString()));
    }
}
