namespace NewsBot.Discord.Gateway;

/// <summary>What RESUME needs. Kept over a restart.</summary>
/// <param name="Sequence">Of the last event that was taken in.</param>
public sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence);
