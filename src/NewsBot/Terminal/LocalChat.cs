using System.Threading.Channels;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;
using NewsBot.Hosting;
using NewsBot.Verbs;

namespace NewsBot.Terminal;

/// <summary>A conversation with the bot in this process.</summary>
internal sealed class LocalChat(Bot bot, VerbConsole console, string name, bool isJson) : IChat
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(2);

    public async Task<int> AskAsync(string line, CancellationToken cancellationToken)
    {
        var parsed = CommandParser.Parse(line, slashNeeded: false);
        if (parsed is ParsedText.Recognized { Command: Command.Headlines or Command.Latest })
        {
            await new FirstFeeds(bot, console).AwaitAsync(cancellationToken);
        }

        Attachment? attachment = null;
        if (parsed is ParsedText.Recognized { Command: Command.Import { Name: { Length: > 0 } file } })
        {
            (attachment, var problem) = await AttachedFile.ReadAsync(console.PathOf(file), cancellationToken);
            if (problem is not null)
            {
                await console.FailAsync(problem);
                return 1;
            }
        }

        var answer = await bot.Get<Conversation>().AnswerAsync(line, TerminalPlace.CallerFor(name, attachment), slashNeeded: false, cancellationToken);
        var saved = answer.Reply is Reply.Document document ? await AttachedFile.SaveAsync(console.Folder, document, cancellationToken) : null;
        await console.Out.WriteAsync(isJson ? JsonRenderer.Render(line, answer.Reply) : Show(TerminalRenderer.Render(answer.Reply, ViewOf(answer.Request), saved)));
        await console.Out.FlushAsync(cancellationToken);
        return answer.Reply is Reply.Refusal ? 1 : 0;
    }

    public async Task ShowPostsAsync(Func<string, CancellationToken, Task> show, CancellationToken cancellationToken)
    {
        var posts = Channel.CreateBounded<(Post Post, TaskCompletionSource Shown)>(16);
        using var attachment = bot.Get<TerminalMessenger>().Attach(TerminalPlace.Of(name), posts.Writer);
        bot.Get<Outbox>().Touch(TerminalPlace.Of(name));
        await foreach (var (post, shown) in posts.Reader.ReadAllAsync(cancellationToken))
        {
            var view = await ViewAsync(cancellationToken);
            await show(isJson ? JsonRenderer.Render(post) : Show(TerminalRenderer.Render(post, view)), cancellationToken);
            shown.TrySetResult();
        }
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var time = bot.Get<TimeProvider>();
        var end = time.GetUtcNow() + SettleTime;
        var isPaused = bot.Get<SubscriptionRegistry>().Find(TerminalPlace.Of(name))?.Pause?.HoldsAt(time.GetUtcNow()) == true;
        while (!isPaused && bot.Get<Outbox>().Of(TerminalPlace.Of(name)).Any(row => row.Due <= time.GetUtcNow()) && time.GetUtcNow() < end)
        {
            await Task.Delay(Tick, time, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Show(IReadOnlyList<StyledBlock> blocks) => StyledWriter.Write(blocks, console.Screen);

    private TerminalView ViewOf(Request request) => new(request.Texts, bot.Get<INewsStore>().Now, LocalClock.ZoneOf(request.Home.TimeZone).Id);

    private async Task<TerminalView> ViewAsync(CancellationToken cancellationToken) =>
        ViewOf(await bot.Get<RequestReader>().ReadAsync(TerminalPlace.CallerFor(name, null), cancellationToken));
}
