using NewsBot.Core.Commands;
using NewsBot.Testing;
using NewsBot.Testing.Discord;

namespace NewsBot.Tests.EndToEnd;

/// <summary>Each command once, as people on Discord use it: typed, completed, chosen, pressed, filled in. docs/discord-messages.md shows what they see; TEST_NEWSBOT_REWRITE=1 writes it anew.</summary>
[Collection(nameof(Processes))]
public sealed class DiscordTranscriptTests
{
    private const string Heading = """
        # What Discord shows

        Each command once. Mara and Jon manage the server Larkfield, which follows a made-up paper; Finn and Ines read along. `[ button ]` is a button, `[ … ▾ a | b ]` a menu, `{moment}` is told in the reader's own time zone. Kept true by a
        test that talks to the whole program.

        """;

    [Fact]
    public async Task The_page_of_messages_in_the_docs_is_what_people_see()
    {
        await using var rig = await DiscordRig.StartAsync();
        rig.Site.Serve("/harbour.xml", Some.Rss(Some.Item("Storm warning for the coast of Dunmere")));
        var transcript = new DiscordTranscript(rig);
        await FollowAsync(rig, transcript);
        await AskAsync(rig, transcript);
        await SetUpAsync(rig, transcript);
        await OperateAsync(rig, transcript);
        await LeaveAsync(rig, transcript);

        Assert.Empty(rig.Discord.World.CommandNames.Except(transcript.Given));
        Assert.All(rig.Discord.Interactions.All, asked => Assert.Equal(1, asked.Answers));
        Assert.DoesNotContain(rig.Discord.Calls, call => call.Answer.Status >= 400);
        var path = Path.Combine(RepositoryRoot(), "docs", "discord-messages.md");
        var page = Heading + transcript;
        if (Environment.GetEnvironmentVariable("TEST_NEWSBOT_REWRITE") == "1")
        {
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(page, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    private static async Task FollowAsync(DiscordRig rig, DiscordTranscript transcript)
    {
        transcript.Heading("Following");
        await transcript.SlashAsync("help");
        await transcript.TypeAsync("help", "command", "dig");
        await transcript.SlashAsync("help", ("command", "digest"));
        await transcript.SlashAsync("feed add", ("what", rig.FeedUrl));
        await transcript.SlashAsync("feed add", ("what", "ferry, harbour"), ("folder", "sea"), ("channel", rig.Server.AddChannel("harbour")));
        var closed = rig.Server.AddChannel("closed");
        closed.Deny(1UL << 11);
        await transcript.SlashAsync("feed add", ("what", "harbour"), ("channel", closed));
        transcript.Note("A new article, in #news:");
        Publish(rig, "Bridge over the Aldra opens after two years");
        transcript.Show("Seen by everyone", await DiscordRig.SeesAsync(rig.News, "Bridge over the Aldra"));
        var list = await transcript.SlashAsync("feed list");
        await transcript.PressAsync(list, "#1 Morning");
    }

    private static async Task AskAsync(DiscordRig rig, DiscordTranscript transcript)
    {
        transcript.Heading("Asking: Finn");
        transcript.Let(Reader(rig, "finn"), rig.News);
        await transcript.SlashAsync("headlines");
        await transcript.TypeAsync("latest", "about", "mor");
        var latest = await transcript.SlashAsync("latest");
        latest = await transcript.PressAsync(latest, "Next");
        var read = await transcript.ChooseAsync(latest, "Otters counted");
        await transcript.PressAsync(read, "Show to everyone");
        await transcript.PressAsync(read, "Sources");
        await transcript.SlashAsync("search", ("words", "otters"));
        await transcript.TypeAsync("read", "article", "ott");
        await transcript.SlashAsync("read", ("article", "1"));
        await transcript.SlashAsync("summary", ("article", "1"));
        await transcript.SlashAsync("story", ("article", "1"));
        transcript.Heading("Asking: Ines");
        transcript.Let(Reader(rig, "ines"), rig.News);
        await transcript.SlashAsync("latest", ("about", "Morning of Larkfield"));
        await transcript.SlashAsync("save", ("article", "1"));
        await transcript.SlashAsync("saved");
        await transcript.MenuAsync(rig.News.Messages.First(message => message.Titles.Count > 0), "Summarize link");
        await transcript.SlashAsync("why");
        await transcript.SlashAsync("why", ("what", "1"));
        await transcript.SlashAsync("wrong", ("article", "1"), ("kind", "summary"));
        await transcript.SlashAsync("id");
    }

    private static async Task SetUpAsync(DiscordRig rig, DiscordTranscript transcript)
    {
        transcript.Heading("Setting up: Jon");
        transcript.Let(rig.Discord.AddUser("jon"), rig.News);
        await transcript.TypeAsync("feed filter", "subscription", "#1");
        var filter = await transcript.SlashAsync("feed filter", ("subscription", "#1"));
        await transcript.FillAsync(filter, "Fill in", "bridge, otters");
        await transcript.SlashAsync("feed filter", ("subscription", "#1"), ("words", "off"));
        var digest = await transcript.SlashAsync("feed digest", ("times", "7:30"), ("days", "mon-fri"), ("of", "#1"), ("top", 5));
        await transcript.PressAsync(digest, digest.Labels[0]);
        await transcript.SlashAsync("feed quiet", ("hours", "22:00-07:00"), ("silent", true));
        await transcript.SlashAsync("feed limit", ("count", 10), ("period", "day"), ("subscription", "#1"));
        await transcript.SlashAsync("feed style", ("words", "compact silent"));
        await transcript.SlashAsync("feed mode", ("subscription", "#2"), ("mode", "archive"));
        await transcript.SlashAsync("feed less");
        await transcript.SlashAsync("feed pause", ("subscription", "#1"), ("until", "7d"));
        await transcript.SlashAsync("feed resume", ("subscription", "#1"));
        await transcript.SlashAsync("feed notices", ("where", "me"));
        await transcript.SlashAsync("feed language", ("answers", "en"), ("news", "en, de"));
        await transcript.SlashAsync("feed timezone", ("zone", "Lisbon"));
        await transcript.ChooseAsync(await transcript.SlashAsync("feed settings"), "Quiet hours");
        await transcript.SlashAsync("feed export");
        await transcript.SlashAsync("feed import", ("file", rig.Discord.Upload("mine.txt", $"{rig.FeedUrl}\n{rig.Site.Url("/harbour.xml").AbsoluteUri}\n")));
    }

    private static async Task OperateAsync(DiscordRig rig, DiscordTranscript transcript)
    {
        var home = $"discord:{rig.Server.Id}";
        transcript.Heading("Running the instance: Mara, in the private conversation with the bot");
        transcript.Let(rig.Mara, rig.Mara.Conversation);
        await transcript.SlashAsync("operator stats");
        transcript.Note("The code is the one that the program printed at its start.");
        await transcript.SlashAsync("claim", ("code", rig.Bot.Get<OperatorClaim>().Code));
        await transcript.SlashAsync("operator stats");
        await transcript.SlashAsync("operator feeds", ("failing", true));
        await transcript.SlashAsync("operator feeds");
        await transcript.SlashAsync("operator feed", ("which", rig.FeedUrl), ("pages", "off"));
        await transcript.SlashAsync("operator chats");
        await transcript.SlashAsync("operator ban", ("id", home));
        await transcript.SlashAsync("operator ban", ("id", home), ("lift", "off"));
        await transcript.SlashAsync("operator plan", ("id", home), ("name", "full"));
        await transcript.SlashAsync("operator announce", ("text", "The bot rests on Sunday."));
    }

    private static async Task LeaveAsync(DiscordRig rig, DiscordTranscript transcript)
    {
        transcript.Heading("Leaving: Mara");
        transcript.Let(rig.Mara, rig.News);
        await transcript.SlashAsync("feed remove", ("subscription", "#2"));
        var reset = await transcript.SlashAsync("feed reset");
        await transcript.PressAsync(reset, reset.Labels[0]);
        await transcript.SlashAsync("forgetme");
        Assert.Empty(rig.Bot.Get<NewsBot.Core.Subscriptions.SubscriptionRegistry>().Of(new NewsBot.Core.Subscriptions.HomeId($"discord:{rig.Server.Id}")));
    }

    private static FakeUser Reader(DiscordRig rig, string name)
    {
        var reader = rig.Discord.AddUser(name);
        reader.Rights = (1UL << 10) | (1UL << 11);
        return reader;
    }

    private static void Publish(DiscordRig rig, params IReadOnlyList<string> titles) => rig.Publish([.. titles, .. Enumerable.Range(1, 4).Select(number => $"Report {number} from Tollen"), "Ferry to Marrow Island resumes", "Otters counted in Brannoch"]);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
