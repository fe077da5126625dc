using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// The bounded queue between the sockets and the bot: a socket never waits for a handler. When nobody takes events for so long that it is full, the newest are dropped and logged; an
/// interaction that would have waited behind a thousand events is past its 3 seconds anyway. Interactions are told once, also when Discord repeats them after a resume.
/// </summary>
internal sealed partial class GatewayEvents(ILogger<GatewayEvents> logger)
{
    private const int MostQueued = 1_000;
    private const int MostRemembered = 1_000;
    private readonly Channel<GatewayEvent> _queue = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(MostQueued) { FullMode = BoundedChannelFullMode.Wait });
    private readonly Lock _lock = new();
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _knownInOrder = new();

    public ChannelReader<GatewayEvent> Reader => _queue.Reader;

    public void Offer(string type, JsonElement data, TimeSpan receivedAt)
    {
        try
        {
            if (GatewayEventReader.Read(type, data, receivedAt) is { } told && !IsRepeated(told) && !_queue.Writer.TryWrite(told))
            {
                LogDropped(logger, type);
            }
        }
        catch (JsonException e)
        {
            LogUnreadable(logger, e, type);
        }
    }

    public void Complete() => _queue.Writer.TryComplete();

    private bool IsRepeated(GatewayEvent told)
    {
        if (told is not GatewayEvent.InteractionCreated { Interaction.Id.Value: var id })
        {
            return false;
        }

        lock (_lock)
        {
            if (!_known.Add(id))
            {
                return true;
            }

            _knownInOrder.Enqueue(id);
            if (_knownInOrder.Count > MostRemembered)
            {
                _known.Remove(_knownInOrder.Dequeue());
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many events of Discord wait; one ({Type}) is dropped")]
    private static partial void LogDropped(ILogger logger, string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of Discord ({Type}) cannot be read and is ignored")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string type);
}
