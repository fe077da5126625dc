using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class SubscriberTests : IDisposable
{
    private static readonly Dictionary<string, string> Fast = new()
    {
        ["FEEDS__ALLOWEDNETWORKS__0"] = "127.0.0.0/8",
        ["FEEDS__MINIMUMINTERVAL"] = "00:00:01",
        ["FEEDS__DEFAULTINTERVAL"] = "00:00:01",
    };

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_subscriber_gets_each_new_item_once_over_a_kill_and_a_restart()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes"), Some.Item("Otters counted in Brannoch")));
        await using var first = NewsBotProcess.Start(_data.Path, Fast);
        await first.SendAsync($"/subscribe {server.Url("/feed")}\n");
        await first.SeesAsync("#1 Morning of Larkfield is followed now");
        server.Serve("/feed", Some.Rss(Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes"), Some.Item("Otters counted in Brannoch")));
        await first.SeesAsync("* Old depot becomes a market");
        await first.AskUntilAsync("/why", "Sent: 1. Waiting: 0.");
        await first.KillAsync();

        server.Serve("/feed", Some.Rss(Some.Item("Bridge over the Aldra opens"), Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
        await using var second = NewsBotProcess.Start(_data.Path, Fast);
        await second.SeesAsync("* Bridge over the Aldra opens");
        await second.AskUntilAsync("/why", "Sent: 2. Waiting: 0.");
        Assert.Equal(0, await second.EndAsync());

        var seen = first.Output + second.Output;
        Assert.Equal(1, Count(seen, "* Old depot becomes a market"));
        Assert.Equal(1, Count(seen, "* Bridge over the Aldra opens"));
        Assert.DoesNotContain("* Ferry to Marrow Island resumes", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("* Otters counted in Brannoch", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gets_very_many_alerts_is_asked_and_a_letter_answers()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        var settings = new Dictionary<string, string>(Fast) { ["DELIVERY__ASKABOVE"] = "1" };
        await using var chat = NewsBotProcess.Start(_data.Path, settings);
        await chat.SendAsync($"/subscribe {server.Url("/feed")}\n");
        await chat.SeesAsync("#1 Morning of Larkfield is followed now");
        server.Serve("/feed", Some.Rss(Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
        await chat.SeesAsync("* Old depot becomes a market");
        server.Serve("/feed", Some.Rss(Some.Item("Bridge over the Aldra opens"), Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")));
        await chat.SeesAsync("A lot? Very many alerts came here within a day.");
        await chat.SeesAsync("[a] 10 a day  [b] Digest  [c] Leave it so");

        await chat.SendAsync("a\n");

        await chat.SeesAsync("This place sends at most 10 messages a day");
        Assert.Equal(0, await chat.EndAsync());
    }

    [Fact]
    public async Task What_arrives_while_nobody_listens_waits_for_the_next_conversation()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        await NewsBotProcess.RunAsync(_data.Path, Fast, "", "chat", $"/subscribe {server.Url("/feed")}");
        server.Serve("/feed", Some.Rss(Some.Item("Bridge over the Aldra opens"), Some.Item("Ferry to Marrow Island resumes")));
        var (_, fetched, _) = await NewsBotProcess.RunAsync(_data.Path, Fast, "", "fetch", server.Url("/feed").AbsoluteUri);
        Assert.Contains("New articles: 1.", fetched, StringComparison.Ordinal);

        var (exit, output, _) = await NewsBotProcess.RunAsync(_data.Path, Fast, "/id\n");

        Assert.Equal(0, exit);
        Assert.Contains("* Bridge over the Aldra opens", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_remembered_over_a_restart()
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", Some.Rss([.. Enumerable.Range(1, 7).Select(number => Some.Item($"Report {number} from Tollen"))]));
        await NewsBotProcess.RunAsync(_data.Path, Fast, $"/subscribe {server.Url("/feed")}\n/latest\n");

        var (_, output, _) = await NewsBotProcess.RunAsync(_data.Path, Fast, "more\n6\n");

        Assert.Contains("6-7 of 7", output, StringComparison.Ordinal);
        Assert.Contains("What is known of this so far", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>", "web page")]
    [InlineData("", "empty")]
    [InlineData("<rss><channel><item><title>cut off", "is followed now")]
    [InlineData("GIF89a\0\0\0\0", "binary")]
    public async Task A_document_that_is_no_feed_is_refused_with_the_reason(string document, string told)
    {
        await using var server = FeedServer.Start();
        server.Serve("/feed", document);

        var (_, output, _) = await NewsBotProcess.RunAsync(_data.Path, Fast, "", "chat", $"/subscribe {server.Url("/feed")}");

        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
