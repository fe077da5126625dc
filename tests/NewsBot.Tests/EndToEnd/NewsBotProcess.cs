using System.Diagnostics;
using System.Text;

namespace NewsBot.Tests.EndToEnd;

/// <summary>The built program in a process of its own, with its input and output in the hands of the test.</summary>
internal sealed class NewsBotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private NewsBotProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(PumpAsync(process.StandardOutput, _output), PumpAsync(process.StandardError, _errors));
    }

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    /// <param name="settings">Environment variables without their prefix NEWSBOT_.</param>
    public static NewsBotProcess Start(string dataFolder, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "newsbot"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataFolder,
        };
        foreach (var argument in (IReadOnlyList<string>)[.. args, "--data", dataFolder])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("NEWSBOT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NEWSBOT_FEEDS__CATALOGUE"] = "";
        start.Environment["NEWSBOT_FEEDS__SAMPLES"] = "";
        start.Environment["NEWSBOT_FULLTEXT__ENABLED"] = "false";
        foreach (var (name, value) in settings)
        {
            start.Environment["NEWSBOT_" + name] = value;
        }

        return new NewsBotProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end with this input.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(string dataFolder, IReadOnlyDictionary<string, string> settings, string input, params IReadOnlyList<string> args)
    {
        await using var process = Start(dataFolder, settings, args);
        await process.SendAsync(input);
        var exit = await process.EndAsync();
        return (exit, process.Output, process.Errors);
    }

    public async Task SendAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits until the output holds the text; fails with what it holds when that does not happen.</summary>
    public async Task SeesAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(waited.Elapsed < Patience && !_process.HasExited, $"\"{text}\" did not appear. Output:\n{Output}\nErrors:\n{Errors}");
            await Task.Delay(20);
        }
    }

    /// <summary>Asks again and again until the output holds the text.</summary>
    public async Task AskUntilAsync(string line, string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(waited.Elapsed < Patience && !_process.HasExited, $"\"{text}\" did not appear. Output:\n{Output}\nErrors:\n{Errors}");
            await SendAsync(line + "\n");
            await Task.Delay(200);
        }
    }

    /// <summary>Closes the input and waits for the exit code.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        await _reading;
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        await _reading;
        return _process.ExitCode;
    }

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static async Task PumpAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            lock (text)
            {
                text.Append(buffer, 0, read);
            }
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
