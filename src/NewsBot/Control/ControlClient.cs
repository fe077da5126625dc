using System.Net.Sockets;
using System.Text.Json;
using NewsBot.Verbs;

namespace NewsBot.Control;

/// <summary>Speaks to the process that holds a data folder.</summary>
internal sealed class ControlClient(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public string Folder => folder;

    public async Task<bool> IsAnsweringAsync(CancellationToken cancellationToken) => await AskHealthAsync(cancellationToken) is not null;

    /// <summary>Null when nobody answers; else what keeps the bot from working, a problem a line, empty when it is well.</summary>
    public async Task<string?> AskHealthAsync(CancellationToken cancellationToken)
    {
        await using var problems = new StringWriter();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var exit = await AskAsync(new ControlRequest(ControlKind.Health, [], folder, IsTerminal: false, HasColor: false, 0, IsJson: false), TextWriter.Null, problems, limit.Token);
            return exit is null ? null : problems.ToString();
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Runs the verb there; its output appears in <paramref name="console"/>, its exit code is returned.</summary>
    public async Task<int> RunAsync(string[] args, VerbConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var screen = console.Screen;
            return await AskAsync(new ControlRequest(ControlKind.Verb, args, console.Folder, screen.IsTerminal, screen.HasColor, screen.Width, IsJson: false), console.Out, console.Error, cancellationToken)
                ?? await StoppedAsync(console);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return await StoppedAsync(console);
        }
    }

    /// <summary>Hands over what is sent to a place of the terminal until cancelled or the other side ends.</summary>
    public async Task WatchAsync(string name, bool isJson, Screen screen, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(new ControlRequest(ControlKind.Posts, [name], folder, screen.IsTerminal, screen.HasColor, screen.Width, isJson), output, output, cancellationToken);
            await output.WriteLineAsync("The running newsbot has stopped.");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await output.WriteLineAsync("The running newsbot has stopped.");
        }
    }

    private static async Task<int> StoppedAsync(VerbConsole console)
    {
        await console.FailAsync("the running newsbot stopped before it answered. Try again.");
        return 1;
    }

    /// <summary>The exit code, or null when the answer ended without one.</summary>
    private async Task<int?> AskAsync(ControlRequest request, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(ControlSocket.PathFor(folder)), cancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await JsonSerializer.SerializeAsync(stream, request, ControlJson.Default.ControlRequest, cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var frame = JsonSerializer.Deserialize(line, ControlJson.Default.ControlFrame);
            if (frame?.Exit is { } exit)
            {
                return exit;
            }

            await (frame?.Error is null ? output : error).WriteAsync(frame?.Error ?? frame?.Out ?? "");
        }

        return null;
    }
}
