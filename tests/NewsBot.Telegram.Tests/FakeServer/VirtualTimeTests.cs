using NewsBot.Testing.Telegram;
using NewsBot.Testing.Time;

namespace NewsBot.Telegram.Tests.FakeServer;

[Collection(Alone.Name)]
public sealed class VirtualTimeTests
{
    [Fact]
    public void The_limits_look_at_every_window_and_count_nothing_that_was_refused() => VirtualTime.Run(async time =>
    {
        await using var telegram = FakeTelegram.InMemory(time);
        telegram.EnforcesLimits = true;
        var group = telegram.AddSupergroup("Town hall", telegram.AddUser("Ben"));
        group.AddBot(telegram.AddUser("Cleo"));
        using var http = new HttpClient(telegram.Handler, disposeHandler: false) { BaseAddress = new Uri(telegram.ApiUrl) };

        var statuses = new List<int>();
        for (var second = 0; second < 61; second++)
        {
            using var form = new FormUrlEncodedContent([new("chat_id", group.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("text", "x")]);
            statuses.Add((int)(await http.PostAsync($"/bot{telegram.Token}/sendMessage", form)).StatusCode);
            await Task.Delay(TimeSpan.FromSeconds(1), time);
        }

        Assert.Equal(Enumerable.Repeat(200, 20), statuses.Take(20));
        Assert.Equal(Enumerable.Repeat(429, 40), statuses.Skip(20).Take(40));
        Assert.Equal(200, statuses[60]);
        Assert.Equal(40, telegram.LimitViolations);
    });

    [Fact]
    public void A_long_poll_waits_in_virtual_time() => VirtualTime.Run(async time =>
    {
        await using var telegram = FakeTelegram.InMemory(time);
        using var http = new HttpClient(telegram.Handler, disposeHandler: false) { BaseAddress = new Uri(telegram.ApiUrl), Timeout = Timeout.InfiniteTimeSpan };
        var start = time.GetUtcNow();

        var empty = await http.GetStringAsync($"/bot{telegram.Token}/getUpdates?timeout=90");

        Assert.Equal("""{"ok":true,"result":[]}""", empty);
        Assert.Equal(TimeSpan.FromSeconds(50), time.GetUtcNow() - start);
    });
}
