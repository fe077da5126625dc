using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Terminal;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Telegram;
using NewsBot.Tests.OnTelegram;
using NewsBot.Verbs;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The same questions on Telegram, on Discord and in the terminal: titles, links, numbers and choices are the same everywhere, whatever words stand around them.</summary>
[Collection(nameof(Processes))]
public sealed partial class ThreePlatformsTests : IAsyncLifetime
{
    private static readonly string[] Titles =
        ["Ferry to Marrow Island resumes", "Otters counted in Brannoch", "Old depot becomes a market", "Bridge over the Aldra opens", "Storm warning for Dunmere", "Tollen elects a mayor", "Harbour of Port Ellery freezes"];

    private static readonly string[] Choices =
        ["Show the latest", "Undo", "Only in the digest", "Also at once", "Set the time zone", "Pause", "Style", "Remove", "Yes, delete", "Quiet hours", "Language of answers", "Time zone", "#1 Morning of Larkfield"];

    /// <summary>As it is typed, and the command and options of Discord.</summary>
    private static readonly (string Typed, string Slash, (string, object)[] Options)[] Questions =
    [
        ("/headlines", "headlines", []),
        ("/latest", "latest", []),
        ("/search otters", "search", [("words", "otters")]),
        ("/latest Morning of Larkfield", "latest", [("about", "Morning of Larkfield")]),
        ("/summary 2", "summary", [("article", "2")]),
        ("/read 2", "read", [("article", "2")]),
        ("/story 2", "story", [("article", "2")]),
        ("/save 2", "save", [("article", "2")]),
        ("/saved", "saved", []),
        ("/why 1", "why", [("what", "1")]),
        ("/why", "why", []),
        ("/wrong 1 summary", "wrong", [("article", "1"), ("kind", "summary")]),
        ("/forgetme", "forgetme", []),
    ];

