using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Discord.Tests.Rendering;

/// <summary>What is rendered today is what a reader of Discord's markdown that nobody here wrote has read (tests/peers/discord): Data/discord-markdown.jsonl keeps what it saw.</summary>
public sealed class WildMarkdownTests
{
    private const int Kept = 400;

    [Fact]
    public async Task The_texts_are_written_for_the_reader()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_TEXTS") ?? "1000", CultureInfo.InvariantCulture);
        var path = Environment.GetEnvironmentVariable("TEST_NEWSBOT_WRITE_TEXTS") ?? Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, WildMarkdown.Lines(Kept, seed: 5).Concat(WildMarkdown.Lines(count, seed: 11)), TestContext.Current.CancellationToken);

        Assert.Equal(Kept + count, File.ReadLines(path).Count());
        if (Environment.GetEnvironmentVariable("TEST_NEWSBOT_WRITE_TEXTS") is null)
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_the_reader_saw_of_the_kept_texts_is_what_was_meant()
    {
        var kept = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "discord-markdown.jsonl")).Select(line => JsonNode.Parse(line)!).ToDictionary(line => (string)line["markdown"]!, line => (string)line["saw"]!, StringComparer.Ordinal);
        var today = WildMarkdown.Lines(Kept, seed: 5).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.All(today, text => Assert.True(kept.ContainsKey((string)text["markdown"]!), $"TEST_NEWSBOT_REWRITE=1 tests/peers/discord/run lets the reader read: {text["markdown"]}"));
        Assert.All(today.Where(text => (string?)text["kind"] == "text"), text => Assert.Equal(Bare((string)text["shown"]!), kept[(string)text["markdown"]!]));
        Assert.True(today.Count == Kept);
    }

    /// <summary>Without the joiner that parts what would become a link.</summary>
    private static string Bare(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);
}
