using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>What Telegram does with the entities of a text.</summary>
internal static partial class EntityList
{
    public static IReadOnlyList<TextEntity> Read(JsonNode? json)
    {
        if (json is not JsonArray array)
        {
            return [];
        }

        return [.. array.Select(ReadOne)];
    }

    /// <summary>Takes white space off both ends; at the beginning only as far as no entity covers it. Entities without visible text vanish.</summary>
    public static FormattedText Trim(FormattedText text)
    {
        var shown = text.Text.TrimEnd();
        var entities = text.Entities
            .Select(entity => entity with { Length = Math.Min(entity.End, shown.Length) - entity.Offset })
            .Where(entity => entity.Length > 0 && !string.IsNullOrWhiteSpace(shown.AsSpan(entity.Offset, entity.Length).ToString()))
            .ToList();
        var covered = entities.Count > 0 ? entities.Min(entity => entity.Offset) : shown.Length;
        var skipped = 0;
        while (skipped < covered && shown[skipped] is ' ' or '\n')
        {
            skipped++;
        }

        return new FormattedText(shown[skipped..], [.. entities.Select(entity => entity with { Offset = entity.Offset - skipped })]);
    }

    /// <summary>The text's entities and those that Telegram finds: commands, mentions, tags, addresses, where no link or code is.</summary>
    public static IEnumerable<TextEntity> WithFound(FormattedText text)
    {
        var taken = text.Entities.Where(entity => entity.Type is "text_link" or "text_mention" or "code" or "pre" or "custom_emoji" or "date_time").ToList();
        var found = Findable().Matches(text.Text)
            .Select(match => new TextEntity(match.Groups.Values.Skip(1).First(group => group.Success).Name, match.Index, match.Length))
            .Where(entity => !taken.Exists(other => entity.Offset < other.End && other.Offset < entity.End));
        return text.Entities.Concat(found).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length);
    }

    private static TextEntity ReadOne(JsonNode? json)
    {
        if (json is not JsonObject entity || entity["type"]?.GetValue<string>() is not { } type || entity["offset"] is not { } offset || entity["length"] is not { } length)
        {
            throw RefusedCall.Bad("can't parse MessageEntity: expected an Object");
        }

        return new TextEntity(type, offset.GetValue<int>(), length.GetValue<int>())
        {
            Url = entity["url"]?.GetValue<string>(),
            Language = entity["language"]?.GetValue<string>(),
            CustomEmojiId = entity["custom_emoji_id"]?.GetValue<string>(),
            UnixTime = entity["unix_time"]?.GetValue<int>(),
            DateTimeFormat = entity["date_time_format"]?.GetValue<string>(),
        };
    }

    [GeneratedRegex(
        @"(?<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/]))"
        + @"|(?<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
        + @"|(?<url>(?:https?://)[^\s<>""]*[^\s<>"".,;:!?)\]'])"
        + @"|(?<url>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|de|example|test)(?:/[^\s<>""]*[^\s<>"".,;:!?)\]'])?(?![\w-]))"
        + @"|(?<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
        + @"|(?<hashtag>(?<![\w#&])#\w*[^\W\d_]\w*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Findable();
}
