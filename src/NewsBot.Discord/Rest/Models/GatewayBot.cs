namespace NewsBot.Discord.Rest.Models;

/// <summary>Where to connect, with how many shards, and how often one may identify.</summary>
internal sealed record GatewayBot(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <param name="ResetAfter">In milliseconds.</param>
/// <param name="MaxConcurrency">Identifies that may happen within 5 s.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
