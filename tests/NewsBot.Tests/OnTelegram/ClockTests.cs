using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>Digests and quiet hours at local time, over changes of the clock and over times when the program was off.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));
    private TelegramRig _rig = null!;
    private ChatView _ada = null!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _limit.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_digest_at_a_time_that_the_clock_leaves_out_comes_at_the_first_moment_after_it()
    {
        var change = Utc(2026, 3, 29, 1, 0);
        await FollowAsync(change.AddMinutes(-40), "/digest 2:30 only");
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await WaitForRowsAsync(1);

        await GoOnAsync(change.AddSeconds(-4));
        await _ada.WaitAsync(view => IsDigest(view.Last), _limit.Token);

        Assert.InRange(_ada.Last.Date, change, change.AddSeconds(30));
    }

    [Fact]
    public async Task A_digest_at_a_time_that_comes_twice_comes_once()
    {
        var first = Utc(2026, 10, 25, 0, 30);
        await FollowAsync(first.AddMinutes(-20), "/digest 2:30 only");
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await WaitForRowsAsync(1);
        await GoOnAsync(first.AddSeconds(-2));
        await _ada.WaitAsync(view => IsDigest(view.Last), _limit.Token);
        _rig.Publish("Tram line 9 opens", "Old depot becomes a market", "Ferry to Marrow Island resumes");
        await GoOnAsync(first.AddMinutes(50));
        await WaitForRowsAsync(1);

        await GoOnAsync(first.AddMinutes(61));
        Assert.Contains("telegram:", (await _ada.AskAsync("/id", _limit.Token)).Text, StringComparison.Ordinal);
        Assert.Single(_ada.BotMessages, IsDigest);

        await GoOnAsync(first.AddHours(25).AddSeconds(2));
        await _ada.WaitAsync(view => view.BotMessages.Count(IsDigest) == 2, _limit.Token);
        Assert.Contains("Tram line 9 opens", _ada.BotMessages.Last(IsDigest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_that_were_due_while_the_program_was_off_come_as_one_and_an_empty_one_says_nothing()
    {
        var slot = Utc(2026, 5, 4, 5, 30);
        await FollowAsync(slot.AddMinutes(-20), "/digest 7:30 only");
        _rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await WaitForRowsAsync(1);

        await GoOnAsync(slot.AddDays(3));
        await _ada.WaitAsync(view => IsDigest(view.Last), _limit.Token);
        await GoOnAsync(slot.AddDays(4).AddMinutes(1));
        await _ada.AskAsync("/id", _limit.Token);

        Assert.Single(_ada.BotMessages, IsDigest);
        Assert.Contains("Old depot becomes a market", _ada.BotMessages.Single(IsDigest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_hold_all_but_what_breaks_through_until_their_end()
    {
        var end = Utc(2026, 5, 4, 5, 0);
        await FollowAsync(end.AddHours(-6), "/quiet 22:00-07:00 except words \"flood\"");
        _rig.Publish("Flood closes the harbour", "Old depot becomes a market", "Ferry to Marrow Island resumes");

        await _ada.WaitAsync(view => view.Last.Text.StartsWith("Flood closes", StringComparison.Ordinal), _limit.Token);
        await WaitForRowsAsync(1);
        await GoOnAsync(end.AddSeconds(1));

        await _ada.WaitAsync(view => view.Last.Text.StartsWith("Old depot", StringComparison.Ordinal), _limit.Token);
    }

    [Fact]
    public async Task What_waited_half_a_day_for_a_flood_limit_comes_as_one_message()
    {
        var begin = Utc(2026, 5, 4, 5, 0);
        await FollowAsync(begin, "/id");
        _rig.Telegram.FailNext("sendMessage", Fault.RetryAfter(43_200));
        _rig.Publish("Flood closes the harbour", "Tram line 9 opens", "Old depot becomes a market", "Ferry to Marrow Island resumes");
        await WaitForRowsAsync(3);
        await _rig.Telegram.WaitAsync(() => _rig.Telegram.Exchanges.Any(exchange => exchange.Status == 429), _limit.Token);

        await GoOnAsync(begin.AddHours(12).AddMinutes(1));

        await _ada.WaitAsync(view => view.Last.Text.StartsWith("3 new articles", StringComparison.Ordinal), _limit.Token);
        await _ada.AskAsync("/id", _limit.Token);
        Assert.DoesNotContain(_ada.BotMessages, message => message.Text.StartsWith("Tram line", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_from_before_a_long_outage_are_passed_over_and_changes_of_membership_are_not()
    {
        var begin = Utc(2026, 5, 4, 5, 0);
        await FollowAsync(begin, "/id");
        await _rig.StopAsync();
        var old = _ada.Type("/headlines");
        var ben = _rig.Telegram.AddUser("Ben");
        ben.Chat.Type("/start");
        var group = _rig.Telegram.AddSupergroup("Larkfield talk", ben);
        group.AddBot(ben);

        _rig.Clock.Move(TimeSpan.FromMinutes(11));
        var fresh = _ada.Type("/id");
        await _rig.BeginAsync();

        await _ada.AnswerToAsync(fresh, _limit.Token);
        await group.As(ben).WaitAsync(view => view.BotMessages.Count == 1, _limit.Token);
        Assert.Single(_ada.BotMessages, message => message.Id > old.Id);
        Assert.Empty(ben.Chat.BotMessages);
    }

    /// <summary>Ada follows the town's feed by the clock of Berlin and says one thing more.</summary>
    private async Task FollowAsync(DateTimeOffset begin, string said)
    {
        _rig = await TelegramRig.StartAsync(begin: begin);
        _ada = _rig.Telegram.AddUser("Ada").Chat;
        await _ada.AskAsync("/timezone Europe/Berlin", _limit.Token);
        await _ada.AskAsync($"/subscribe {_rig.FeedUrl}", _limit.Token);
        await _ada.AskAsync(said, _limit.Token);
    }

    private async Task WaitForRowsAsync(int least)
    {
        var place = new Core.Subscriptions.PlaceId(FormattableString.Invariant($"telegram:{_ada.User.Id}"));
        while (_rig.Bot.Get<Core.Delivery.Outbox>().Of(place).Count < least)
        {
            await Task.Delay(20, _limit.Token);
        }
    }

    /// <summary>The program is off until then.</summary>
    private async Task GoOnAsync(DateTimeOffset then)
    {
        await _rig.StopAsync();
        _rig.Clock.Move(then - _rig.Clock.GetUtcNow());
        await _rig.BeginAsync();
    }

    private static bool IsDigest(VirtualMessage message) => message.Text.StartsWith("Digest", StringComparison.Ordinal) && message.Text.Contains("1. ", StringComparison.Ordinal);

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
