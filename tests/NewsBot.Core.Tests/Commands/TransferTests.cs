using System.Text;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Subscriptions as files, out and in.</summary>
public sealed class TransferTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task Everything_that_was_exported_comes_back_equal()
    {
        await ImportAsync("""<opml version="2.0"><body><outline text="Papers"><outline text="Larkfield" xmlUrl="https://larkfield.example/feed"/><outline text="Tollen" xmlUrl="https://tollen.example/feed"/></outline></body></opml>""");
        foreach (var command in (string[])["/subscribe ferry timetable", "/subscribe top", "/subscribe \"covered market\" -sports", "/filter #1 -chess", "/limit #1 3 per hour", "/limit #4 20", "/style #2 compact silent title \"Morning paper\"", "/digest 7:30, 18:00 mon-fri of #3 top 5 only", "/digest 9:00 sat,sun of #4 also", "/mode #5 archive"])
        {
            Assert.IsNotType<Reply.Refusal>(await _desk.AskAsync(command));
        }

        var file = await ExportAsync("test:anna");
        await ImportAsync(file, "test:bert");

        Assert.Equal(file, await ExportAsync("test:bert"));
        Assert.Equal(_desk.Followed().Select(SettingsOf), _desk.Followed("test:bert").Select(SettingsOf));
        Assert.Equal(
            [SubscriptionMode.AtOnce, SubscriptionMode.AtOnce, SubscriptionMode.Digest, SubscriptionMode.AtOnceAndDigest, SubscriptionMode.Archive],
            _desk.Followed("test:bert").Select(subscription => subscription.Mode));
        Assert.Equal(2, _desk.Registry.Find(new PlaceId("test:bert"))!.Digests.Count);
    }

    [Fact]
    public async Task A_thousand_entries_with_folders_duplicates_and_bad_addresses_give_a_line_each()
    {
        var outlines = new StringBuilder();
        for (var at = 0; at < 1_000; at++)
        {
            var url = at switch
            {
                _ when at % 10 == 9 => $"https://larkfield.example/{at - 1}",
                _ when at % 100 == 50 => $"ftp://larkfield.example/{at}",
                _ => $"https://larkfield.example/{at}",
            };
            outlines.Append(System.Globalization.CultureInfo.InvariantCulture, $"""{(at % 100 == 0 ? $"<outline text=\"../Folder {at / 100}\">" : "")}<outline text="Feed {at}" xmlUrl="{url}"/>{(at % 100 == 99 ? "</outline>" : "")}""");
        }

        await _desk.TellAsync("/id");
        await _desk.TellAsync("/plan test:anna full", Role.Operator, "terminal:me");
        var report = Assert.IsType<Reply.Document>(await ImportAsync($"""<opml version="2.0"><body>{outlines}</body></opml>"""));

        Assert.StartsWith("890 added, 100 followed already, 10 refused.", report.Text, StringComparison.Ordinal);
        Assert.Equal(1_000, Encoding.UTF8.GetString(report.Content.Span).TrimEnd().Split('\n').Length);
        Assert.Equal(890, _desk.Followed().Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(at => $"../Folder {at}"), _desk.Followed().Select(subscription => subscription.Folder!).Distinct(StringComparer.Ordinal));
        Assert.Equal(Path.GetFileName(report.FileName), report.FileName);
    }

    [Fact]
    public async Task A_feed_from_a_list_without_names_is_called_by_its_title_once_that_is_known()
    {
        await ImportAsync("""<opml version="2.0"><body><outline xmlUrl="https://larkfield.example/feed"/></body></opml>""");
        Assert.Equal("https://larkfield.example/feed", _desk.Followed()[0].Value);

        _desk.Feeds.Put(_desk.Feeds.FindByUrl("https://larkfield.example/feed")! with { Title = "Larkfield Courier" });

        Assert.Equal("Larkfield Courier", _desk.Followed()[0].Value);
    }

    [Fact]
    public async Task What_is_followed_comes_in_pages()
    {
        await ImportAsync($"""<opml version="2.0"><body>{string.Concat(Enumerable.Range(1, 25).Select(at => $"<outline xmlUrl=\"https://larkfield.example/{at}\" text=\"Feed {at}\"/>"))}</body></opml>""");

        var second = Assert.IsType<Reply.SubscriptionList>(await _desk.AskAsync("/subscriptions 2"));

        Assert.Equal((5, "21-25 of 25"), (second.Lines.Count, second.Page));
        Assert.Equal("/subscriptions 1", second.Choices[^1].Command);
    }

    [Fact]
    public async Task A_feed_that_is_dead_is_followed_with_its_line_and_its_failure_is_found_by_the_poller()
    {
        Assert.IsType<Reply.Explanation>(await ImportAsync("https://dead.example/feed\n"));
        var feed = Assert.Single(_desk.Feeds.All);

        var report = await _desk.Pipeline.RefreshAsync(feed, TestContext.Current.CancellationToken);

        Assert.NotNull(report.Feed!.Health.LastError);
        Assert.Single(_desk.Followed());
    }

    [Theory]
    [InlineData("mode=\"99\" n:limit=\"many\" n:style=\"loud\"")]
    [InlineData("mode=\"digest\" n:schedule=\"sometimes\"")]
    [InlineData("mode=\"digest\"")]
    public async Task Settings_that_nobody_understands_leave_a_plain_subscription(string settings)
    {
        await ImportAsync($"""<opml version="2.0" xmlns:n="urn:newsbot:subscriptions:1"><body><outline text="ferry timetable" n:kind="query" n:{settings}/></body></opml>""");

        var followed = Assert.Single(_desk.Followed());
        Assert.Equal((SubscriptionMode.AtOnce, null, (SendLimit?)null, (Style?)null), (followed.Mode, followed.Digest, followed.Limit, followed.Style));
        Assert.Empty(_desk.Registry.Find(new PlaceId("test:anna"))!.Digests);
    }

    [Fact]
    public async Task Entries_with_a_filter_or_query_that_cannot_be_read_are_refused_with_the_reason()
    {
        var report = Assert.IsType<Reply.Explanation>(await ImportAsync("""<opml version="2.0" xmlns:n="urn:newsbot:subscriptions:1"><body><outline text="Tollen" xmlUrl="https://tollen.example/feed" n:filter="/(/"/><outline text="-ferry" n:kind="query"/><outline text="Larkfield" xmlUrl="https://larkfield.example/feed" n:filter="harbour"/></body></opml>"""));

        Assert.Equal("1 added, 0 followed already, 2 refused.", report.Title);
        Assert.StartsWith("Tollen: ", report.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("-ferry: ", report.Lines[1], StringComparison.Ordinal);
        Assert.Equal("harbour", Assert.Single(_desk.Followed()).Filter);
    }

    [Theory]
    [InlineData("<opml><body><outline text='Tollen' xmlUrl='https://tollen.example/feed'/><outline te", "damaged after 1 entry")]
    [InlineData("2001", "Only the first 2000 entries")]
    public async Task A_file_that_is_not_read_to_its_end_says_so(string file, string told)
    {
        var text = file == "2001" ? string.Concat(Enumerable.Range(1, 2_001).Select(at => $"https://larkfield.example/{at}\n")) : file;

        var report = await ImportAsync(text) switch
        {
            Reply.Explanation(_, var lines) => lines[0],
            Reply.Document(_, _, var words) => words,
            var other => other.ToString(),
        };

        Assert.Contains(told, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_list_changes_no_setting_that_is_made_here_and_tells_so()
    {
        await _desk.AskAsync("/timezone Berlin");
        await _desk.AskAsync("/quiet 22:00-07:00");

        var report = Assert.IsType<Reply.Explanation>(await ImportAsync("""<opml xmlns:n="urn:newsbot:subscriptions:1"><head><n:home timezone="Asia/Tokyo" language="de" filter="harbour" notices="telegram:1"/><n:place quiet="01:00-02:00"><n:digest number="1" schedule="8:00"/></n:place></head><body/></opml>"""));

        var (home, place) = (_desk.Registry.Find(new HomeId("test:anna"))!, _desk.Registry.Find(new PlaceId("test:anna"))!);
        Assert.Equal(("Europe/Berlin", "harbour", null), (home.TimeZone, home.Filter, home.Notices));
        Assert.Equal(22 * 60, place.Quiet!.From);
        Assert.Equal(480, Assert.Single(Assert.Single(place.Digests).Times));
        Assert.Contains("Time zone: stays Europe/Berlin, as it is set here already.", report.Lines);
        Assert.Contains("Language of answers: \"de\" is not understood and passed over.", report.Lines);
    }

    [Theory]
    [InlineData("/export")]
    [InlineData("/unsubscribe all")]
    [InlineData("/reset")]
    public async Task Where_others_read_along_feeds_with_a_secret_are_left_out_of_the_file_and_that_is_said(string command)
    {
        await ImportAsync("https://tollen.example/feed\nhttps://cast.example/rss?token=moonlight\n");

        var shown = Assert.IsType<Reply.Document>(await _desk.AskAsync(command, isPrivate: false));
        var own = Assert.IsType<Reply.Document>(await _desk.AskAsync(command));

        Assert.Equal((true, false), (TextOf(shown).Contains("tollen.example", StringComparison.Ordinal), TextOf(shown).Contains("cast.example", StringComparison.Ordinal)));
        Assert.Contains("1 feed with a secret in its address is not in the file", shown.Text, StringComparison.Ordinal);
        Assert.Contains("token=moonlight", TextOf(own), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("moonlight", string.Concat(_desk.Followed().Select(subscription => subscription.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_a_file_twice_makes_nothing_twice()
    {
        await ImportAsync("https://tollen.example/feed");
        await _desk.AskAsync("/digest 7:30 also");
        var file = await ExportAsync("test:anna");

        await ImportAsync(file);

        Assert.Equal(file, await ExportAsync("test:anna"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public async Task A_file_is_read_in_the_encoding_that_its_program_wrote(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding) is var code ? code.GetPreamble().Concat(code.GetBytes("<opml><body><outline text=\"Bücher\"><outline text='Café' xmlUrl='https://tollen.example/feed'/></outline></body></opml>")).ToArray() : [];

        await _desk.AskAsync("/import", file: new Attachment("feeds.opml", bytes));

        Assert.Equal("Bücher", Assert.Single(_desk.Followed()).Folder);
    }

    private static (SubscriptionKind Kind, string Value, string? Filter, string? Folder, SubscriptionMode Mode, int? Digest, SendLimit? Limit, Style? Style) SettingsOf(Subscription subscription) =>
        (subscription.Kind, subscription.Value, subscription.Filter, subscription.Folder, subscription.Mode, subscription.Digest, subscription.Limit, subscription.Style);

    private Task<Reply> ImportAsync(string text, string place = "test:anna") => _desk.AskAsync("/import", place: place, file: new Attachment("../../etc/feeds.opml", Encoding.UTF8.GetBytes(text)));

    private static string TextOf(Reply.Document file) => Encoding.UTF8.GetString(file.Content.Span);

    private async Task<string> ExportAsync(string place) => Encoding.UTF8.GetString(Assert.IsType<Reply.Document>(await _desk.AskAsync("/export", place: place)).Content.Span);
}
