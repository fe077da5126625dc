using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Hosting;
using NewsBot.Tests.EndToEnd;
using NewsBot.Verbs;

namespace NewsBot.Tests.Hosting;

/// <summary>The composed program in this process over a new data folder, without a catalogue; loopback may be read.</summary>
internal sealed class BotRig : IAsyncDisposable
{
    private readonly DataFolder _data;
    private readonly StringWriter _errors = new();

    private BotRig(DataFolder data) => _data = data;

    public Bot Bot { get; private set; } = null!;

    public string Folder => _data.Path;

    public string Errors => _errors.ToString();

    public static async Task<BotRig> OpenAsync()
    {
        var rig = new BotRig(new DataFolder());
        rig._data.Write("settings.json", """{"Feeds":{"Catalogue":"","Samples":"","AllowedNetworks":["127.0.0.0/8"],"MinimumInterval":"00:00:01","HostPause":"00:00:00"},"FullText":{"HostPause":"00:00:00"}}""");
        await rig.StartAsync();
        return rig;
    }

    /// <summary>Closes the program and opens it again, as a restart does.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        await StartAsync();
    }

    public async Task<Reply> AskAsync(string text, Role role = Role.Operator, string place = "test:anna", bool isPrivate = true)
    {
        var caller = new Caller { Person = new PersonId(place), Place = new PlaceId(place), Home = new HomeId(place), Role = role, IsPrivate = isPrivate };
        return (await Bot.Get<Conversation>().AnswerAsync(text, caller, slashNeeded: true, TestContext.Current.CancellationToken)).Reply;
    }

    /// <summary>The words of a plain answer.</summary>
    public async Task<string> TellAsync(string text, Role role = Role.Operator, string place = "test:anna", bool isPrivate = true) => await AskAsync(text, role, place, isPrivate) switch
    {
        Reply.Message(var words) => words,
        Reply.Refusal(var words) => words,
        Reply.Explanation(var title, var lines) => string.Join('\n', lines.Prepend(title)),
        Reply.SummaryView(var article, var sentences) => article.Title + "\n" + string.Join(' ', sentences),
        Reply.ArticleView(var article, _) => article.Title + "\n" + article.Body,
        var other => other.ToString(),
    };

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _data.Dispose();
    }

    private async Task StartAsync()
    {
        var console = new VerbConsole(TextWriter.Null, _errors, TextReader.Null, Folder, new Screen(IsInteractive: true, IsTerminal: false, HasColor: false, Width: 80));
        var opening = await Bot.OpenAsync(Path.Combine(Folder, "data"), Path.Combine(Folder, "settings.json"), console, TestContext.Current.CancellationToken);
        Bot = Assert.IsType<BotOpening.Opened>(opening).Bot;
    }
}
