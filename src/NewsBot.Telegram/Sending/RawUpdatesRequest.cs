using System.Text.Json;
using Telegram.Bot.Requests;

namespace NewsBot.Telegram.Sending;

/// <summary>getUpdates whose answer stays JSON: one update of a kind that the package does not know would otherwise make the whole batch unreadable.</summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public long? Offset { get; init; }

    public int Limit { get; init; }

    /// <summary>Seconds; the server waits at most 50.</summary>
    public int Timeout { get; init; }

    /// <summary>Null keeps what was asked for last.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
