using NewsBot.Testing;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>Alerts while Telegram or the way to it is in trouble: each arrives, in order, and without repeats that could be avoided.</summary>
public sealed class DeliveryTests : TelegramTests
{
    private const string Picture = "https://morning.example/images/depot.jpg";

    [Fact]
    public async Task A_chat_that_has_to_wait_holds_up_no_other_and_gets_everything_in_order()
    {
        var ben = Telegram.AddUser("Ben");
        await FollowAsync();
        await ben.Chat.AskAsync($"/subscribe {Rig.FeedUrl}", Token);
        Telegram.FailNext(call => call.Method == "sendMessage" && call.Number("chat_id") == Ada.Id, Fault.RetryAfter(3));

        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await ben.Chat.WaitAsync(view => Alerts(view) == 1, Token);
        Rig.Publish("Tram line 9 opens", "Old depot becomes a market", "Ferry to Marrow Island resumes");
        await ben.Chat.WaitAsync(view => Alerts(view) == 2, Token);
        Assert.Equal(0, Alerts(Ada.Chat));

        await Ada.Chat.WaitAsync(view => Alerts(view) == 2, Token);
        Assert.StartsWith("Old depot", Ada.Chat.BotMessages[^2].Text, StringComparison.Ordinal);
        Assert.StartsWith("Tram line 9", Ada.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the answer is lost", 1, 2)]
    [InlineData("the answer cannot be read", 1, 1)]
    [InlineData("the call is lost", 1, 1)]
    [InlineData("a gateway answers", 1, 1)]
    [InlineData("the server fails", 1, 1)]
    public async Task Nothing_is_lost_and_only_what_may_have_arrived_is_repeated_once(string trouble, int least, int most)
    {
        await FollowAsync();
        Telegram.FailNext("sendMessage", trouble switch
        {
            "the answer is lost" => Fault.DropAfter(),
            "the answer cannot be read" => Fault.GarbageAfter(),
            "the call is lost" => Fault.DropBefore(),
            "a gateway answers" => Fault.BadGateway(),
            _ => Fault.Refuse(500, "Internal Server Error"),
        });

        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await Ada.Chat.WaitAsync(view => Alerts(view) >= 1, Token);
        Rig.Publish("Tram line 9 opens", "Old depot becomes a market", "Ferry to Marrow Island resumes");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(message => message.Text.StartsWith("Tram line 9", StringComparison.Ordinal)), Token);

        Assert.InRange(Ada.Chat.BotMessages.Count(message => message.Text.StartsWith("Old depot", StringComparison.Ordinal)), least, most);
        Assert.StartsWith("Tram line 9", Ada.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as it should", "photo")]
    [InlineData("not at all", "preview")]
    [InlineData("as something else", "preview")]
    [InlineData("broken", "preview")]
    [InlineData("as a banner", "preview")]
    [InlineData("refused twice", "text")]
    public async Task A_picture_that_cannot_be_sent_costs_the_picture_and_never_the_news(string served, string shown)
    {
        await FollowAsync();
        await AskAsync("/style images on");
        Serve(served);
        if (served == "refused twice")
        {
            Telegram.FailNext(call => call.Method == "sendMessage" && call.Json("link_preview_options", "preview")?["url"] is not null, Fault.Refuse(400, "Bad Request: WEBPAGE_MEDIA_EMPTY"));
        }

        var pictured = Some.Rss(Some.Item("Old depot becomes a market"), Some.Item("Ferry to Marrow Island resumes")).Replace("</link><description>What is known of this so far: Old", $"</link><enclosure url=\"{Picture}\" type=\"image/jpeg\" length=\"200000\"/><description>What is known of this so far: Old", StringComparison.Ordinal);
        Rig.Site.Serve("/town.xml", pictured);
        await Ada.Chat.WaitAsync(view => Alerts(view) == 1, Token);

        Assert.Equal(shown == "photo" ? "photo" : null, Ada.Chat.Last.Content.MediaKind);
        var preview = Telegram.CallsOf("sendMessage") is [.., var sent] ? sent.Json("link_preview_options", "preview") : null;
        Assert.Equal(shown == "preview" ? Picture : null, preview?["url"]?.GetValue<string>());
        Assert.StartsWith("Old depot becomes a market", Ada.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Equal(["Read", "Save", "Sources", "Wrong?", "Less like this"], Ada.Chat.Labels);
    }

    private void Serve(string how)
    {
        switch (how)
        {
            case "as it should":
                Telegram.Web.ServeImage(Picture);
                break;
            case "as something else":
                Telegram.Web.Serve(Picture, new WebFile("text/html", 5_000));
                break;
            case "broken":
                Telegram.Web.Serve(Picture, new WebFile("image/jpeg", 5_000) { IsBroken = true });
                break;
            case "as a banner":
                Telegram.Web.ServeImage(Picture, width: 4_000, height: 100);
                break;
        }
    }

    private static int Alerts(ChatView view) => view.BotMessages.Count(message => message.Text.StartsWith("Old depot", StringComparison.Ordinal) || message.Text.StartsWith("Tram line 9", StringComparison.Ordinal));
}
