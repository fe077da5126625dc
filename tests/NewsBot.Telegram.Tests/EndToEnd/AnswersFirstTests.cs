using NewsBot.Telegram.Tests.FakeServer;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Time;

namespace NewsBot.Telegram.Tests.EndToEnd;

/// <summary>A question amid the alerts of its own chat, which takes one message a second.</summary>
[Collection(Alone.Name)]
public sealed class AnswersFirstTests
{
    /// <param name="thinking">Milliseconds that it takes to make the answer.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(600)]
    [InlineData(900)]
    public void The_answer_has_the_chats_next_turn_however_long_it_is_made(int thinking) => VirtualTime.Run(async time =>
    {
        await using var bench = new FloodBench(time) { Thinking = TimeSpan.FromMilliseconds(thinking) };
        var person = bench.Telegram.AddUser("Ada");
        person.Chat.Start();
        await bench.FollowAsync(person.Id);
        bench.Begin();
        var waits = new List<double>();
        for (var phase = 50; phase < 1_000; phase += 100)
        {
            await Task.Delay(TimeSpan.FromSeconds(20), time);
            await bench.AlertAsync([.. Enumerable.Repeat(person.Id, 9)]);
            var first = await AlertAfterAsync(person.Chat, time.GetUtcNow());
            await Task.Delay(first.AddSeconds(3).AddMilliseconds(phase) - time.GetUtcNow(), time);
            waits.Add(await AskAsync(person.Chat));
        }

        await Task.Delay(TimeSpan.FromSeconds(20), time);
        TestContext.Current.TestOutputHelper?.WriteLine($"made in {thinking} ms, answered after {string.Join(' ', waits)} s");
        Assert.All(waits, wait => Assert.InRange(wait, thinking / 1_000.0, Math.Max(1, thinking / 1_000.0) + 0.01));
        Assert.Equal(90, AlertsIn(person.Chat).Select(alert => alert.Text).Distinct().Count());
        Assert.Equal(0, bench.Telegram.LimitViolations);
    });

    [Fact]
    public void Questions_without_an_answer_do_not_stop_the_alerts() => VirtualTime.Run(async time =>
    {
        await using var bench = new FloodBench(time) { IsSilent = true };
        var person = bench.Telegram.AddUser("Ada");
        person.Chat.Start();
        await bench.FollowAsync(person.Id);
        bench.Begin();
        await bench.AlertAsync([.. Enumerable.Repeat(person.Id, 9)]);
        for (var asked = 0; asked < 100; asked++)
        {
            person.Chat.Type("/id");
            await Task.Delay(TimeSpan.FromMilliseconds(200), time);
        }

        Assert.Equal(9, AlertsIn(person.Chat).Count());
    });

    private static IEnumerable<VirtualMessage> AlertsIn(ChatView chat) => chat.BotMessages.Where(message => message.Text.StartsWith("Report ", StringComparison.Ordinal));

    private static async Task<DateTimeOffset> AlertAfterAsync(ChatView chat, DateTimeOffset moment)
    {
        await chat.WaitAsync(shown => AlertsIn(shown).Any(alert => alert.Date >= moment), CancellationToken.None);
        return AlertsIn(chat).First(alert => alert.Date >= moment).Date;
    }

    /// <summary>Seconds until the answer.</summary>
    private static async Task<double> AskAsync(ChatView chat)
    {
        var asked = chat.Type("/id");
        await chat.WaitAsync(shown => shown.BotMessages.Any(message => message.Id > asked.Id && message.Text == "Here you are."), CancellationToken.None);
        return (chat.BotMessages.First(message => message.Id > asked.Id && message.Text == "Here you are.").Date - asked.Date).TotalSeconds;
    }
}
