using System.Globalization;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>The entities of the tags that were closed so far.</summary>
internal sealed class HtmlEntities
{
    private readonly List<TextEntity> _entities = [];

    /// <summary>In Telegram's order: by place, the longer first, then by kind; the helping language of a lone code tag is gone.</summary>
    public IReadOnlyList<TextEntity> InOrder() =>
        [.. _entities
            .Select(entity => entity.Type == "code" ? entity with { Language = null } : entity)
            .OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length).ThenBy(Rank)];

    /// <summary>Null when all is well, else why the text is refused.</summary>
    public string? Close(HtmlTag tag, string covered)
    {
        var entity = new TextEntity("", tag.Offset, covered.Length);
        switch (tag.Name)
        {
            case "a":
                AddLink(entity, tag.Argument.Length == 0 ? covered : tag.Argument);
                return null;
            case "pre":
                AddPre(entity);
                return null;
            case "code":
                AddCode(entity, tag.Argument);
                return null;
            case "tg-time":
                return AddTime(entity, tag);
            case "tg-emoji":
                return AddEmoji(entity, tag.Argument);
            default:
                _entities.Add(entity with { Type = PlainType(tag) });
                return null;
        }
    }

    private static string PlainType(HtmlTag tag) => tag.Name switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "blockquote" => tag.Argument.Length > 0 ? "expandable_blockquote" : "blockquote",
        _ => "spoiler",
    };

    private void AddLink(TextEntity entity, string address)
    {
        if (TelegramLink.UserOf(address) is { } user)
        {
            _entities.Add(entity with { Type = "text_mention", UserId = user });
        }
        else if (TelegramLink.Check(address) is { } url)
        {
            _entities.Add(entity with { Type = "text_link", Url = url });
        }
    }

    private void AddPre(TextEntity entity)
    {
        if (_entities.Count > 0 && _entities[^1] is { Type: "code", Language.Length: > 0 } code && code.Offset == entity.Offset && code.Length == entity.Length)
        {
            _entities[^1] = code with { Type = "pre" };
            return;
        }

        _entities.Add(entity with { Type = "pre" });
    }

    private void AddCode(TextEntity entity, string language)
    {
        if (language.Length > 0 && _entities.Count > 0 && _entities[^1] is { Type: "pre", Language: null } pre && pre.Offset == entity.Offset && pre.Length == entity.Length)
        {
            _entities[^1] = pre with { Language = language };
            return;
        }

        _entities.Add(entity with { Type = "code", Language = language.Length > 0 ? language : null });
    }

    private string? AddTime(TextEntity entity, HtmlTag tag)
    {
        if (tag.Argument is not ("r" or "R") && tag.Argument.Any(letter => !"tTdDwW".Contains(letter)))
        {
            return "Invalid date format used";
        }

        if (tag.Date > 0)
        {
            _entities.Add(entity with { Type = "date_time", UnixTime = tag.Date, DateTimeFormat = tag.Argument });
        }

        return null;
    }

    private string? AddEmoji(TextEntity entity, string id)
    {
        if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return "Invalid custom emoji identifier specified";
        }

        _entities.Add(entity with { Type = "custom_emoji", CustomEmojiId = id });
        return null;
    }

    private static int Rank(TextEntity entity) => entity.Type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "pre" => 10,
        "code" => 20,
        "date_time" => 30,
        "text_link" or "text_mention" => 49,
        "bold" => 90,
        "italic" => 91,
        "underline" => 92,
        "strikethrough" => 93,
        "spoiler" => 94,
        "custom_emoji" => 99,
        _ => 50,
    };
}
