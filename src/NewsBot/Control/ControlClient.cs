using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using NewsBot.Verbs;

namespace NewsBot.Control;

/// <summary>Speaks to the process that holds a data folder.</summary>
internal sealed class ControlClient(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public string Folder => folder;

    public async Task<bool> IsAnsweringAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var http = Connect();
            using var response = await http.GetAsync(new Uri("http://control/health"), limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Runs the verb there; its output appears in <paramref name="console"/>, its exit code is returned.</summary>
    public async Task<int> RunAsync(string[] args, VerbConsole console, CancellationToken cancellationToken)
    {
        using var http = Connect();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("http://control/verb"))
        {
            Content = JsonContent.Create(new ControlRequest(args, console.Folder, console.Screen.IsTerminal, console.Screen.HasColor, console.Screen.Width), ControlJson.Default.ControlRequest),
        };
        try
        {
            return await ShowAsync(http, request, console.Out, console.Error, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            await console.FailAsync("the running newsbot stopped before it answered. Try again.");
            return 1;
        }
    }

    /// <summary>Hands over what is sent to a place of the terminal until cancelled or the other side ends.</summary>
    public async Task WatchAsync(string name, bool isJson, Screen screen, TextWriter output, CancellationToken cancellationToken)
    {
        using var http = Connect();
        var query = $"as={Uri.EscapeDataString(name)}&json={(isJson ? 1 : 0)}&terminal={(screen.IsTerminal ? 1 : 0)}&color={(screen.HasColor ? 1 : 0)}&width={screen.Width}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://control/posts?" + query));
        try
        {
            await ShowAsync(http, request, output, output, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            await output.WriteLineAsync("The running newsbot has stopped.");
        }
    }

    private static async Task<int> ShowAsync(HttpClient http, HttpRequestMessage request, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var frame = JsonSerializer.Deserialize(line, ControlJson.Default.ControlFrame);
            if (frame?.Exit is { } exit)
            {
                return exit;
            }

            await (frame?.Error is null ? output : error).WriteAsync(frame?.Error ?? frame?.Out ?? "");
        }

        return 1;
    }

    private HttpClient Connect()
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(ControlSocket.PathFor(folder)), token);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
