using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>One of everything that is sent, over made-up news: the transcript in the docs and the texts that Telegram's own parser judges come from here.</summary>
internal static class SampleMessages
{
    public static readonly DateTimeOffset Now = Some.Morning.AddHours(4);
    private static readonly Texts Texts = new();

    public static readonly Article Bridge = Some.Article("Bridge over the Aldra opens after two years", 1) with
    {
        Author = "Mira Solten",
        Image = "https://morning.example/images/bridge.jpg",
        Paragraphs =
        [
            "The new bridge over the Aldra opened on Monday morning. Mayor Tessa Varn cut the ribbon at 7:30.",
            "Traffic in the old town is expected to halve. Buses of line 4 cross the bridge from Thursday on; tickets cost <2.40 crowns> & include the tram.",
            "Questions? Write to @bridge_office or call 5550-100.",
        ],
        Summary = ["The new bridge over the Aldra opened on Monday morning.", "Traffic in the old town is expected to halve."],
    };

    public static readonly Article Ferry = Some.Article("Ferry between Port Ellery and Marrow Island \"rests\" & waits", 2) with
    {
        Source = "Tollen Courier",
        Url = "https://courier.example/2?a=1&b=2",
        Published = Some.Morning.AddHours(2.5),
        Summary = ["The ferry to Marrow Island rests for two weeks while its engine is repaired."],
    };

    private static readonly Article Storm = Some.Article("Storm warning for the coast of Dunmere", 3) with
    {
        Source = "Dunmere Radio",
        Url = "https://radio.example/storm",
        Published = Some.Morning.AddDays(-2),
        Summary = [],
        Paragraphs = [],
    };

    public static IEnumerable<(string Name, IReadOnlyList<TelegramMessage> Messages)> All() => [.. Posts(), .. Replies()];

    private static IEnumerable<(string Name, IReadOnlyList<TelegramMessage> Messages)> Posts()
    {
        var alert = new Post.Alert(new DeliveryId(1), Bridge, "aldra bridge") { Style = Style.Default };
        yield return ("An alert in a private chat", PostRenderer.Render(alert, ViewOf(ChatKind.Private)));
        yield return ("The same alert in a group, joined by two further publishers and corrected", PostRenderer.Render(alert with { AlsoFrom = ["Tollen Courier", "Dunmere Radio"], Updated = Now }, ViewOf(ChatKind.Group)));
        yield return ("An alert in a channel, compact, with title, tags and footer", PostRenderer.Render(alert with { Style = Style.Default with { Form = MessageForm.Compact, Title = "Local:", Tags = "#aldra #traffic", Footer = "News of the valley" } }, ViewOf(ChatKind.Channel)));
        yield return ("An alert in full, with its picture", PostRenderer.Render(alert with { Style = Style.Default with { Form = MessageForm.Full, Images = true } }, ViewOf(ChatKind.Channel)));
        yield return ("An alert with a picture", PostRenderer.Render(alert with { Style = Style.Default with { Images = true } }, ViewOf(ChatKind.Channel)));
        yield return ("A roll-up after quiet hours", PostRenderer.Render(new Post.RollUp(new DeliveryId(2), [Bridge, Ferry, Storm], 12, ListOf(12)), ViewOf(ChatKind.Private)));
        var digest = new Post.Digest(new DeliveryId(3), [new ListLine(Bridge, 3) { Sentence = RichText.Plain(Bridge.Summary[0]), IsRising = true }, ListPager.Plain(Ferry), ListPager.Plain(Storm)], 34, ListOf(34));
        yield return ("A digest", PostRenderer.Render(digest, ViewOf(ChatKind.Private)));
        yield return ("A notice", PostRenderer.Render(new Post.Notice(Texts.NoticeFailing("Tollen Courier", "Mar 1, 08:00", "the server answered with 503.", 3)), ViewOf(ChatKind.Private)));
    }

