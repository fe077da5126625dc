using NewsBot.Testing;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class TelegramProcessTests : IAsyncDisposable
{
    private readonly DataFolder _data = new();
    private readonly FakeTelegram _telegram = FakeTelegram.Start();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _data.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task Run_with_a_token_serves_Telegram_without_input_until_it_is_told_to_stop()
    {
        var ada = _telegram.AddUser("Ada");
        await using var process = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await process.SeesAsync($"On Telegram as @{_telegram.Bot.Username}");

        Assert.StartsWith("You are", (await ada.Chat.AskAsync("/id", _limit.Token)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await process.TerminateAsync());
        Assert.Equal(0, _telegram.PendingUpdates);
    }

    [Fact]
    public async Task A_killed_process_answers_at_its_next_start_what_it_had_taken_and_alerts_once()
    {
        await using var site = FeedServer.Start();
        site.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        var ada = _telegram.AddUser("Ada");
        await using (var first = NewsBotProcess.Start(_data.Path, Settings(), "run"))
        {
            await ada.Chat.AskAsync($"/subscribe {site.Url("/feed")}", _limit.Token);
            _telegram.FailNext("sendMessage", Fault.SlowAnswer(TimeSpan.FromSeconds(20)));
            site.Serve("/feed", Some.Rss(Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
            await ada.Chat.WaitAsync(view => view.Last.Text.Contains("Old depot", StringComparison.Ordinal), _limit.Token);
            ada.Chat.Type("/id");
            await _telegram.WaitAsync(() => _telegram.PendingUpdates == 0, _limit.Token);
            await first.KillAsync();
        }

        _telegram.Heal();
        await using var second = NewsBotProcess.Start(_data.Path, Settings(), "run");
        await ada.Chat.WaitAsync(view => view.BotMessages.Any(message => message.Text.StartsWith("You are", StringComparison.Ordinal)), _limit.Token);
        await ada.Chat.AskAsync("/why", _limit.Token);

        // It had arrived, and nobody knew: at most one repeat of the message that was in flight.
        Assert.InRange(ada.Chat.BotMessages.Count(message => message.Text.Contains("Old depot", StringComparison.Ordinal)), 1, 2);
        Assert.Single(ada.Chat.BotMessages, message => message.Text.StartsWith("You are", StringComparison.Ordinal));
        Assert.Equal(0, await second.TerminateAsync());
    }

    [Theory]
    [InlineData("7000000:another-secret-of-nobody-12345", "Telegram:Token is refused by Telegram (401")]
    [InlineData("no-token", "Telegram:Token cannot be right")]
    public async Task A_wrong_token_stops_the_start_and_names_the_setting_but_not_its_value(string token, string told)
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, new Dictionary<string, string>(Settings()) { ["TELEGRAM__TOKEN"] = token }, "", "run");

        Assert.Equal(1, exit);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.DoesNotContain(token, output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_from_a_file_is_in_no_output_no_file_and_no_backup()
    {
        var file = _data.Write("token", _telegram.Token + "\n");
        var settings = new Dictionary<string, string>(Settings()) { ["TELEGRAM__TOKEN_FILE"] = file };
        settings.Remove("TELEGRAM__TOKEN");
        var ada = _telegram.AddUser("Ada");
        _telegram.FailNext("getUpdates", Fault.BadGateway());
        _telegram.FailNext("sendMessage", Fault.Refuse(400, "Bad Request: something unheard of"));
        await using var process = NewsBotProcess.Start(_data.Path, settings, "run");
        await ada.Chat.AskAsync("/id", _limit.Token);
        _telegram.FailNext("sendMessage", Fault.DropBefore());
        ada.Chat.Type("/id");
        await ada.Chat.WaitAsync(view => view.BotMessages.Count == 2, _limit.Token);
        var (exit, backedUp, _) = await NewsBotProcess.RunAsync(_data.Path, settings, "", "backup", Path.Combine(_data.Path, "copy.zip"));
        Assert.Equal(0, exit);
        Assert.Equal(0, await process.TerminateAsync());
        File.Delete(file);

        var secret = _telegram.Token.Split(':')[1];
        Assert.DoesNotContain(secret, process.Output + process.Errors + backedUp, StringComparison.Ordinal);
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(_data.Path, "copy.zip"), Path.Combine(_data.Path, "copy"));
        Assert.All(Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories), path => Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret))));
    }

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
