using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

public sealed class GroupTests : TelegramTests
{
    private VirtualChat _group = null!;
    private VirtualUser _ben = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _ben = Telegram.AddUser("Ben");
        _group = Telegram.AddSupergroup("Larkfield talk", Ada).Add(_ben);
        _group.AddBot(Ada);
        await _group.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
    }

    [Fact]
    public void Who_adds_the_bot_is_told_who_may_choose()
    {
        Assert.Contains("Admins choose what comes here", _group.As(Ada).Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/headlines", true)]
    [InlineData("/news", true)]
    [InlineData("/latest", true)]
    [InlineData("/subs", true)]
    [InlineData("/search otters", false)]
    [InlineData("/help", false)]
    [InlineData("/filter #1 otters", false)]
    [InlineData("/weather", false)]
    [InlineData("/summary of the day", false)]
    [InlineData("/search@NEWS_bot otters", true)]
    [InlineData("/weather@news_bot", false)]
    [InlineData("/headlines@other_bot", false)]
    public async Task Only_what_is_surely_meant_for_us_is_answered(string typed, bool isAnswered)
    {
        Telegram.HasPrivacyMode = false;
        var asked = _group.As(_ben).Type(typed);

        if (isAnswered)
        {
            Assert.Equal(asked, (await _group.As(_ben).AnswerToAsync(asked, Token)).ReplyTo);
        }
        else
        {
            await SilenceAsync(_group.As(_ben), asked);
        }
    }

    [Fact]
    public async Task Members_may_ask_and_only_admins_change()
    {
        var refused = await _group.As(_ben).AskAsync($"/subscribe@news_bot {Rig.FeedUrl}", Token);
        Assert.Contains("Only admins", refused.Text, StringComparison.Ordinal);

        var followed = await _group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Assert.Contains("is followed now", followed.Text, StringComparison.Ordinal);

        var press = await _group.As(_ben).PressAsync("Undo", Token);
        Assert.Contains("Only admins", press.Answer!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_admins_may_ask_members_are_told_so_and_admins_are_answered()
    {
        await Rig.Bot.Get<SubscriberChanges>().ChangeAsync(new HomeId($"telegram:{_group.Id}"), home => home with { Asking = AskRule.Admins }, Token);

        var refused = await _group.As(_ben).AskAsync("/headlines@news_bot", Token);
        await SilenceAsync(_group.As(_ben), _group.As(_ben).Type("/headlines"));
        var answered = await _group.As(Ada).AskAsync("/headlines@news_bot", Token);

        Assert.Contains("keep questions to themselves", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("keep questions to themselves", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_admin_is_an_admin_and_a_linked_channel_is_nobody()
    {
        _group.Add(Ada, Membership.Administrator with { IsAnonymous = true });
        var followed = await _group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Assert.Contains("is followed now", followed.Text, StringComparison.Ordinal);

        var channel = Telegram.AddChannel("Ada's notes", Ada);
        await SilenceAsync(_group.As(Ada), _group.As(Ada).TypeAs(channel, "/headlines@news_bot"));
    }

    [Fact]
    public async Task A_question_is_answered_by_a_reply_and_other_replies_are_talk()
    {
        var question = await _group.As(Ada).AskAsync("/subscribe", Token);

        var replied = _group.As(Ada).Reply(question, Rig.FeedUrl);
        var followed = await _group.As(Ada).AnswerToAsync(replied, Token);
        Assert.Contains("is followed now", followed.Text, StringComparison.Ordinal);

        await SilenceAsync(_group.As(_ben), _group.As(_ben).Reply(followed, "thanks"));
    }

    [Fact]
    public async Task Personal_answers_are_given_in_private()
    {
        var away = await _group.As(Ada).AskAsync("/settings@news_bot", Token);
        var link = _group.As(Ada).UrlOf("Open our chat");

        Assert.Equal("The answer is for you alone.", away.Text);
        var started = Ada.Chat.Start(link[(link.IndexOf("start=", StringComparison.Ordinal) + 6)..]);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count(message => message.Id > started.Id) == 2, Token);
        Assert.Contains("Larkfield talk", Ada.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Settings of this place", Ada.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_copied_from_another_chat_does_nothing()
    {
        var followed = await FollowAsync();
        var data = followed.Buttons.SelectMany(row => row).First(button => button.Label == "Undo").Data!;

        var press = _group.As(Ada).PressForged(data, _group.As(Ada).Last);
        await press.WaitForAnswerAsync(Token);

        Assert.Equal("This button belongs to another chat.", press.Answer!["text"]!.GetValue<string>());
        Assert.Contains("#1", (await AskAsync("/subscriptions")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c:0123456789abcdef:0")]
    [InlineData("m:0123456789abcdef:1")]
    [InlineData("x")]
    [InlineData("a:999:r")]
    public async Task A_made_up_button_is_answered_and_does_nothing(string data)
    {
        var press = _group.As(_ben).PressForged(data, _group.As(_ben).Last);
        await press.WaitForAnswerAsync(Token);

        Assert.NotNull(press.Answer!["text"]);
    }

    [Fact]
    public async Task A_topic_is_a_place_of_its_own_and_General_is_the_chat()
    {
        var forum = Telegram.AddForum("Larkfield forum", Ada);
        forum.AddBot(Ada);
        var topic = forum.CreateTopic("Harbour", Ada);

        var inTopic = await forum.As(Ada, topic).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Assert.Equal(topic.Id, inTopic.ThreadId);
        var inGeneral = await forum.As(Ada).AskAsync("/subscribe otters", Token);
        Assert.Null(inGeneral.ThreadId);

        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        var alert = await forum.As(Ada, topic).AnswerToAsync(inTopic, Token);
        Assert.Contains("Old depot", alert.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_that_was_sent_here_says_when_and_leads_to_that_message()
    {
        var followed = await _group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        var alert = await _group.As(Ada).AnswerToAsync(followed, Token);
        await Telegram.WaitAsync(() => Rig.Bot.Get<Outbox>().Count == 0, Token);

        var hits = await _group.As(_ben).AskAsync("/search@news_bot depot", Token);

        var link = Assert.Single(hits.Content.Text.Entities, entity => entity.Url?.StartsWith("https://t.me/c/", StringComparison.Ordinal) == true);
        Assert.StartsWith("Sent here at ", hits.Content.Text.Covered(link), StringComparison.Ordinal);
        Assert.Equal(FormattableString.Invariant($"https://t.me/c/{-_group.Id - 1_000_000_000_000}/{alert.Id}"), link.Url);
    }

    [Fact]
    public async Task A_removed_bot_keeps_what_was_set_up_and_goes_on_when_it_is_back()
    {
        var followed = await _group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        _group.KickBot(Ada);
        await _ben.Chat.AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await _ben.Chat.WaitAsync(view => view.Last.Text.Contains("Old depot", StringComparison.Ordinal), Token);

        _group.AddBot(Ada);

        await _group.As(Ada).WaitAsync(view => view.BotMessages.Any(message => message.Id > followed.Id && message.Text.Contains("Old depot", StringComparison.Ordinal)), Token);
        Assert.DoesNotContain(Telegram.Exchanges, exchange => exchange.Status == 403);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_takes_its_subscriptions_along()
    {
        var group = Telegram.AddGroup("Tollen talk", Ada);
        group.AddBot(Ada);
        await group.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
        await group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);

        var next = group.Migrate(Ada);
        await Telegram.WaitAsync(() => Telegram.PendingUpdates == 0, Token);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");

        await next.As(Ada).WaitAsync(view => view.BotMessages.Any(message => message.Text.Contains("Old depot", StringComparison.Ordinal)), Token);
        Assert.Contains("#1", (await next.As(Ada).AskAsync("/subscriptions@news_bot", Token)).Text, StringComparison.Ordinal);
    }
}