    private static IEnumerable<(string Name, IReadOnlyList<TelegramMessage> Messages)> Replies()
    {
        var lines = new[]
        {
            new ListLine(Bridge, 3) { Sentence = RichText.Plain(Bridge.Summary[0]), IsRising = true },
            new ListLine(Ferry, 1) { Sentence = new RichText("The ferry to Marrow Island rests for two weeks.", [new Mark(MarkKind.Hit, 4, 5)]), Sent = Some.Morning.AddHours(3) },
            new ListLine(Storm, 1),
        };
        var list = new Reply.ArticleList(ListOf(12) with { Title = "Headlines" }, lines, 6) { Note = Texts.OlderNote };
        yield return ("/headlines, the second page", Render(list));
        yield return ("/summary 6", Render(new Reply.SummaryView(Bridge, Bridge.Summary) { Model = "sentence-maker" }));
        yield return ("/summary of an article without text", Render(new Reply.SummaryView(Storm, [])));
        yield return ("/read 6", Render(new Reply.ArticleView(Bridge, 6)));
        var reports = new[] { Bridge, Ferry with { Title = "Aldra bridge is open" } };
        yield return ("/story 6", Render(new Reply.StoryView(Bridge.Title, reports, 2)
        {
            Summary = StorySummarizer.Summarize([.. reports.Select(article => new StoryReport(article.Source, article.Title, article.Summary, article.Language))], 2),
            Additions = new Dictionary<ArticleId, string> { [Ferry.Id] = "Buses of line 4 cross the bridge from Thursday on." },
        }));
        yield return ("/subscriptions", Render(new Reply.SubscriptionList([LineOf(3, "Tollen Courier", "ferry, harbour"), LineOf(4, "solar power", null) with { Problem = "Its feed cannot be read: 503.", IsPaused = true }]) { Choices = [new("#3 Tollen Courier", "/why #3"), new("#4 solar power", "/why #4")] }));
        yield return ("/settings", Render(new Reply.SettingsView(Texts.SettingsTitle, [new(Texts.SettingTimeZone, "Europe/Berlin", "/timezone Berlin"), new(Texts.SettingLanguage, "en", "/language en")])
        {
            Choices = [new(Texts.SettingSubscriptions, "/subscriptions"), new(Texts.ButtonDigest, "/digest"), new(Texts.ButtonQuiet, "/quiet"), new(Texts.SettingTimeZone, "/timezone"), new(Texts.ButtonPauseWeek, "/pause 7d")],
        }));
        yield return ("/why", Render(new Reply.Explanation(Texts.WhyTitle, [Texts.WhyRead(4, 1), Texts.WhySent(1, 0, 0)])));
        yield return ("/why #3", Render(new Reply.Explanation("#3 Tollen Courier", [Texts.WhyNextCheck("Tollen Courier", "13:20", "how often it publishes")])
        {
            Choices = [new(Texts.ButtonPause, "/pause #3"), new(Texts.ButtonOnlyDigest, "/mode #3 digest"), new(Texts.ButtonStyle, "/style #3"), new(Texts.Remove, "/unsubscribe #3")],
        }));
        yield return ("/help search", Render(new Reply.Explanation("/search words - articles with these words", ["/find", Texts.QueryHelp])));
        yield return ("/subscribe", Render(new Reply.Message($"{Texts.Followed(3, "Tollen Courier")}\n{Texts.LastItem(Ferry.Title)}") { Choices = [new(Texts.ShowLatest, "/latest Tollen Courier"), new(Texts.Undo, "/unsubscribe #3")] }));
        yield return ("A refusal", Render(new Reply.Refusal(Texts.NoSuchZone("Atlantis"))));
        yield return ("/feeds", Render(new Reply.FeedList([Read()], 42)));
        yield return ("/export", Render(new Reply.Document("newsbot-subscriptions.opml", "<opml/>"u8.ToArray(), Texts.Exported(3))));
    }

    private static Feed Read() => Some.Feed() with
    {
        Health = new FeedHealth { Status = FeedStatus.Working, LastCheck = Now.AddMinutes(-12), LastSuccess = Now.AddMinutes(-12), LastStatus = 304, Requests = 40, NotModifiedAnswers = 30, NextCheck = Now.AddMinutes(48), NextCheckReason = "how often it publishes" },
    };

    public static IReadOnlyList<TelegramMessage> Render(Reply reply, ChatKind chat = ChatKind.Private, Style? style = null, int page = 0) =>
        ReplyRenderer.Render(AnswerOf(reply, style), Now, chat, page);

    public static TelegramView ViewOf(ChatKind chat) => new(Texts, Now, "Europe/Berlin", chat);

    public static ListView ListOf(int articles) =>
        new("00ff00ff00ff00ff", new PersonId("telegram:42"), new PlaceId("telegram:42"), "", [.. Enumerable.Range(1, articles).Select(id => new ArticleId(id))], 8, Now);

    private static Answer AnswerOf(Reply reply, Style? style)
    {
        var place = new PlaceId("telegram:42");
        var home = new Home { Id = new HomeId(place.Value), TimeZone = "Europe/Berlin", Created = Now };
        var caller = new Caller { Person = new PersonId(place.Value), Place = place, Home = home.Id, Role = Role.Admin };
        return new Answer(new Request(caller, home, new Place { Id = place, Home = home.Id, Style = style, Created = Now }, Texts), reply, reply.Choices.Count > 0 ? "00aa00aa00aa00aa" : null);
    }

    private static SubscriptionLine LineOf(int number, string value, string? filter) => new(
        new Subscription
        {
            Id = new SubscriptionId(number),
            Number = number,
            Home = new HomeId("telegram:42"),
            Place = new PlaceId("telegram:42"),
            Kind = filter is null ? SubscriptionKind.Query : SubscriptionKind.Feed,
            Value = value,
            Filter = filter,
            Folder = filter is null ? null : "Local",
            Since = new ArticleId(0),
            ChangedBy = new PersonId("telegram:42"),
            ChangedAt = Now,
        },
        filter is null ? null : Some.Morning.AddHours(3),
        null,
        false);
}
