namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class VerbTests : IDisposable
{
    private static readonly Dictionary<string, string> Plain = [];

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Verbs_run_inside_the_process_that_holds_the_folder()
    {
        _data.Write("ferry.txt", "Ferry to Marrow Island resumes\n\nThe ferry between Port Ellery and Marrow Island runs again after two weeks of repairs to its engine.\n");
        await using var running = NewsBotProcess.Start(_data.Path, Plain);
        await running.SendAsync("/id\n");
        await running.SeesAsync("You are terminal:me");
        await AnsweringAsync();

        var import = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "import", "ferry.txt");
        var chat = await NewsBotProcess.RunAsync(_data.Path, Plain, "/latest\n", "chat", "--as", "bob");
        var refused = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "run");

        Assert.Equal((0, "1 stored, 0 known already, 0 skipped.\n"), (import.Exit, import.Output));
        Assert.Contains("1. Ferry to Marrow Island resumes", chat.Output, StringComparison.Ordinal);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("already runs", refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_bad_file_is_named_and_the_others_are_stored_once()
    {
        _data.Write("good.txt", "Old depot becomes a market\n\nThe council of Tollen has approved a covered market in the old tram depot beside the river.\n");
        _data.Write("empty.txt", "");
        _data.Write("binary.txt", "\0\u0001\u0002");

        var first = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "import", "good.txt", "empty.txt", "binary.txt", "missing.txt");
        var second = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "import", "good.txt");

        Assert.Equal(1, first.Exit);
        Assert.Contains("1 stored, 0 known already, 3 skipped.", first.Output, StringComparison.Ordinal);
        Assert.Contains("empty.txt: the file is empty", first.Errors, StringComparison.Ordinal);
        Assert.Contains("binary.txt: this is a binary file", first.Errors, StringComparison.Ordinal);
        Assert.Contains("missing.txt: the file cannot be read", first.Errors, StringComparison.Ordinal);
        Assert.Equal((0, "0 stored, 1 known already, 0 skipped.\n"), (second.Exit, second.Output));
    }

    [Theory]
    [InlineData("FEEDS__PARALEL", "4", "Feeds:Parallel")]
    [InlineData("FEEDS__PARALLEL", "0", "must lie between 1 and 64")]
    [InlineData("FEEDS__DEFAULTINTERVAL", "soon", "duration")]
    public async Task A_wrong_setting_stops_the_start_in_one_line(string name, string value, string told)
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, new Dictionary<string, string> { [name] = value }, "/id\n");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(told, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean \"newsbot fetch\"?", "fetsch")]
    [InlineData("--loud is no option of chat.", "chat", "--loud")]
    [InlineData("\"newsbot verify --help\" lists what there is.", "verify", "--loud")]
    [InlineData("usage: newsbot fetch [URL...] [options].", "fetch", "--bad")]
    [InlineData("ferry is no address of a feed.", "fetch", "ferry")]
    [InlineData("ftp://larkfield.example/feed is no address of a feed.", "fetch", "ftp://larkfield.example/feed")]
    [InlineData("--loud is no option of import.", "import", "--loud")]
    [InlineData("usage: newsbot export PATH [options].", "export", "-x")]
    [InlineData("--loud is no option of backup.", "backup", "--loud")]
    [InlineData("--loud is no option of restore.", "restore", "--loud")]
    [InlineData("--loud is no option of parse.", "parse", "--loud")]
    [InlineData("--loud is no option of extract.", "extract", "--loud")]
    [InlineData("--loud is no option of summarize.", "summarize", "--loud")]
    [InlineData("--loud", "stories", "--loud")]
    [InlineData("--loud", "reports", "--loud")]
    [InlineData("--loud", "check", "--loud")]
    [InlineData("--loud", "healthcheck", "--loud")]
    [InlineData("--loud", "version", "--loud")]
    [InlineData("--loud", "run", "--loud")]
    [InlineData("--loud", "--loud")]
    public async Task What_is_typed_wrong_is_told_in_short_and_says_where_to_look(string told, params string[] typed)
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, Plain, "", typed);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(told, errors, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(errors.TrimEnd().Split('\n').Length, 1, 2);
    }

    [Theory]
    [InlineData("newsbot [command]", "help")]
    [InlineData("newsbot chat", "help", "chat")]
    public async Task Help_is_a_verb_too(string told, params string[] typed)
    {
        var (exit, output, errors) = await NewsBotProcess.RunAsync(_data.Path, Plain, "", typed);

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_name_the_line()
    {
        var file = _data.Write("newsbot.json", "{\n  \"Feeds\": {\n    \"Parallel\": 4,\n");

        var (exit, _, errors) = await NewsBotProcess.RunAsync(_data.Path, Plain, "/id\n", "--config", file);

        Assert.Equal(1, exit);
        Assert.Contains("newsbot.json is not valid JSON: line 4:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_says_what_to_do_and_the_rest_goes_on()
    {
        var (exit, output, _) = await NewsBotProcess.RunAsync(_data.Path, Plain, "/hedlines\n/id\n");

        Assert.Equal(1, exit);
        Assert.Contains("Did you mean /headlines?", output, StringComparison.Ordinal);
        Assert.Contains("You are terminal:me", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_leave_as_a_file_and_come_back()
    {
        await NewsBotProcess.RunAsync(_data.Path, Plain, "/subscribe river otters\n/subscribe \"covered market\" -sports\n/export\n/reset yes\n");
        var path = Path.Combine(_data.Path, "newsbot-subscriptions.opml");

        var (_, output, _) = await NewsBotProcess.RunAsync(_data.Path, Plain, $"/import {path}\n/subscriptions\n");

        Assert.Contains("2 added, 0 followed already, 0 refused.", output, StringComparison.Ordinal);
        Assert.Contains("\"covered market\" -sports", output, StringComparison.Ordinal);
    }

    private async Task AnsweringAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await NewsBotProcess.RunAsync(_data.Path, Plain, "", "healthcheck")).Exit == 0)
            {
                return;
            }
        }

        Assert.Fail("The control socket never answered.");
    }
}
