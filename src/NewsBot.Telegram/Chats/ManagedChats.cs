using System.Globalization;
using NewsBot.Core.Storage;

namespace NewsBot.Telegram.Chats;

/// <summary>Which chat a person's commands in private act in for an hour, also over a restart. Rights are checked at each command, not here.</summary>
internal sealed class ManagedChats(INewsStore store)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(60);

    /// <summary>Null when the person manages none now.</summary>
    public async Task<long?> FindAsync(long user, CancellationToken cancellationToken)
    {
        if (await store.FindStateAsync(KeyOf(user), cancellationToken) is not { } kept || kept.Split(' ') is not [var chat, var until])
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, NumberStyles.None, CultureInfo.InvariantCulture)) > store.Now
            ? long.Parse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
    }

    public Task ChooseAsync(long user, long chat, CancellationToken cancellationToken) =>
        store.SaveStateAsync(KeyOf(user), string.Create(CultureInfo.InvariantCulture, $"{chat} {(store.Now + Lasting).ToUnixTimeSeconds()}"), cancellationToken);

    public Task LeaveAsync(long user, CancellationToken cancellationToken) => store.SaveStateAsync(KeyOf(user), null, cancellationToken);

    private static string KeyOf(long user) => string.Create(CultureInfo.InvariantCulture, $"telegram:manages:{user}");
}
