using System.Text.Json.Nodes;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>"A lot?" after the third alert of a day.</summary>
public sealed class VolumeTests : TelegramTests
{
    private readonly List<string> _titles = ["Ferry to Marrow Island resumes"];

    [Fact]
    public async Task The_question_is_asked_once_and_its_button_sets_a_limit_that_a_second_press_leaves()
    {
        await FollowAsync();
        await PublishAsync(Ada.Chat, "Old depot becomes a market", "Tram line 9 opens");
        Assert.DoesNotContain(Ada.Chat.BotMessages, IsQuestion);
        await PublishAsync(Ada.Chat, "Bridge over the Aldra opens");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(IsQuestion), Token);
        Assert.Equal(["10 a day", "Digest", "Leave it so"], Ada.Chat.Labels);

        await Ada.Chat.PressAsync("10 a day", Token);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("at most 10 messages a day", StringComparison.Ordinal), Token);
        await Ada.Chat.PressAsync("10 a day", Token);
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count(message => message.Text.Contains("at most 10 messages a day", StringComparison.Ordinal)) == 2, Token);

        Assert.Equal(new SendLimit(10, LimitPeriod.Day), PlaceOf(Ada.Id).Limit);
        await Rig.RestartAsync();
        await PublishAsync(Ada.Chat, "Library reopens after repairs");
        Assert.Single(Ada.Chat.BotMessages, IsQuestion);
    }

    [Fact]
    public async Task In_a_group_only_admins_may_answer()
    {
        var ben = Telegram.AddUser("Ben");
        var group = Telegram.AddSupergroup("Larkfield talk", Ada).Add(ben);
        group.AddBot(Ada);
        await group.As(Ada).WaitAsync(view => view.BotMessages.Count == 1, Token);
        await group.As(Ada).AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        await PublishAsync(group.As(Ada), "Old depot becomes a market", "Tram line 9 opens", "Bridge over the Aldra opens");
        await group.As(Ada).WaitAsync(view => view.BotMessages.Any(IsQuestion), Token);

        var refused = await group.As(ben).PressAsync("Digest", Token);
        Assert.Contains("Only admins", refused.Answer!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(PlaceOf(group.Id).Digests);
        await group.As(Ada).PressAsync("Digest", Token);
        await group.As(Ada).WaitAsync(view => view.BotMessages.Any(message => message.Text.Contains("is in the digest of 08:00", StringComparison.Ordinal)), Token);

        Assert.Single(PlaceOf(group.Id).Digests);
    }

    [Fact]
    public async Task A_channel_is_asked_about_in_private_and_never_asked_itself()
    {
        var channel = Telegram.AddChannel("Larkfield news", Ada, "larkfield_news");
        await AskAsync("/id");
        channel.AddBot(Ada);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("I can post in Larkfield news now", StringComparison.Ordinal), Token);
        await FollowAsync();
        await PublishAsync(channel.As(Ada), "Old depot becomes a market", "Tram line 9 opens", "Bridge over the Aldra opens");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(IsQuestion), Token);
        Assert.Contains("came to Larkfield news", Ada.Chat.Last.Text, StringComparison.Ordinal);

        await Ada.Chat.PressAsync("10 a day", Token);
        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("at most 10 messages a day", StringComparison.Ordinal), Token);

        Assert.Equal(new SendLimit(10, LimitPeriod.Day), PlaceOf(channel.Id).Limit);
        Assert.Null(PlaceOf(Ada.Id).Limit);
        Assert.DoesNotContain(channel.As(Ada).BotMessages, IsQuestion);
    }

    protected override void ChangeAll(JsonObject settings) => settings[DeliveryOptions.Section] = new JsonObject { [nameof(DeliveryOptions.AskAbove)] = 2 };

    private static bool IsQuestion(VirtualMessage message) => message.Text.StartsWith("A lot?", StringComparison.Ordinal);

    private Place PlaceOf(long chat) => Rig.Bot.Get<SubscriptionRegistry>().Find(new PlaceId(FormattableString.Invariant($"telegram:{chat}")))!;

    /// <summary>One after the other, each when the one before has come.</summary>
    private async Task PublishAsync(ChatView view, params IReadOnlyList<string> titles)
    {
        foreach (var title in titles)
        {
            _titles.Insert(0, title);
            Rig.Publish(_titles);
            await view.WaitAsync(chat => chat.BotMessages.Any(message => message.Text.StartsWith(title, StringComparison.Ordinal)), Token);
        }
    }
}
