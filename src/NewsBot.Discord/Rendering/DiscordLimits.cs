namespace NewsBot.Discord.Rendering;

/// <summary>
/// What Discord takes, counted in UTF-16 units, which are never fewer than its own count (https://discord.com/developers/docs/resources/message#embed-object-embed-limits, .../components/reference). Its schema lacks the sum over embeds and takes too long content.
/// </summary>
internal static class DiscordLimits
{
    public const int Content = 2000;
    public const int Embeds = 10;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFooter = 2048;

    /// <summary>All texts of all embeds of a message.</summary>
    public const int EmbedSum = 6000;
    public const int Rows = 5;
    public const int RowButtons = 5;
    public const int Options = 25;
    public const int ButtonLabel = 80;
    public const int OptionText = 100;
    public const int CustomId = 100;
    public const int ButtonUrl = 512;
    public const int Url = 2048;
    public const int Files = 10;

    /// <summary>What a message breaks, in words; empty when Discord takes it.</summary>
    public static IReadOnlyList<string> Problems(DiscordMessage message)
    {
        var problems = new List<string>();
        Check(problems, message.Content.Length <= Content, "the content is too long");
        Check(problems, message.Content.Length > 0 || message.Embeds.Count > 0 || message.Files.Count > 0, "the message is empty");
        Check(problems, message.Embeds.Count <= Embeds && message.Files.Count <= Files, "too many embeds or files");
        Check(problems, message.Embeds.Sum(embed => embed.Length) <= EmbedSum, "the embeds are too long in all");
        foreach (var embed in message.Embeds)
        {
            Check(problems, (embed.Title?.Length ?? 1) is > 0 and <= EmbedTitle, "an embed's title is empty or too long");
            Check(problems, (embed.Description?.Length ?? 1) is > 0 and <= EmbedDescription, "an embed's description is empty or too long");
            Check(problems, (embed.Footer?.Length ?? 1) is > 0 and <= EmbedFooter, "an embed's footer is empty or too long");
            Check(problems, embed.Title is not null || embed.Description is not null || embed.Image is not null, "an embed is empty");
        }

        Check(problems, message.Rows.Count <= Rows, "too many rows");
        foreach (var row in message.Rows)
        {
            CheckRow(problems, row);
        }

        var ids = message.Rows.SelectMany(row => row.Buttons.Select(button => button.Id).Append(row.Select?.Id)).OfType<string>().ToList();
        Check(problems, ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "two components have one id");
        return problems;
    }

    private static void CheckRow(List<string> problems, ComponentRow row)
    {
        Check(problems, row.Select is null ? row.Buttons.Count is > 0 and <= RowButtons : row.Buttons.Count == 0, "a row holds no or too many components");
        foreach (var button in row.Buttons)
        {
            Check(problems, button.Label.Length is > 0 and <= ButtonLabel, "a button's label is empty or too long");
            Check(problems, button.Id is null != button.Url is null, "a button needs an id or an address");
            Check(problems, (button.Id?.Length ?? 1) is > 0 and <= CustomId && (button.Url?.Length ?? 1) is > 0 and <= ButtonUrl, "a button's id or address is too long");
        }

        if (row.Select is { } select)
        {
            Check(problems, select.Options.Count is > 0 and <= Options && select.Id.Length is > 0 and <= CustomId, "a menu has no or too many options, or too long an id");
            Check(problems, select.Placeholder.Length <= OptionText + 50, "a menu's placeholder is too long");
            Check(problems, select.Options.All(option => option.Label.Length is > 0 and <= OptionText && option.Value.Length is > 0 and <= OptionText && (option.Description?.Length ?? 1) is > 0 and <= OptionText), "an option's text is empty or too long");
            Check(problems, select.Options.DistinctBy(option => option.Value).Count() == select.Options.Count, "two options have one value");
        }
    }

    private static void Check(List<string> problems, bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }
}
