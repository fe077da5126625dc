using System.Globalization;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Rendering;

/// <summary>The address at which apps of members open a message; only supergroups and channels have one (https://core.telegram.org/api/links#message-links). Pure.</summary>
internal static class MessageLink
{
    /// <summary>What the Bot API adds to the numbers of supergroups and channels before it negates them.</summary>
    private const long Marker = 1_000_000_000_000;

    /// <param name="sent">As <see cref="SentMessage"/> writes it; of several messages the first is meant.</param>
    public static string? To(ChatAddress? chat, string? sent) =>
        chat is { Chat: < -Marker } place && SentMessage.ParseAll(sent) is [var first, ..] ? string.Create(CultureInfo.InvariantCulture, $"https://t.me/c/{-place.Chat - Marker}/{first.Id}") : null;
}
