using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>Chats that cannot be written to any more, found out while sending; nothing that was set up is lost.</summary>
public sealed class ReachTests : TelegramTests
{
    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "Forbidden: CHAT_WRITE_FORBIDDEN")]
    [InlineData(400, "Bad Request: chat not found")]
    [InlineData(400, "Bad Request: PEER_ID_INVALID")]
    public async Task A_chat_that_is_found_closed_keeps_everything_and_gets_the_message_when_it_is_back(int code, string description)
    {
        await FollowAsync();
        Telegram.FailNext("sendMessage", Fault.Refuse(code, description));
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await LostAsync(Ada.Chat.Chat.Id);

        var back = Ada.Chat.Type("/subscriptions");

        await Ada.Chat.WaitAsync(view => view.BotMessages.Count(message => message.Id > back.Id) == 2, Token);
        Assert.Single(Ada.Chat.BotMessages, message => message.Text.StartsWith("#1 Morning of Larkfield · feed", StringComparison.Ordinal));
        Assert.Single(Ada.Chat.BotMessages, IsDepot);
    }

    [Fact]
    public async Task A_right_that_is_found_missing_is_told_in_private_to_whoever_follows_there()
    {
        var channel = Telegram.AddChannel("Larkfield news", Ada, "larkfield_news");
        await AskAsync("/id");
        channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count == 2, Token);
        await FollowAsync();
        Telegram.FailNext("sendMessage", Fault.Refuse(400, "Bad Request: need administrator rights in the channel chat"));
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");

        await Ada.Chat.WaitAsync(view => view.Messages.Any(message => message.Text.StartsWith("I cannot write to Larkfield news any more: the bot lacks the right to post", StringComparison.Ordinal)), Token);
        channel.SetBot(Ada, Membership.Administrator with { CanEdit = false });

        await channel.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
        Assert.True(IsDepot(channel.As(Ada).Last));
    }

    [Fact]
    public async Task The_message_that_finds_its_group_moved_is_sent_to_the_new_one_and_every_setting_comes_along()
    {
        var group = Telegram.AddGroup("Tollen talk", Ada);
        group.AddBot(Ada);
        await group.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
        await group.As(Ada).AskAsync($"/subscribe@news_bot {Rig.FeedUrl} in Local", Token);
        await group.As(Ada).AskAsync("/filter@news_bot #1 depot", Token);
        await group.As(Ada).AskAsync("/timezone@news_bot Europe/Lisbon", Token);
        await group.As(Ada).AskAsync("/style@news_bot title \"Local:\"", Token);

        var next = group.Migrate(Ada, tellsBot: false);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");

        await next.As(Ada).WaitAsync(view => view.BotMessages.Any(IsDepot), Token);
        Assert.StartsWith("Local: Old depot", next.As(Ada).Last.Text, StringComparison.Ordinal);
        var kept = await next.As(Ada).AskAsync("/subscriptions@news_bot", Token);
        Assert.StartsWith("#1 Morning of Larkfield · feed · Local · only depot", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Europe/Lisbon", (await next.As(Ada).AskAsync("/timezone@news_bot", Token)).Text + Home(next.Id)?.TimeZone, StringComparison.Ordinal);
        Assert.Single(next.As(Ada).BotMessages, IsDepot);
        Assert.Null(Home(group.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closed_topic_is_told_once_in_the_chat_and_in_private_and_goes_on_when_it_is_opened_again(bool isTold)
    {
        var (forum, topic) = await FollowInTopicAsync();
        forum.CloseTopic(topic);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await forum.As(Ada).WaitAsync(view => view.BotMessages.Any(IsDepot), Token);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("the topic is closed or deleted", StringComparison.Ordinal), Token);

        Rig.Publish("Tram line 9 opens", "Old depot becomes a market");
        await Task.Delay(300, Token);
        forum.ReopenTopic(topic, Ada);
        if (!isTold)
        {
            await forum.As(Ada, topic).AskAsync("/latest@news_bot", Token);
        }

        await forum.As(Ada, topic).WaitAsync(view => view.BotMessages.Any(message => message.Text.StartsWith("Tram line 9", StringComparison.Ordinal)), Token);
        Assert.Single(forum.As(Ada).BotMessages, IsDepot);
        Assert.DoesNotContain(forum.As(Ada, topic).BotMessages, IsDepot);
    }

    [Fact]
    public async Task A_deleted_topic_loses_no_message_and_no_other_topic_notices()
    {
        var (forum, topic) = await FollowInTopicAsync();
        var other = forum.CreateTopic("Market", Ada);
        await forum.As(Ada, other).AskAsync($"/subscribe@news_bot {Rig.FeedUrl}", Token);

        forum.DeleteTopic(topic);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");

        await forum.As(Ada, other).WaitAsync(view => view.BotMessages.Any(IsDepot), Token);
        await forum.As(Ada).WaitAsync(view => view.BotMessages.Any(IsDepot), Token);
        await LostAsync(forum.Id, topic.Id);
        Assert.NotNull(Rig.Bot.Get<SubscriptionRegistry>().Find(PlaceOf(forum.Id, other.Id)) is { Gone: null } place ? place : null);
    }

    private async Task<(VirtualChat Forum, VirtualTopic Topic)> FollowInTopicAsync()
    {
        await AskAsync("/id");
        var forum = Telegram.AddForum("Larkfield forum", Ada);
        forum.AddBot(Ada);
        var topic = forum.CreateTopic("Harbour", Ada);
        await forum.As(Ada, topic).AskAsync($"/subscribe@news_bot {Rig.FeedUrl}", Token);
        return (forum, topic);
    }

    private async Task LostAsync(long chat, int? topic = null)
    {
        while (Rig.Bot.Get<SubscriptionRegistry>().Find(PlaceOf(chat, topic)) is not { Gone: not null })
        {
            await Task.Delay(20, Token);
        }
    }

    private Home? Home(long chat) => Rig.Bot.Get<SubscriptionRegistry>().Find(new HomeId(FormattableString.Invariant($"telegram:{chat}")));

    private static PlaceId PlaceOf(long chat, int? topic) => new(topic is null ? FormattableString.Invariant($"telegram:{chat}") : FormattableString.Invariant($"telegram:{chat}/{topic}"));

    private static bool IsDepot(VirtualMessage message) => message.Text.StartsWith("Old depot becomes a market", StringComparison.Ordinal) || message.Text.StartsWith("Local: Old depot", StringComparison.Ordinal);
}
