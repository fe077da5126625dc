namespace NewsBot.Discord.Rest;

/// <summary>Shuts for good once Discord refused the bot: from then on no call leaves, as refused calls get the address banned. Thread-safe.</summary>
internal sealed class TokenGate
{
    private string? _reason;

    /// <summary>Why it is shut, as advice to the operator; null while it is open.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    public bool IsShut => Reason is not null;

    public void Shut(string reason) => Interlocked.CompareExchange(ref _reason, reason, null);
}
