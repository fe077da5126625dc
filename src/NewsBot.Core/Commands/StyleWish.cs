using NewsBot.Core.Delivery;

namespace NewsBot.Core.Commands;

/// <summary>Reads what /style was told: words that change single parts of a style. Pure.</summary>
public static class StyleWish
{
    /// <summary>The style with the changes; null when a word is none of the known ones, named in <paramref name="unknown"/>.</summary>
    public static Style? TryParse(Style style, string text, out string unknown)
    {
        var words = Split(text);
        unknown = "";
        for (var at = 0; at < words.Count; at++)
        {
            var next = at + 1 < words.Count ? words[at + 1] : null;
            if (Apply(style, words[at].ToLowerInvariant(), next, out var taken) is not { } changed)
            {
                unknown = words[at];
                return null;
            }

            style = changed;
            at += taken;
        }

        return style;
    }

    /// <summary>The settings as they are typed.</summary>
    public static string Show(Style style) => string.Join(' ', new[]
    {
        style.Form?.ToString().ToLowerInvariant(),
        Switch("images", style.Images),
        Switch("preview", style.Preview),
        Switch("silent", style.Silent),
        Switch("buttons", style.Buttons),
        Switch("rich", style.Rich),
        Switch("publish", style.Publish),
        Switch("public", style.Public),
        style.Title is { } title ? $"title \"{title}\"" : null,
        style.Tags is { } tags ? $"tags {(tags.Split(' ').All(tag => tag.StartsWith('#')) ? tags : OneWord(tags))}" : null,
        style.Footer is { } footer ? $"footer \"{footer}\"" : null,
        style.Merge is { } merge ? $"merge {merge.ToString().ToLowerInvariant()}" : null,
        style.Edits is { } edits ? $"edits {edits.ToString().ToLowerInvariant()}" : null,
        style.PingRole is { } role ? $"ping {OneWord(role)}" : null,
        Switch("pin", style.Pin),
    }.OfType<string>());

    private static string OneWord(string text) => text.Length == 0 || text.Any(char.IsWhiteSpace) ? $"\"{text}\"" : text;

    private static Style? Apply(Style style, string word, string? next, out int taken)
    {
        taken = 0;
        switch (word)
        {
            case "compact":
                return style with { Form = MessageForm.Compact };
            case "summary":
                return style with { Form = MessageForm.Summary };
            case "full":
                return style with { Form = MessageForm.Full };
            case "default":
                return Style.None;
            case "tags" when next is not null:
                taken = 1;
                return style with { Tags = next == "off" ? null : next };
        }

        if (next is null)
        {
            return Flag(style, word, value: true);
        }

        taken = 1;
        return word switch
        {
            "title" => style with { Title = next == "off" ? null : next },
            "footer" => style with { Footer = next == "off" ? null : next },
            "ping" => style with { PingRole = next == "off" ? null : next.TrimStart('@') },
            "merge" when Enum.TryParse<MergeRule>(next, ignoreCase: true, out var merge) && Enum.IsDefined(merge) => style with { Merge = merge },
            "edits" when Enum.TryParse<EditRule>(next, ignoreCase: true, out var edits) && Enum.IsDefined(edits) => style with { Edits = edits },
            _ => FlagOf(style, word, next, ref taken),
        };
    }

    private static Style? FlagOf(Style style, string word, string next, ref int taken)
    {
        var isOff = next.Equals("off", StringComparison.OrdinalIgnoreCase);
        taken = isOff || next.Equals("on", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return Flag(style, word, !isOff);
    }

    private static Style? Flag(Style style, string word, bool value) => word switch
    {
        "images" => style with { Images = value },
        "preview" => style with { Preview = value },
        "silent" => style with { Silent = value },
        "buttons" => style with { Buttons = value },
        "rich" => style with { Rich = value },
        "publish" => style with { Publish = value },
        "public" => style with { Public = value },
        "pin" => style with { Pin = value },
        _ => null,
    };

    private static string? Switch(string name, bool? value) => value is { } on ? $"{name} {(on ? "on" : "off")}" : null;

    /// <summary>Words; quotes keep several together; "#a #b" after "tags" is one word.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var plain = text.Replace('“', '"').Replace('”', '"').Replace('„', '"');
        for (var at = 0; at < plain.Length;)
        {
            if (char.IsWhiteSpace(plain[at]))
            {
                at++;
                continue;
            }

            var isQuoted = plain[at] == '"';
            var end = isQuoted ? plain.IndexOf('"', at + 1) : plain.IndexOfAny([' ', '\t', '\n'], at);
            end = end < 0 ? plain.Length : end;
            var word = isQuoted ? plain[(at + 1)..end] : plain[at..end];
            if (word.StartsWith('#') && words.Count > 0 && words[^1].StartsWith('#'))
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }

            at = end + 1;
        }

        return words;
    }
}
