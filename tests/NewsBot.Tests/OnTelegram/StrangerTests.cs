using System.Text;
using NewsBot.Testing;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>What strangers write, name and send: shown as it is, refused with a reason, and taken in bounded time.</summary>
public sealed class StrangerTests : TelegramTests
{
    private const int Entries = 1_000;

    protected override void ChangeAll(System.Text.Json.Nodes.JsonObject settings) =>
        settings["Quotas"] = System.Text.Json.Nodes.JsonNode.Parse("""{"GuestSubscriptions":2000,"PersonSubscriptions":2000}""");

    [Theory]
    [InlineData("a < b & <i>c</i> &lt; \"d\"", "a < b & c < \"d\"")]
    [InlineData("5 > 3 && x</b></a> <nosuch> &mdash;", "5 > 3 && x")]
    [InlineData("\u0639\u0646\u0648\u0627\u0646 \u0637\u0648\u064a\u0644 @mayor /stop", "\u0639\u0646\u0648\u0627\u0646 \u0637\u0648\u064a\u0644 @mayor /stop")]
    [InlineData("\U0001F469\u200d\U0001F469\u200d\U0001F467 ](javascript:alert(1)) @everyone **x**", "\U0001F469\u200d\U0001F469\u200d\U0001F467 ](javascript:alert(1)) @everyone **x**")]
    public async Task A_title_is_shown_without_its_markup_and_marks_nothing_up(string title, string shown)
    {
        var followed = await FollowAsync();
        Rig.Publish(title, "Ferry to Marrow Island resumes");

        var alert = await Ada.Chat.AnswerToAsync(followed, Token);

        Assert.StartsWith(shown, alert.Text.Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(alert.Content.Text.Entities, entity => Assert.Contains(entity.Type, (string[])["bold", "text_link", "date_time"]));
        Assert.DoesNotContain(Telegram.Exchanges, exchange => exchange.Status == 400);
    }

    [Fact]
    public async Task A_text_that_no_message_holds_is_cut_and_its_link_kept()
    {
        var followed = await FollowAsync();
        await AskAsync("/style full");
        Rig.Site.Serve("/town.xml", Some.Rss(Some.Item("Old depot becomes a market") with { Description = string.Join(' ', Enumerable.Range(1, 900).Select(number => $"Stall {number} is let.")) }, Some.Item("Ferry to Marrow Island resumes")));

        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(message => message.Id > followed.Id && message.Text.StartsWith("Old depot", StringComparison.Ordinal)), Token);

        Assert.InRange(Ada.Chat.Last.Text.Length, 3_000, 4_096);
        Assert.NotNull(Ada.Chat.Last.LinkOf("Old depot becomes a market"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/feed")]
    [InlineData("http://192.168.1.1:8080/feed")]
    public async Task An_address_of_the_network_inside_is_not_fetched(string address)
    {
        var refused = await AskAsync($"/subscribe {address}");

        Assert.DoesNotContain("is followed now", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Nothing is followed here yet", (await AskAsync("/subscriptions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_made_to_hang_costs_nothing_and_filters()
    {
        await FollowAsync();
        var saved = await AskAsync("/filter #1 /(a+)+$/");
        Assert.Contains("(a+)+$", saved.Text, StringComparison.Ordinal);

        Rig.Publish(new string('a', 200) + "!", "Sale at the Larkfield bazaara", "Ferry to Marrow Island resumes");

        await Ada.Chat.WaitAsync(view => view.Last.Text.StartsWith("Sale at the", StringComparison.Ordinal), Token);
        Assert.DoesNotContain(Ada.Chat.BotMessages, message => message.Text.StartsWith("aaaa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_entries_sent_as_a_file_are_imported_with_a_report_and_come_back_in_the_export()
    {
        var sent = Ada.Chat.SendDocument("feeds.opml", Encoding.UTF8.GetBytes(Opml()), caption: "/import");
        var report = await Ada.Chat.AnswerToAsync(sent, Token);

        Assert.StartsWith("998 added, 1 followed already, 1 refused.", report.Text, StringComparison.Ordinal);
        Assert.Equal(Entries, Encoding.UTF8.GetString(FileOf(report)).TrimEnd('\n').Split('\n').Length);

        var exported = Encoding.UTF8.GetString(FileOf(await AskAsync("/export")));
        Assert.Equal(998, Count(exported, "xmlUrl="));
        Assert.Contains("Villages", exported, StringComparison.Ordinal);

        var ben = Telegram.AddUser("Ben");
        var again = ben.Chat.SendDocument("again.opml", Encoding.UTF8.GetBytes(exported), caption: "/import");
        Assert.StartsWith("998 added, 0 followed already, 0 refused.", (await ben.Chat.AnswerToAsync(again, Token)).Text, StringComparison.Ordinal);
    }

    /// <summary>Folders, an entry twice, and one address that is none.</summary>
    private string Opml()
    {
        var outlines = Enumerable.Range(1, Entries - 2).Select(number => $"""<outline type="rss" text="Village {number}" xmlUrl="{Rig.Site.Url($"/dead/{number}.xml")}"/>""").ToList();
        return $"""<opml version="2.0"><body><outline text="Villages">{string.Concat(outlines)}</outline>{outlines[0]}<outline type="rss" text="Broken" xmlUrl="gopher://nowhere.example/feed"/></body></opml>""";
    }

    private static byte[] FileOf(VirtualMessage message) => message.Content.Media!.Bytes;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
