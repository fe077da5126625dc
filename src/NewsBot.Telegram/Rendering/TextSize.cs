using System.Text;

namespace NewsBot.Telegram.Rendering;

/// <summary>What one message holds. Telegram counts code points after parsing; UTF-16 units are never fewer. Of more than 100 entities, or about 10 kB of their data, it drops the last ones in silence, links included.</summary>
internal sealed record TextSize(int Units)
{
    /// <summary>https://core.telegram.org/bots/api#sendmessage</summary>
    public static readonly TextSize Message = new(4096);

    /// <summary>Text below a photo or an album (https://core.telegram.org/bots/api#sendphoto).</summary>
    public static readonly TextSize Caption = new(1024);

    public int Entities { get; init; } = 90;

    public int EntityBytes { get; init; } = 9_500;

    /// <summary>Half of everything; for a server that found a text too long which fits by our count.</summary>
    public TextSize Smaller => new(Units / 2) { Entities = Entities / 2, EntityBytes = EntityBytes / 2 };

    public bool Holds(TelegramText text) => text.Text.Length <= Units && text.Entities.Count <= Entities && text.Entities.Sum(BytesOf) <= EntityBytes;

    /// <summary>About what the entity takes in Telegram's own protocol: three numbers, and its value with length and padding.</summary>
    public static int BytesOf(TextEntity entity) => 12 + (entity.Value is { } value ? Encoding.UTF8.GetByteCount(value) + 8 : 0);
}
