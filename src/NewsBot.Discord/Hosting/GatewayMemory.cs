using System.Globalization;
using NewsBot.Core.Storage;
using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Hosting;

/// <summary>Keeps the gateway's sessions and identifies in the store.</summary>
internal sealed class GatewayMemory(INewsStore store) : IGatewayStore
{
    private const string Identifies = $"{DiscordIds.Platform}:identifies";

    public async Task<GatewaySession?> LoadSessionAsync(ShardId shard, CancellationToken cancellationToken) =>
        (await store.FindStateAsync(KeyOf(shard), cancellationToken))?.Split('\n') is [var id, var url, var sequence] && Uri.TryCreate(url, UriKind.Absolute, out var resume) && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new GatewaySession(id, resume, last)
            : null;

    public Task SaveSessionAsync(ShardId shard, GatewaySession? session, CancellationToken cancellationToken) =>
        store.SaveStateAsync(KeyOf(shard), session is null ? null : string.Create(CultureInfo.InvariantCulture, $"{session.Id}\n{session.ResumeUrl}\n{session.Sequence}"), cancellationToken);

    public async Task<IReadOnlyList<DateTimeOffset>> LoadIdentifiesAsync(CancellationToken cancellationToken) =>
        [.. (await store.FindStateAsync(Identifies, cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)))];

    public Task SaveIdentifiesAsync(IReadOnlyList<DateTimeOffset> identifies, CancellationToken cancellationToken) =>
        store.SaveStateAsync(Identifies, string.Join(' ', identifies.Select(moment => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))), cancellationToken);

    private static string KeyOf(ShardId shard) => $"{DiscordIds.Platform}:session:{shard}";
}
