using NewsBot.Core.Subscriptions;
using NewsBot.Hosting;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.EndToEnd;

/// <summary>What "newsbot check" tells an operator.</summary>
[Collection(nameof(Processes))]
public sealed class CheckTests : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    private readonly DataFolder _data = new();
    private readonly FakeTelegram _telegram = FakeTelegram.Start();

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task All_is_well_in_one_line_each_and_the_token_is_shown_nowhere()
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, Telegram(_telegram.Token), "", "check");

        Assert.Equal((0, ""), (exit, errors));
        Assert.All(output.TrimEnd().Split('\n'), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.All(["settings", "data folder", "free space", "clock", "catalogue", "zones", "languages"], subject => Assert.Contains($" {subject}: ", output, StringComparison.Ordinal));
        Assert.Contains($"Telegram: answers as @{_telegram.Bot.Username}", output, StringComparison.Ordinal);
        Assert.DoesNotContain(_telegram.Token, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_a_problem_with_its_fix()
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, Telegram("7000000:another-secret-of-nobody-12345"), "", "check");

        Assert.Equal(1, exit);
        Assert.Contains("PROBLEM Telegram: Telegram:Token is refused by Telegram", output, StringComparison.Ordinal);
        Assert.Contains("1 of ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_do_not_hide_the_other_findings()
    {
        var (exit, output, _) = await NewsBotProcess.RunAsync(_data.Path, new Dictionary<string, string> { ["FEEDS__PARALEL"] = "4", ["FEEDS__PARALLEL"] = "0" }, "", "check");

        Assert.Equal(1, exit);
        Assert.Equal(2, output.Split('\n').Count(line => line.StartsWith("PROBLEM settings: ", StringComparison.Ordinal)));
        Assert.Contains("ok      data folder: ", output, StringComparison.Ordinal);
        Assert.Contains("PROBLEM zones and tokens: not looked at", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_is_missing_or_damaged_is_a_problem()
    {
        var damaged = _data.Write("feeds.opml", "<opml><body><outline");

        foreach (var path in (string[])[damaged, "nowhere.opml"])
        {
            var (exit, output, _) = await NewsBotProcess.RunAsync(_data.Path, new Dictionary<string, string> { ["FEEDS__CATALOGUE"] = path }, "", "check");

            Assert.Equal(1, exit);
            Assert.Contains("PROBLEM catalogue: ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_can_be_asked_while_the_bot_runs()
    {
        await using var running = NewsBotProcess.Start(_data.Path, Telegram(_telegram.Token), "run");
        await running.SeesAsync("On Telegram");
        (int Exit, string Output, string Errors) asked;
        var attempts = 0;
        do
        {
            asked = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "check");
        }
        while (asked.Exit != 0 && ++attempts < 20);

        Assert.Equal(0, asked.Exit);
        Assert.Contains("Telegram: answers as", asked.Output, StringComparison.Ordinal);
        Assert.Equal(0, await running.TerminateAsync());
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_a_problem() =>
        Assert.False(Assert.Single(await SelfCheck.DataFolderAsync(_data.Write("taken", "a file"), TestContext.Current.CancellationToken)).IsGood);

    [Fact]
    public void A_clock_before_the_last_write_of_the_store_is_a_problem()
    {
        File.SetLastWriteTimeUtc(_data.Write("newsbot.db", ""), Some.Morning.UtcDateTime);

        Assert.False(SelfCheck.Clock(Some.Morning.AddDays(-1), _data.Path).IsGood);
        Assert.True(SelfCheck.Clock(Some.Morning.AddSeconds(-5), _data.Path).IsGood);
    }

    [Fact]
    public void A_zone_nobody_knows_names_its_home()
    {
        var home = new Home { Id = new HomeId("test:anna"), TimeZone = "Larkfield/Harbour", Created = Some.Morning };

        Assert.Contains("test:anna (Larkfield/Harbour)", Assert.Single(SelfCheck.Zones([home]), finding => !finding.IsGood).Words, StringComparison.Ordinal);
        Assert.All(SelfCheck.Zones([home with { TimeZone = "Europe/Lisbon" }]), finding => Assert.True(finding.IsGood));
    }

    private Dictionary<string, string> Telegram(string token) => new() { ["TELEGRAM__TOKEN"] = token, ["TELEGRAM__APIURL"] = _telegram.ApiUrl, ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8" };
}
