namespace NewsBot.Testing.Telegram;

/// <summary>Where updates are posted to instead of being asked for.</summary>
internal sealed record Webhook(Uri Url, string Secret, int MaxConnections)
{
    public (DateTimeOffset At, string Message)? LastError { get; set; }
}
