using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Hosting;
using NewsBot.Terminal;
using NewsBot.Verbs;

namespace NewsBot.Control;

/// <summary>Takes verbs of other processes over a socket that only this user may open, and runs them on the open store.</summary>
internal sealed partial class ControlServer : IAsyncDisposable
{
    private readonly Task<WebApplication?> _starting;

    private ControlServer(Task<WebApplication?> starting) => _starting = starting;

    /// <summary>Returns at once and listens soon after: the first answer in the terminal does not wait for it. A socket that cannot be opened is logged; everything else goes on.</summary>
    public static ControlServer Start(Bot bot) => new(Task.Run(() => ListenAsync(bot)));

    public async ValueTask DisposeAsync()
    {
        if (await _starting is { } application)
        {
            await application.StopAsync(CancellationToken.None);
            await application.DisposeAsync();
        }
    }

    private static async Task<WebApplication?> ListenAsync(Bot bot)
    {
        var path = ControlSocket.PathFor(bot.DataFolder);
        var logger = bot.Get<ILogger<ControlServer>>();
        try
        {
            // Left behind by a killed process; the lock file tells that none is alive.
            File.Delete(path);
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(bot.Get<ILoggerFactory>());
            builder.WebHost.ConfigureKestrel(options => options.ListenUnixSocket(path));
            var application = builder.Build();
            application.MapGet("/health", () => Results.Text("healthy"));
            application.MapPost("/verb", context => RunVerbAsync(bot, context));
            application.MapGet("/posts", context => ShowPostsAsync(bot, context));
            await application.StartAsync(CancellationToken.None);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            return application;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            LogUnavailable(logger, e, path);
            return null;
        }
    }

    private static async Task RunVerbAsync(Bot bot, HttpContext context)
    {
        var request = await JsonSerializer.DeserializeAsync(context.Request.Body, ControlJson.Default.ControlRequest, context.RequestAborted);
        if (request is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await using var frames = new FrameWriter(context.Response.BodyWriter.AsStream());
        await using var output = frames.Writer(text => new ControlFrame { Out = text });
        await using var error = frames.Writer(text => new ControlFrame { Error = text });
        var console = new VerbConsole(output, error, TextReader.Null, request.Folder, new Screen(IsInteractive: false, request.IsTerminal, request.HasColor, request.Width));
        var exit = await new CommandLine(console, bot).RunAsync(request.Arguments, context.RequestAborted);
        await frames.WriteAsync(new ControlFrame { Exit = exit });
    }

    /// <summary>Streams what is sent to a place of the terminal for as long as the other side listens.</summary>
    private static async Task ShowPostsAsync(Bot bot, HttpContext context)
    {
        await using var frames = new FrameWriter(context.Response.BodyWriter.AsStream());
        await using var output = frames.Writer(text => new ControlFrame { Out = text });
        var query = context.Request.Query;
        var isTerminal = query["terminal"] == "1";
        var screen = new Screen(IsInteractive: false, isTerminal, query["color"] == "1", int.TryParse(query["width"], System.Globalization.CultureInfo.InvariantCulture, out var width) ? width : 80);
        var console = new VerbConsole(output, output, TextReader.Null, "/", screen);
        await context.Response.StartAsync(context.RequestAborted);
        await using var chat = new LocalChat(bot, console, query["as"].ToString(), query["json"] == "1");
        await chat.ShowPostsAsync((text, _) => output.WriteAsync(text), context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The control socket {Path} cannot be opened: other commands on this data folder will be refused while this newsbot runs")]
    private static partial void LogUnavailable(ILogger logger, Exception e, string path);
}
