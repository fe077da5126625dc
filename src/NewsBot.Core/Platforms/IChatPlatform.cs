namespace NewsBot.Core.Platforms;

/// <summary>A chat platform the bot is on: what it does beside sending, which is the delivery lane's.</summary>
public interface IChatPlatform
{
    /// <summary>As people write it, such as "Telegram".</summary>
    string Name { get; }

    /// <summary>What keeps the bot from working there although it has started: names the setting and the fix. Null while nothing is known to be wrong.</summary>
    string? Problem => null;

    /// <summary>Asks the platform once who the bot is.</summary>
    Task<PlatformStart> StartAsync(CancellationToken cancellationToken);

    /// <summary>Each runs until cancelled; one that fails is begun again.</summary>
    IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> Loops { get; }
}

/// <summary>What the first question to a platform came to.</summary>
public abstract record PlatformStart
{
    private PlatformStart()
    {
    }

    /// <param name="Name">The bot's own name there.</param>
    public sealed record Answering(string Name) : PlatformStart;

    /// <summary>It will never work like this.</summary>
    /// <param name="Problem">Names the setting and what to do.</param>
    public sealed record Refused(string Problem) : PlatformStart;

    /// <summary>It may work later; the loops go on trying.</summary>
    /// <param name="Reason">Why there is no answer yet.</param>
    public sealed record Waiting(string Reason) : PlatformStart;
}
