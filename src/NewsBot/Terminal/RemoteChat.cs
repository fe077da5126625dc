using NewsBot.Control;
using NewsBot.Verbs;

namespace NewsBot.Terminal;

/// <summary>A conversation with the bot in the process that holds the data folder.</summary>
internal sealed class RemoteChat(ControlClient client, VerbConsole console, string name, bool isJson) : IChat
{
    public Task<int> AskAsync(string line, CancellationToken cancellationToken) =>
        client.RunAsync(["chat", "--as", name, .. isJson ? (string[])["--json"] : [], "--", line], console, cancellationToken);

    public async Task ShowPostsAsync(Func<string, CancellationToken, Task> show, CancellationToken cancellationToken)
    {
        await using var output = new Handover(show);
        await client.WatchAsync(name, isJson, console.Screen, output, cancellationToken);
    }

    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Handover(Func<string, CancellationToken, Task> show) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Task WriteAsync(string? value) => string.IsNullOrEmpty(value) ? Task.CompletedTask : show(value, CancellationToken.None);

        public override Task WriteLineAsync(string? value) => WriteAsync(value + "\n");
    }
}
