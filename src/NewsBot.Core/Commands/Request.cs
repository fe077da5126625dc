using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>One command as typed, and who typed it where.</summary>
/// <param name="Name">Without slash, aliases resolved; "" for text that is no command.</param>
public sealed record Request(string Name, string Arguments, PersonId Person, PlaceId Place, HomeId Home)
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["news"] = "headlines",
        ["find"] = "search",
        ["sum"] = "summary",
        ["sub"] = "subscribe",
        ["follow"] = "subscribe",
        ["unsub"] = "unsubscribe",
        ["list"] = "subscriptions",
        ["subs"] = "subscriptions",
    };

    /// <summary>"/News de" and "news de" are the same; a bare number reads that line.</summary>
    public static Request Parse(string text, PersonId person, PlaceId place, HomeId home)
    {
        var trimmed = text.Trim();
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        var word = (space < 0 ? trimmed : trimmed[..space]).TrimStart('/').ToLowerInvariant();
        var rest = space < 0 ? "" : trimmed[space..].Trim();
        return word.Length > 0 && word.All(char.IsAsciiDigit)
            ? new Request("read", word, person, place, home)
            : new Request(Aliases.GetValueOrDefault(word, word), rest, person, place, home);
    }
}
