using NewsBot.Testing;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>How one message stands for a story: joined by copies, corrected, and never sent again where somebody deleted it.</summary>
public sealed class StoryMessageTests : TelegramTests
{
    private const string Words = "The old depot in Larkfield becomes a market hall in May, the town council decided on Monday evening. Forty stalls are planned on two floors, and the tram stops at its door again.";

    [Fact]
    public async Task A_copy_of_another_publisher_joins_the_message_and_a_deleted_message_stays_deleted()
    {
        await FollowBothAsync();
        Publish("/town.xml", "morning.example", "Old depot becomes a market");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(IsDepot), Token);

        Publish("/valley.xml", "courier.example", "Old depot becomes a market");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Single(IsDepot).Text.Contains("2 sources", StringComparison.Ordinal), Token);

        Ada.Chat.Delete(Ada.Chat.BotMessages.Single(IsDepot));
        Publish("/coast.xml", "radio.example", "Old depot becomes a market");
        await Telegram.WaitAsync(() => Telegram.Exchanges.Any(exchange => exchange is { Call.Method: "editMessageText", Status: 400 }), Token);
        await AskAsync("/id");
        Assert.DoesNotContain(Ada.Chat.BotMessages, IsDepot);
    }

    [Fact]
    public async Task A_first_subscription_to_a_full_feed_sends_nothing_old()
    {
        Rig.Publish([.. Enumerable.Range(1, 300).Select(number => $"Report {number} from Tollen")]);

        var followed = await FollowAsync();
        Rig.Publish([.. Enumerable.Range(0, 301).Select(number => $"Report {number} from Tollen")]);
        await Ada.Chat.AnswerToAsync(followed, Token);

        Assert.StartsWith("Report 0 from Tollen", Assert.Single(Ada.Chat.BotMessages, message => message.Id > followed.Id).Text, StringComparison.Ordinal);
    }

    private async Task FollowBothAsync()
    {
        foreach (var (path, host) in (IReadOnlyList<(string, string)>)[("/town.xml", "morning.example"), ("/valley.xml", "courier.example"), ("/coast.xml", "radio.example")])
        {
            Rig.Site.Serve(path, Feed(host, ItemOf(host, $"Welcome to {host}", $"All the news of {host}, every day.")));
            await AskAsync($"/subscribe {Rig.Site.Url(path)}");
        }
    }

    private void Publish(string path, string host, string title) =>
        Rig.Site.Serve(path, Feed(host, ItemOf(host, title, Words), ItemOf(host, $"Welcome to {host}", $"All the news of {host}, every day.")));

    private static string Feed(string host, params IReadOnlyList<RssItem> items) => Some.Rss(items).Replace("Morning of Larkfield", host, StringComparison.Ordinal).Replace("<link>https://morning.example/</link>", $"<link>https://{host}/</link>", StringComparison.Ordinal);

    private static RssItem ItemOf(string host, string title, string words) => Some.Item(title) with { Link = $"https://{host}/{Uri.EscapeDataString(title)}", Description = words };

    private static bool IsDepot(VirtualMessage message) => message.Text.StartsWith("Old depot", StringComparison.Ordinal);
}
