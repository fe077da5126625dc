using System.Globalization;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram.Sending;

/// <summary>A chat of Telegram and the topic in it; the same as a place "telegram:chat" or "telegram:chat/topic".</summary>
/// <param name="Topic">Null outside forums and in the topic General, whose id the server does not take.</param>
internal readonly record struct ChatAddress(long Chat, int? Topic = null)
{
    public const string Platform = "telegram";

    /// <summary>Users have positive ids; groups, supergroups and channels negative ones.</summary>
    public bool IsPrivate => Chat > 0;

    public PlaceId Place => new(Topic is { } topic
        ? string.Create(CultureInfo.InvariantCulture, $"{Platform}:{Chat}/{topic}")
        : string.Create(CultureInfo.InvariantCulture, $"{Platform}:{Chat}"));

    /// <summary>Null for a place of another platform and for one that is not written like this.</summary>
    public static ChatAddress? TryParse(PlaceId place)
    {
        if (place.Platform != Platform)
        {
            return null;
        }

        var parts = place.Value[(Platform.Length + 1)..].Split('/');
        if (parts.Length > 2 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new ChatAddress(chat);
        }

        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var topic) ? new ChatAddress(chat, topic > 1 ? topic : null) : null;
    }
}
