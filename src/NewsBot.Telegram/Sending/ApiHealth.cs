namespace NewsBot.Telegram.Sending;

/// <summary>What keeps the bot from working on Telegram now, in words that name the setting and the fix. Each call tells it how it went, so that trouble that is over is forgotten by itself. Thread-safe.</summary>
internal sealed class ApiHealth(TimeProvider time)
{
    /// <summary>A poll that brings updates says nothing of another poller, as both get some; so long without a conflict does.</summary>
    private static readonly TimeSpan ConflictLife = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private string? _token;
    private string? _webhook;
    private string? _conflict;
    private DateTimeOffset _lastConflict;

    /// <summary>Null while nothing is known to be wrong.</summary>
    public string? Problem
    {
        get
        {
            lock (_gate)
            {
                return _token ?? _conflict ?? _webhook;
            }
        }
    }

    /// <summary>The fix for a token that is refused.</summary>
    public static string TokenAdvice(int code, string description) =>
        $"Telegram:Token is refused by Telegram ({code} {description}). Set it, or the file that NEWSBOT_TELEGRAM__TOKEN_FILE names, to the token that @BotFather shows, and start again.";

    public void RefuseToken(int code, string description)
    {
        lock (_gate)
        {
            _token = TokenAdvice(code, description);
        }
    }

    /// <summary>A call was carried out, or refused for a reason of its own.</summary>
    public void AcceptToken()
    {
        lock (_gate)
        {
            _token = null;
        }
    }

    public void Conflict(string problem)
    {
        lock (_gate)
        {
            (_conflict, _lastConflict) = (problem, time.GetUtcNow());
        }
    }

    /// <param name="isWhole">The poll waited to its end and nobody cut it short: then nobody else polls.</param>
    public void Polled(bool isWhole)
    {
        lock (_gate)
        {
            if (isWhole || time.GetUtcNow() - _lastConflict > ConflictLife)
            {
                _conflict = null;
            }
        }
    }

    /// <param name="problem">Null when the webhook works.</param>
    public void Webhook(string? problem)
    {
        lock (_gate)
        {
            _webhook = problem;
        }
    }
}
