using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;
using NewsBot.Tests.EndToEnd;

namespace NewsBot.Tests.OnTelegram;

/// <summary>The program killed at the worst moments. What was taken in or stored is not lost, and what was not being sent is not repeated.</summary>
[Collection(nameof(Processes))]
public sealed class KillTests : IAsyncDisposable
{
    private readonly DataFolder _data = new();
    private readonly FakeTelegram _telegram = FakeTelegram.Start();
    private readonly FeedServer _site = FeedServer.Start();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(120));

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _site.DisposeAsync();
        _data.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task Killed_between_storing_an_article_and_sending_it_the_program_sends_it_once_after_its_start()
    {
        var (ada, ben) = (_telegram.AddUser("Ada").Chat, _telegram.AddUser("Ben").Chat);
        Publish("Ferry to Marrow Island resumes");
        await using (var first = NewsBotProcess.Start(_data.Path, Settings(), "run"))
        {
            foreach (var chat in (ChatView[])[ada, ben])
            {
                await chat.AskAsync($"/subscribe {_site.Url("/feed")}", _limit.Token);
            }

            _telegram.FailNext("sendMessage", Fault.RetryAfter(600), times: 1_000);
            Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
            await _telegram.WaitAsync(() => _telegram.Exchanges.Count(exchange => exchange.Status == 429) >= 2, _limit.Token);
            await first.KillAsync();
        }

        // What people type meanwhile waits at the server.
        _telegram.Heal();
        var asked = ada.Type("/id");
        var away = _telegram.AddUser("Cleo").Chat.Type("/id");
        await using var second = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await _telegram.WaitAsync(() => Alerts(ada) == 1 && Alerts(ben) == 1 && away.Chat.Messages.Count == 2, _limit.Token);
        await ada.AskAsync("/why", _limit.Token);

        Assert.Equal((1, 1), (Alerts(ada), Alerts(ben)));
        Assert.Single(ada.BotMessages, message => message.Id > asked.Id && message.Text.StartsWith("You are", StringComparison.Ordinal));
        Assert.Equal(0, await second.TerminateAsync());
    }

    private void Publish(params IReadOnlyList<string> titles) => _site.Serve("/feed", Some.Rss([.. titles.Select(title => Some.Item(title))]));

    private static int Alerts(ChatView view) => view.BotMessages.Count(message => message.Text.StartsWith("Old depot", StringComparison.Ordinal));

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
