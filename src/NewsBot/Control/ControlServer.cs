using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Platforms;
using NewsBot.Hosting;
using NewsBot.Terminal;
using NewsBot.Verbs;

namespace NewsBot.Control;

/// <summary>Takes verbs of other processes over a socket that only this user may open, and runs them on the open store. A line asks, lines answer; a web server cost a tenth of the program's memory at rest.</summary>
internal sealed partial class ControlServer : IAsyncDisposable
{
    private const int MostWaiting = 16;
    private const int MostRequestCharacters = 1024 * 1024;

    private readonly Bot _bot;
    private readonly ILogger<ControlServer> _logger;
    private readonly string _path;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private ControlServer(Bot bot)
    {
        _bot = bot;
        _logger = bot.Get<ILogger<ControlServer>>();
        _path = ControlSocket.PathFor(bot.DataFolder);
        _accepting = AcceptAsync();
    }

    /// <summary>Listens at once. A socket that cannot be opened is logged; everything else goes on.</summary>
    public static ControlServer Start(Bot bot) => new(bot);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var open = new HashSet<Task>();
        try
        {
            Listen(listener);
            while (true)
            {
                var client = await listener.AcceptAsync(_stop.Token);
                open.RemoveWhere(served => served.IsCompleted);
                open.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException)
        {
            LogUnavailable(e, _path);
        }
    }

    private void Listen(Socket listener)
    {
        // Left behind by a killed process; the lock file tells that none is alive.
        File.Delete(_path);
        listener.Bind(new UnixDomainSocketEndPoint(_path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen(MostWaiting);
    }

    private async Task ServeAsync(Socket client)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var reader = new StreamReader(stream);
            if (await reader.ReadLineAsync(gone.Token) is { Length: < MostRequestCharacters } line && JsonSerializer.Deserialize(line, ControlJson.Default.ControlRequest) is { } request)
            {
                var leaving = WatchAsync(reader, gone);
                await AnswerAsync(request, stream, gone.Token);
                await gone.CancelAsync();
                await leaving;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or JsonException or ObjectDisposedException)
        {
            // The other side left or never spoke our language; nothing is owed to it.
            LogLeft(e);
        }
    }

    /// <summary>The other side sends nothing more: an end of its stream means that it has gone.</summary>
    private static async Task WatchAsync(StreamReader reader, CancellationTokenSource gone)
    {
        try
        {
            await reader.ReadLineAsync(gone.Token);
            await gone.CancelAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The answer is whole, or the connection broke, which writing to it will find.
        }
    }

    private async Task AnswerAsync(ControlRequest request, NetworkStream stream, CancellationToken cancellationToken)
    {
        await using var frames = new FrameWriter(stream);
        await using var output = frames.Writer(text => new ControlFrame { Out = text });
        await using var error = frames.Writer(text => new ControlFrame { Error = text });
        var console = new VerbConsole(output, error, TextReader.Null, request.Folder, new Screen(IsInteractive: false, request.IsTerminal, request.HasColor, request.Width));
        switch (request.Kind)
        {
            case ControlKind.Verb:
                var exit = await new CommandLine(console, _bot).RunAsync(request.Arguments, cancellationToken);
                await frames.WriteAsync(new ControlFrame { Exit = exit });
                break;
            case ControlKind.Posts when request.Arguments is [var name]:
                await using (var chat = new LocalChat(_bot, console, name, request.IsJson))
                {
                    await chat.ShowPostsAsync((text, _) => output.WriteAsync(text), cancellationToken);
                }

                break;
            default:
                var problems = _bot.Get<IEnumerable<IChatPlatform>>().Select(platform => platform.Problem).OfType<string>().ToList();
                await error.WriteAsync(string.Join('\n', problems));
                await frames.WriteAsync(new ControlFrame { Exit = problems.Count == 0 ? 0 : 1 });
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The control socket {Path} cannot be used: other commands on this data folder will be refused while this newsbot runs")]
    private partial void LogUnavailable(Exception e, string path);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A process left the control socket before its answer was whole")]
    private partial void LogLeft(Exception e);
}
