using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

public sealed class ChannelTests : TelegramTests
{
    private VirtualChat _channel = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _channel = Telegram.AddChannel("Larkfield news", Ada, "larkfield_news");
        await AskAsync("/id");
    }

    [Fact]
    public async Task Who_adds_the_bot_to_a_channel_is_told_in_private_and_the_next_command_acts_there()
    {
        _channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("I can post in Larkfield news now", StringComparison.Ordinal), Token);

        var followed = await FollowAsync();
        Assert.StartsWith("Larkfield news\n#1 Morning of Larkfield is followed now", followed.Text, StringComparison.Ordinal);

        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await _channel.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
        Assert.Contains("Old depot", _channel.As(Ada).Last.Text, StringComparison.Ordinal);
        Assert.Empty(_channel.As(Ada).Last.Buttons);
    }

    [Theory]
    [InlineData("/subscribe @larkfield_news {0}")]
    [InlineData("/subscribe {0} to @larkfield_news")]
    public async Task A_command_names_its_channel_first_or_last(string typed)
    {
        _channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count == 2, Token);
        await AskAsync("/manage off");

        var followed = await AskAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, Rig.FeedUrl));

        Assert.StartsWith("Larkfield news\n#1", followed.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is followed here yet", (await AskAsync("/subscriptions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_learn_nothing_of_a_channel_and_change_nothing()
    {
        _channel.AddBot(Ada);
        var ben = Telegram.AddUser("Ben");

        var refused = await ben.Chat.AskAsync("/subscriptions @larkfield_news", Token);

        Assert.Equal("You are no admin of @larkfield_news, so you cannot change it.", refused.Text);
    }

    [Fact]
    public async Task A_channel_where_the_bot_may_not_post_is_named_with_the_right_that_is_missing()
    {
        Assert.Contains("I am not in Larkfield news", (await AskAsync("/subscribe @larkfield_news otters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picker_chooses_the_channel_and_off_leaves_it()
    {
        await AskAsync("/manage");
        await Ada.Chat.WaitAsync(view => view.Chat.Keyboard is not null, Token);
        var picked = Ada.Chat.PickChat("A channel", _channel);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(message => message.Text.Contains("I may not post in Larkfield news", StringComparison.Ordinal) || message.Text.Contains("I am not in Larkfield news", StringComparison.Ordinal)), Token);
        _channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("I can post", StringComparison.Ordinal), Token);

        await AskAsync("/manage");
        await Ada.Chat.WaitAsync(view => view.Chat.Keyboard is not null, Token);
        picked = Ada.Chat.PickChat("A channel", _channel);
        Assert.Contains("Your commands act in Larkfield news now", (await Ada.Chat.AnswerToAsync(picked, Token)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Larkfield news", (await AskAsync("/subscriptions")).Text, StringComparison.Ordinal);

        Assert.Contains("in this chat again", (await AskAsync("/manage off")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing is followed", (await AskAsync("/subscriptions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_typed_into_the_channel_shows_the_way_to_the_private_chat()
    {
        _channel.AddBot(Ada);

        var shown = await _channel.As(Ada).AskAsync("/subscribe otters", Token);

        Assert.Equal("This channel is managed from our private chat.", shown.Text);
        Assert.Contains("?start=manage_-100", _channel.As(Ada).UrlOf("Manage it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_right_pauses_the_channel_and_is_told_in_private_and_its_return_goes_on()
    {
        _channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count == 2, Token);
        await FollowAsync();

        _channel.SetBot(Ada, Membership.Administrator with { CanPost = false });
        await Ada.Chat.WaitAsync(view => view.Messages.Any(message => message.Text.Contains("I cannot write to Larkfield news any more: the right to post was taken away", StringComparison.Ordinal)), Token);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        _channel.SetBot(Ada, Membership.Administrator);

        await _channel.As(Ada).WaitAsync(view => view.BotMessages.Any(message => message.Text.Contains("Old depot", StringComparison.Ordinal)), Token);
    }
}
