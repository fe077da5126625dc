using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>Keeps every line that is logged, with its exception.</summary>
internal sealed class ListLoggers(List<string> lines) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
