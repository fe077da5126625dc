using NewsBot.Telegram.Tests.FakeServer;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Time;

namespace NewsBot.Telegram.Tests.EndToEnd;

/// <summary>
/// 1,000 alerts to 50 chats and 20 groups while Telegram enforces 30 messages a second, one a second in a chat and 20 a minute in a group. They come in waves of at most nine a chat, as ten that wait in one become a roll-up.
/// </summary>
[Collection(Alone.Name)]
public sealed class FloodTests
{
    /// <param name="seconds">When the last message can go out at the earliest, from the limits and the waves: 28 s and 370 messages at 30 a second; a minute after the first message of a group, and the five that are left.</param>
    /// <param name="most">How many times that it may take. Two of the 20 messages of a group and two of the 30 of all are kept for answers.</param>
    /// <param name="waves">When each comes, and how many alerts for each chat and each group.</param>
    [Theory]
    [InlineData(40.3, 1.25, new[] { 0, 9, 9 }, new[] { 28, 5, 6 })]
    [InlineData(64, 1.25, new[] { 0, 9, 9 }, new[] { 28, 1, 8 }, new[] { 45, 0, 8 })]
    public void Every_alert_arrives_once_in_order_without_a_refusal_and_commands_are_answered_meanwhile(double seconds, double most, params int[][] waves) => VirtualTime.Run(async time =>
    {
        await using var bench = new FloodBench(time);
        var (chats, groups) = await PeopleAsync(bench);
        var ada = bench.Telegram.AddUser("Ada");
        ada.Chat.Start();
        bench.Begin();
        var start = time.GetUtcNow();
        var asking = AskAsync(time, ada.Chat, chats[0]);

        var total = 0;
        foreach (var wave in waves)
        {
            await Task.Delay(start.AddSeconds(wave[0]) - time.GetUtcNow(), time);
            long[] named = [.. chats.SelectMany(chat => Enumerable.Repeat(chat.Chat.Id, wave[1])), .. groups.SelectMany(group => Enumerable.Repeat(group.Id, wave[2]))];
            total += named.Length;
            await bench.AlertAsync(named);
        }

        while (AlertsOf(chats, groups).Count() < total && time.GetUtcNow() - start < TimeSpan.FromMinutes(5))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time);
        }

        var alerts = AlertsOf(chats, groups).ToList();
        var (beside, amid) = await asking;

        TestContext.Current.TestOutputHelper?.WriteLine($"{total} alerts, last at {(alerts.Max(alert => alert.Date) - start).TotalSeconds} s, slowest answer {beside.TotalSeconds} s, in a chat that is sent alerts {amid.TotalSeconds} s, violations {bench.Telegram.LimitViolations}");
        Assert.Equal(0, bench.Telegram.LimitViolations);
        Assert.Equal(total, alerts.Select(alert => alert.Text).Distinct().Count());
        Assert.Equal(total, alerts.Count);
        Assert.All(alerts.GroupBy(alert => alert.Chat), chat => Assert.Equal(chat.OrderBy(NumberOf), chat));
        Assert.InRange((alerts.Max(alert => alert.Date) - start).TotalSeconds, 0, seconds * most);
        Assert.InRange(beside.TotalSeconds, 0, 0.3);

        // Its last alert may have been a moment ago.
        Assert.InRange(amid.TotalSeconds, 0, 1);
    });

    private static async Task<(List<ChatView> Chats, List<VirtualChat> Groups)> PeopleAsync(FloodBench bench)
    {
        var (chats, groups) = (new List<ChatView>(), new List<VirtualChat>());
        for (var number = 0; number < 70; number++)
        {
            var person = bench.Telegram.AddUser($"Person {number}");
            if (number < 50)
            {
                person.Chat.Start();
                chats.Add(person.Chat);
                await bench.FollowAsync(person.Id);
                continue;
            }

            var group = bench.Telegram.AddSupergroup($"Group {number}", person);
            group.AddBot(person);
            groups.Add(group);
            await bench.FollowAsync(group.Id);
        }

        return (chats, groups);
    }

    private static IEnumerable<VirtualMessage> AlertsOf(List<ChatView> chats, List<VirtualChat> groups) =>
        chats.Select(chat => chat.Chat).Concat(groups).SelectMany(chat => chat.Messages).Where(message => message.IsByBot && message.Text.StartsWith("Report ", StringComparison.Ordinal));

    private static int NumberOf(VirtualMessage alert) => int.Parse(alert.Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks in both now and then for half a minute and returns the longest wait for an answer in each.</summary>
    private static async Task<(TimeSpan Beside, TimeSpan Amid)> AskAsync(VirtualTime time, ChatView beside, ChatView amid)
    {
        var slowest = (Beside: TimeSpan.Zero, Amid: TimeSpan.Zero);
        for (var round = 0; round < 10; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(3.3), time);
            slowest.Beside = Later(slowest.Beside, await AskAsync(beside));
            slowest.Amid = Later(slowest.Amid, await AskAsync(amid));
        }

        return slowest;
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static async Task<TimeSpan> AskAsync(ChatView view)
    {
        var asked = view.Type("/id");
        await view.WaitAsync(shown => shown.BotMessages.Any(message => message.Id > asked.Id && message.Text == "Here you are."), CancellationToken.None);
        return view.BotMessages.First(message => message.Id > asked.Id && message.Text == "Here you are.").Date - asked.Date;
    }
}
