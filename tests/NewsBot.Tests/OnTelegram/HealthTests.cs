using NewsBot.Testing.Telegram;
using NewsBot.Tests.EndToEnd;

namespace NewsBot.Tests.OnTelegram;

/// <summary>What "newsbot healthcheck" and "newsbot check" tell of a bot that runs, seen from outside.</summary>
[Collection(nameof(Processes))]
public sealed class HealthTests : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    private readonly DataFolder _data = new();
    private readonly FakeTelegram _telegram = FakeTelegram.Start();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(120));

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _data.Dispose();
        _limit.Dispose();
    }

    [Fact]
    public async Task A_token_that_is_refused_while_the_bot_runs_is_named_with_its_fix_until_it_is_taken_again()
    {
        var token = _telegram.Token;
        await using var running = await RunAsync();
        await TurnsAsync(0);

        _telegram.Token = "7000000:rotated_at_BotFather_012345678901";
        var refused = await TurnsAsync(1);
        Assert.Contains("Telegram:Token is refused by Telegram (401 Unauthorized). Set it, or the file that NEWSBOT_TELEGRAM__TOKEN_FILE names", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("PROBLEM Telegram: Telegram:Token is refused", (await AskAsync("check")).Output, StringComparison.Ordinal);

        _telegram.Token = token;
        Assert.Equal("healthy\n", (await TurnsAsync(0)).Output);
        Assert.Contains("ok      Telegram: answers as", (await AskAsync("check")).Output, StringComparison.Ordinal);
        Assert.Equal(0, await running.TerminateAsync());
    }

    [Fact]
    public async Task Another_program_with_the_same_token_is_named_with_its_fix_until_it_has_gone()
    {
        await using var running = await RunAsync();
        await TurnsAsync(0);

        using var rival = new CancellationTokenSource();
        var polling = PollAsync(rival.Token);
        var conflict = await TurnsAsync(1);
        Assert.Contains("Another program fetches the updates of this bot. Stop it, or give this one a bot of its own in Telegram:Token.", conflict.Errors, StringComparison.Ordinal);
        Assert.Contains("PROBLEM Telegram: Another program", (await AskAsync("check")).Output, StringComparison.Ordinal);

        await rival.CancelAsync();
        await polling;
        Assert.Equal("healthy\n", (await TurnsAsync(0)).Output);
        Assert.Equal(0, await running.TerminateAsync());
    }

    private async Task<NewsBotProcess> RunAsync()
    {
        var running = NewsBotProcess.Start(
            _data.Path,
            new Dictionary<string, string> { ["TELEGRAM__TOKEN"] = _telegram.Token, ["TELEGRAM__APIURL"] = _telegram.ApiUrl, ["TELEGRAM__POLLWAIT"] = "00:00:02", ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8" },
            "run");
        await running.SeesAsync("On Telegram");
        await _telegram.WaitAsync(() => _telegram.IsPolling, _limit.Token);
        return running;
    }

    /// <summary>Asks until the health is that.</summary>
    private async Task<(int Exit, string Output, string Errors)> TurnsAsync(int exit)
    {
        while (true)
        {
            var asked = await AskAsync("healthcheck");
            if (asked.Exit == exit && !asked.Errors.Contains("no newsbot answers", StringComparison.Ordinal))
            {
                return asked;
            }

            await Task.Delay(200, _limit.Token);
        }
    }

    private Task<(int Exit, string Output, string Errors)> AskAsync(string verb) => NewsBotProcess.RunAsync(_data.Path, Plain, "", verb);

    /// <summary>As a second program with the token does.</summary>
    private async Task PollAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await http.GetStringAsync($"{_telegram.ApiUrl}/bot{_telegram.Token}/getUpdates?timeout=2", cancellationToken);
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
            {
                // It was cut short by the other one, or is to stop.
            }
        }
    }
}