    private static readonly (string Typed, string Slash, (string, object)[] Options)[] Settings =
    [
        ("/subscribe ferry, otters in sea", "feed add", [("what", "ferry, otters"), ("folder", "sea")]),
        ("/subscriptions", "feed list", []),
        ("/filter #1 ferry", "feed filter", [("subscription", "#1"), ("words", "ferry")]),
        ("/digest 7:30 of #1 top 5", "feed digest", [("times", "7:30"), ("of", "#1"), ("top", 5)]),
        ("/quiet 22:00-07:00", "feed quiet", [("hours", "22:00-07:00")]),
        ("/limit 10 per day", "feed limit", [("count", 10), ("period", "day")]),
        ("/style compact", "feed style", [("words", "compact")]),
        ("/mode #2 archive", "feed mode", [("subscription", "#2"), ("mode", "archive")]),
        ("/pause 7d", "feed pause", [("until", "7d")]),
        ("/resume", "feed resume", []),
        ("/language news de", "feed language", [("news", "de")]),
        ("/timezone Berlin", "feed timezone", [("zone", "Berlin")]),
        ("/settings", "feed settings", []),
        ("/export", "feed export", []),
        ("/unsubscribe #2", "feed remove", [("subscription", "#2")]),
        ("/reset", "feed reset", []),
    ];

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(120));
    private DiscordRig _discord = null!;
    private TelegramRig _telegram = null!;
    private VirtualUser _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordRig.StartAsync();
        _telegram = await TelegramRig.StartAsync();
        _ada = _telegram.Telegram.AddUser("Ada");
        Publish(Titles);
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _telegram.DisposeAsync();
        _limit.Dispose();
    }

    [Fact]
    public async Task Questions_tell_the_same_everywhere()
    {
        await FollowAsync();
        await CompareAsync(Questions, atLeast: 10);
    }

    [Fact]
    public async Task Settings_tell_the_same_everywhere()
    {
        await FollowAsync();
        await CompareAsync(Settings, atLeast: 8);
    }

    [Fact]
    public async Task A_new_article_comes_with_the_same_title_sentence_and_source_everywhere()
    {
        await FollowAsync();
        using var stop = new CancellationTokenSource();
        var seen = "";
        await using var terminal = new LocalChat(_discord.Bot, ConsoleOver(TextWriter.Null), "me", isJson: false);
        var showing = terminal.ShowPostsAsync((text, _) => Task.FromResult(seen += Bare(text)), stop.Token);
        Publish(["Lighthouse of Brannoch shines again", .. Titles]);

        var onDiscord = await DiscordRig.SeesAsync(_discord.Mara.Conversation, "Lighthouse");
        await _ada.Chat.WaitAsync(view => view.Last.Text.Contains("Lighthouse", StringComparison.Ordinal), _limit.Token);
        await DiscordRig.UntilAsync(() => seen.Contains("Lighthouse", StringComparison.Ordinal), () => seen);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => showing);

        string[] facts = ["Lighthouse of Brannoch shines again", "What is known of this so far: Lighthouse of Brannoch shines again.", "Morning of Larkfield", "https://morning.example/Lighthouse%20of%20Brannoch%20shines%20again"];
        Assert.All(new[] { Shown(onDiscord), Shown(_ada.Chat.Last), seen }, text => Assert.All(facts, fact => Assert.Contains(fact, text, StringComparison.Ordinal)));
    }

    private async Task CompareAsync((string Typed, string Slash, (string, object)[] Options)[] questions, int atLeast)
    {
        var told = 0;
        var differences = new List<string>();
        foreach (var (typed, slash, options) in questions)
        {
            var inTerminal = Facts(await TerminalAsync(typed));
            var onTelegram = Facts(Shown(await _ada.Chat.AskAsync(typed, _limit.Token)));
            var onDiscord = Facts(Shown(await DiscordRig.SayAsync(_discord.Mara.Slash(_discord.Mara.Conversation, slash, options))));
            differences.AddRange(Difference($"{typed} on Telegram", inTerminal, onTelegram));
            differences.AddRange(Difference($"{typed} on Discord", inTerminal, onDiscord));
            told += inTerminal.Count > 0 ? 1 : 0;
        }

        Assert.Empty(differences);
        Assert.True(told >= atLeast, $"only {told} answers told something that can be compared");
    }

    private static IEnumerable<string> Difference(string where, IReadOnlyList<string> expected, IReadOnlyList<string> told) => expected.SequenceEqual(told)
        ? []
        : [$"{where} lacks [{string.Join("; ", expected.Except(told))}] and has [{string.Join("; ", told.Except(expected))}]"];

    private async Task FollowAsync()
    {
        await DiscordRig.SayAsync(_discord.Mara.Slash(_discord.Mara.Conversation, "feed add", ("what", _discord.FeedUrl)), "is followed now");
        await TerminalAsync($"/subscribe {_discord.FeedUrl}");
        await _ada.Chat.AskAsync($"/subscribe {_telegram.FeedUrl}", _limit.Token);
    }

    private void Publish(IReadOnlyList<string> titles)
    {
        _discord.Publish(titles);
        _telegram.Publish(titles);
    }

    private async Task<string> TerminalAsync(string line)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var chat = new LocalChat(_discord.Bot, ConsoleOver(output), "me", isJson: false);
        await chat.AskAsync(line, _limit.Token);
        return Bare(output.ToString());
    }

    /// <summary>Without colours; a link stands before what it is laid under.</summary>
    private static string Bare(string terminal) => Colour().Replace(Hyperlink().Replace(terminal, "${address} "), "");

    private VerbConsole ConsoleOver(TextWriter output) => new(output, TextWriter.Null, TextReader.Null, _telegram.Folder, new Screen(IsInteractive: false, IsTerminal: true, HasColor: true, Width: 1_000));

    private static string Shown(VirtualMessage message) => string.Join('\n', (string[])
        [message.Text, .. message.Content.Text.Entities.Select(entity => entity.Url).OfType<string>(), .. message.Buttons.SelectMany(row => row).Select(button => button.Label)]);

    /// <summary>Without markdown.</summary>
    private static string Shown(FakeMessage message) => string.Join('\n', (string[])
        [Markdown().Replace(message.Words, ""), .. message.Labels, .. message.Rows.SelectMany(row => row).SelectMany(part => part["options"] as System.Text.Json.Nodes.JsonArray ?? []).Select(option => (string)option!["label"]!)]);

    /// <summary>What a person learns: titles, links, numbers and choices.</summary>
    private static IReadOnlyList<string> Facts(string text)
    {
        var plain = text.Replace("\u2060", "", StringComparison.Ordinal);
        var links = Titles.Select(title => "https://morning.example/" + Uri.EscapeDataString(title));
        var known = Titles.Concat(links).Concat(Choices).Where(fact => plain.Contains(fact, StringComparison.Ordinal));
        return [.. known.Concat(Numbers().Matches(plain).Select(match => match.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\*\*|\\(?=[^\w\s])|^-# ", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"\x1b\]8;;(?<address>.*?)(\x1b\\|\a)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hyperlink();

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"#\d+|\d+-\d+ of \d+|\b\d+ of \d+|\b\d+ (sources?|articles?|feeds?|subscriptions?|messages?)\b|(Sent|Waiting|Failed): \d+|\d\d:\d\d-\d\d:\d\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Numbers();
}
