namespace NewsBot.Verbs;

/// <summary>Where a verb reads and prints: this process's console, or the console of a process that asks over the control socket.</summary>
/// <param name="Folder">What relative paths of the command line are relative to.</param>
internal sealed record VerbConsole(TextWriter Out, TextWriter Error, TextReader In, string Folder, Screen Screen)
{
    /// <summary>The console of this process.</summary>
    public static VerbConsole Own() => new(Console.Out, Console.Error, Console.In, Environment.CurrentDirectory, Screen.Own());

    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    public Task FailAsync(string message) => Error.WriteLineAsync("newsbot: " + message);
}

/// <summary>What the other side of the console can show.</summary>
/// <param name="IsInteractive">True when a person types and reads.</param>
/// <param name="Width">In columns; lines are broken there on a terminal only.</param>
internal sealed record Screen(bool IsInteractive, bool IsTerminal, bool HasColor, int Width)
{
    private const int UnknownWidth = 80;

    /// <summary>No-color.org and TERM=dumb are honoured.</summary>
    public static Screen Own()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var isPlain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        var width = isTerminal && Console.WindowWidth > 20 ? Console.WindowWidth : UnknownWidth;
        return new(isTerminal && !Console.IsInputRedirected && !isPlain, isTerminal, isTerminal && !isPlain, width);
    }
}
