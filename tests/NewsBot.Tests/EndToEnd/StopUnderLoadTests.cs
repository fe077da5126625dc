using System.Diagnostics;
using System.Globalization;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The program is told to stop while it sends alerts to many chats of a slow platform. TEST_NEWSBOT_STOPS sets how often.</summary>
[Collection(nameof(Processes))]
public sealed class StopUnderLoadTests(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Chats = 12;
    private const int Each = 3;
    private static readonly int Stops = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_STOPS") ?? "4", CultureInfo.InvariantCulture);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(150);

    private readonly DataFolder _data = new();
    private readonly FakeTelegram _telegram = FakeTelegram.Start();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Stopped_while_it_sends_it_ends_soon_and_each_chat_gets_each_alert_once()
    {
        await using var site = FeedServer.Start();
        List<RssItem> items = [Some.Item("Ferry to Marrow Island resumes")];
        site.Serve("/feed", Some.Rss([.. items]));
        var people = Enumerable.Range(0, Chats).Select(number => _telegram.AddUser($"Reader {number}")).ToList();
        await FollowAsync(people, site);
        _telegram.FailNext("sendMessage", Fault.SlowAnswer(SendTime), int.MaxValue);

        var (longest, random, amid) = (TimeSpan.Zero, new Random(5), 0);
        for (var round = 0; round < Stops; round++)
        {
            await using var process = NewsBotProcess.Start(_data.Path, Settings(), "run");
            var before = Alerts(people);
            items.InsertRange(0, Enumerable.Range(round * Each, Each).Select(number => Some.Item(TitleOf(number))));
            site.Serve("/feed", Some.Rss([.. items]));

            // More than half of what waits goes out in each round, so that it never becomes a roll-up.
            var waiting = ((round + 1) * Chats * Each) - before;
            var stopAt = before + random.Next(waiting / 2, waiting);
            await WaitAsync(() => Alerts(people) >= stopAt);
            var clock = Stopwatch.StartNew();
            Assert.Equal(0, await process.TerminateAsync());
            Assert.DoesNotMatch(" (ERR|FTL)]", process.Errors);
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
            amid += Alerts(people) < (round + 1) * Chats * Each ? 1 : 0;
        }

        await using var last = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await WaitAsync(() => people.TrueForAll(person => Enumerable.Range(0, Stops * Each).All(number => CountOf(person, number) > 0)));
        Assert.Contains("Waiting: 0.", (await people[0].Chat.AskAsync("/why", Token)).Text, StringComparison.Ordinal);

        Assert.Equal(0, await last.TerminateAsync());
        Assert.All(people, person => Assert.All(Enumerable.Range(0, Stops * Each), number => Assert.Equal(1, CountOf(person, number))));
        Assert.True(longest < StopTime, $"It took {longest} to stop.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stops} stops, {amid} of them before all was sent, the longest took {longest.TotalSeconds:F2} s; {Stops * Each * Chats} alerts, none lost or repeated"));
    }

    private async Task FollowAsync(List<VirtualUser> people, FeedServer site)
    {
        await using var process = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await Task.WhenAll(people.Select(person => person.Chat.AskAsync($"/subscribe {site.Url("/feed")}", Token)));
        Assert.Equal(0, await process.TerminateAsync());
    }

    private static string TitleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Report {number:D3} from Tollen");

    private static int CountOf(VirtualUser person, int number) => CountOf(person, TitleOf(number));

    private static int Alerts(List<VirtualUser> people) => people.Sum(person => CountOf(person, "from Tollen"));

    /// <summary>Messages with these words, whatever /why says of them.</summary>
    private static int CountOf(VirtualUser person, string words) =>
        person.Chat.BotMessages.Count(message => message.Text.Contains(words, StringComparison.Ordinal) && !message.Text.Contains("Waiting: ", StringComparison.Ordinal));

    private Task WaitAsync(Func<bool> condition) => _telegram.WaitAsync(condition, Token).WaitAsync(TimeSpan.FromMinutes(2), Token);

    private Dictionary<string, string> Settings() => new()
    {
        ["TELEGRAM__TOKEN"] = _telegram.Token,
        ["TELEGRAM__APIURL"] = _telegram.ApiUrl,
        ["TELEGRAM__POLLWAIT"] = "00:00:02",
        ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8",
        ["FEEDS__MINIMUMINTERVAL"] = "00:00:01",
        ["FEEDS__DEFAULTINTERVAL"] = "00:00:01",
    };
}
