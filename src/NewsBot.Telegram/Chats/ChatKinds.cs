using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Core.Storage;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Chats;

/// <summary>Remembers which chats are channels, also over a restart: the id does not tell a channel from a supergroup.</summary>
internal sealed class ChatKinds(IStateStore store) : IChatKinds, IDisposable
{
    private const string Key = "telegram:channels";
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<long, bool> _channels = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    public ChatKind Of(long chat) => chat > 0 ? ChatKind.Private : _channels.ContainsKey(chat) ? ChatKind.Channel : ChatKind.Group;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var id in (await store.FindStateAsync(Key, cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _channels[long.Parse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)] = true;
        }
    }

    public async Task LearnChannelAsync(long chat, CancellationToken cancellationToken)
    {
        if (_channels.Count >= Most || !_channels.TryAdd(chat, true))
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await store.SaveStateAsync(Key, string.Join(' ', _channels.Keys.Select(id => id.ToString(CultureInfo.InvariantCulture))), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
