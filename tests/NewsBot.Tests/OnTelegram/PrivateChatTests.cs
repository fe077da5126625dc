namespace NewsBot.Tests.OnTelegram;

public sealed class PrivateChatTests : TelegramTests
{
    /// <summary>What people type, and what the answer holds.</summary>
    private static readonly (string Typed, string Told)[] Commands =
    [
        ("/help", "Commands"),
        ("/HELP search", "/search words"),
        ("/headlines", "Ferry to Marrow Island resumes"),
        ("/news", "Ferry to Marrow Island resumes"),
        ("/latest", "Otters counted in Brannoch"),
        ("/search otters", "Otters counted in Brannoch"),
        ("otters", "Otters counted in Brannoch"),
        ("/summary 1", "What is known of this so far"),
        ("/read 2", "What is known of this so far"),
        ("2", "What is known of this so far"),
        ("/story 1", "Ferry to Marrow Island resumes"),
        ("/save 1", "Saved: "),
        ("/saved", "Nothing is saved yet"),
        ("/more", "That was the whole list."),
        ("more", "That was the whole list."),
        ("/why", "The last 24 hours here"),
        ("/why 1", "older than the subscriptions"),
        ("/wrong 1", "What is wrong?"),
        ("/subscriptions", "#1 Morning of Larkfield"),
        ("/subscribe", "Say what to follow"),
        ("/unsubscribe #1", "#1 Morning of Larkfield is removed"),
        ("/filter #1 ferry", "passes only ferry"),
        ("/pause 7d", "is paused until"),
        ("/resume", "goes on"),
        ("/digest 7:30", "Shall what the 1 subscription here match come only in the digest"),
        ("/quiet 22:00-07:00", "Quiet hours here"),
        ("/limit 10 per day", "At most 10 messages a day"),
        ("/style compact", "compact"),
        ("/mode #1 archive", "archive only"),
        ("/notices here", "Notices come here now"),
        ("/language news de", "Headlines and topics come in de now"),
        ("/timezone Berlin", "Europe/Berlin"),
        ("/settings", "Settings of this place"),
        ("/import", "Give the file"),
        ("/export", "1 subscription."),
        ("/reset", "This deletes all subscriptions"),
        ("/forgetme", "What was stored about you is deleted"),
        ("/id", "You are telegram:"),
        ("/feeds", "Only the operator"),
        ("/stats", "Only the operator"),
        ("/manage", "Choose the channel or group"),
        ("/hedlines", "Did you mean /headlines"),
    ];

    [Fact]
    public async Task A_first_hello_offers_what_to_do_and_the_ways_into_groups_and_channels()
    {
        var greeting = await AskAsync("/start");

        Assert.StartsWith("Hello.", greeting.Text, StringComparison.Ordinal);
        Assert.Equal($"https://t.me/{Telegram.Bot.Username}?startgroup=hello", Ada.Chat.UrlOf("Add me to a group"));
        Assert.Contains("startchannel", Ada.Chat.UrlOf("Add me to a channel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_command_is_answered_as_it_is_typed()
    {
        var answers = await Task.WhenAll(Commands.Select(command => AnswerOfSomebodyAsync(command.Typed)));

        Assert.All(Commands.Zip(answers), pair => Assert.Contains(pair.First.Told, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_command_for_another_bot_is_not_ours()
    {
        var asked = Ada.Chat.Type("/help@other_bot");

        await SilenceAsync(Ada.Chat, asked);
    }

    [Fact]
    public async Task New_articles_come_by_themselves_and_are_read_by_a_button()
    {
        var followed = await FollowAsync();
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");

        var alert = await Ada.Chat.AnswerToAsync(followed, Token);
        Ada.Chat.Press("Read", alert);
        var read = await Ada.Chat.AnswerToAsync(alert, Token);

        Assert.Contains("Old depot becomes a market", alert.Text, StringComparison.Ordinal);
        Assert.Contains("What is known of this so far", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_below_an_answer_is_carried_out_also_after_a_restart()
    {
        await FollowAsync();
        await Rig.RestartAsync();

        Ada.Chat.Press("Undo");
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("is removed", StringComparison.Ordinal), Token);
    }

    [Fact]
    public async Task A_link_gives_a_choice_and_the_choice_follows_it()
    {
        var asked = await AskAsync(Rig.FeedUrl);
        Assert.StartsWith("What shall I do with", asked.Text, StringComparison.Ordinal);

        Ada.Chat.Press("Follow this site");
        var followed = await Ada.Chat.AnswerToAsync(asked, Token);

        Assert.Contains("is followed now", followed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_by_replying_to_it_also_after_a_restart()
    {
        var question = await AskAsync("/subscribe");
        Assert.NotNull(Ada.Chat.Chat.Keyboard?["force_reply"]);
        await Rig.RestartAsync();

        var replied = Ada.Chat.Reply(question, Rig.FeedUrl);
        var followed = await Ada.Chat.AnswerToAsync(replied, Token);

        Assert.Contains("#1 Morning of Larkfield is followed now", followed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_turns_its_pages_in_one_message()
    {
        Rig.Publish([.. Enumerable.Range(1, 12).Select(number => $"Report {number} from Tollen")]);
        await FollowAsync();
        var list = await AskAsync("/latest");
        Assert.Contains("1-5 of 12", list.Text, StringComparison.Ordinal);

        await Ada.Chat.PressAsync("Next ›", Token);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("6-10 of 12", StringComparison.Ordinal), Token);
        await Ada.Chat.PressAsync("‹ Previous", Token);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("1-5 of 12", StringComparison.Ordinal), Token);

        Assert.Equal(list.Id, Ada.Chat.Last.Id);
    }

    [Fact]
    public async Task A_file_of_subscriptions_is_offered_and_imported_by_a_press()
    {
        Ada.Chat.SendDocument("feeds.opml", Opml());
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count == 1, Token);
        var offer = Ada.Chat.Last;
        Assert.Equal("Import 1 entry of this file?", offer.Text);

        Ada.Chat.Press("Import");
        var report = await Ada.Chat.AnswerToAsync(offer, Token);

        Assert.StartsWith("1 added", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_with_the_command_is_imported_at_once()
    {
        var sent = Ada.Chat.SendDocument("feeds.opml", Opml(), caption: "/import");

        Assert.StartsWith("1 added", (await Ada.Chat.AnswerToAsync(sent, Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_loaded()
    {
        var sent = Ada.Chat.SendDocument("feeds.opml", new byte[(1024 * 1024) + 1], caption: "/import");

        Assert.Contains("too large", (await Ada.Chat.AnswerToAsync(sent, Token)).Text, StringComparison.Ordinal);
        Assert.Empty(Telegram.CallsOf("getFile"));
    }

    [Fact]
    public async Task A_command_that_replies_to_an_alert_is_about_its_article()
    {
        var followed = await FollowAsync();
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        var alert = await Ada.Chat.AnswerToAsync(followed, Token);

        var asked = Ada.Chat.Reply(alert, "/save");

        Assert.Equal("Saved: Old depot becomes a market. /saved lists your bookmarks.", (await Ada.Chat.AnswerToAsync(asked, Token)).Text);
    }

    [Theory]
    [InlineData("settings", "Settings of this place")]
    [InlineData("sub_b3R0ZXJz", "otters is followed now")]
    [InlineData("read_999", "not kept here any more")]
    [InlineData("stats", "Hello.")]
    [InlineData("reset_yes", "Hello.")]
    public async Task A_deep_link_does_what_its_reader_could_type(string payload, string told)
    {
        var started = Ada.Chat.Start(payload);

        Assert.Contains(told, (await Ada.Chat.AnswerToAsync(started, Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_message_is_no_new_command()
    {
        var asked = Ada.Chat.Type("/id");
        var answer = await Ada.Chat.AnswerToAsync(asked, Token);

        Ada.Chat.Edit(asked, "/help");

        await SilenceAsync(Ada.Chat, answer);
    }

    /// <summary>Of somebody who follows the town's feed and has seen a list.</summary>
    private async Task<string> AnswerOfSomebodyAsync(string typed)
    {
        var chat = Telegram.AddUser(typed).Chat;
        await chat.AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        await chat.AskAsync("/latest", Token);
        return (await chat.AskAsync(typed, Token)).Text;
    }

    private byte[] Opml() => System.Text.Encoding.UTF8.GetBytes($"""<opml version="2.0"><body><outline type="rss" text="Morning of Larkfield" xmlUrl="{Rig.FeedUrl}"/></body></opml>""");
}
