using NewsBot.Discord.Rest.Models;

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
    public const int MenuPlaceholder = 150;
    public const int ButtonLabel = 80;
    public const int OptionText = 100;
    public const int CustomId = 100;
    public const int ButtonUrl = 512;
    public const int Url = 2048;
    public const int Files = 10;

    /// <summary>What a message breaks, in words; empty when Discord takes it.</summary>
    public static IReadOnlyList<string> Problems(MessageBody message)
    {
        var problems = new List<string>();
        var (embeds, rows) = (message.Embeds ?? [], message.Components ?? []);
        Check(problems, (message.Content?.Length ?? 0) <= Content, "the content is too long");
        Check(problems, message.Content is { Length: > 0 } || embeds.Count > 0 || message.Files.Count > 0, "the message is empty");
        Check(problems, embeds.Count <= Embeds && message.Files.Count <= Files, "too many embeds or files");
        Check(problems, embeds.Sum(LengthOf) <= EmbedSum, "the embeds are too long in all");
        foreach (var embed in embeds)
        {
            Check(problems, Fits(embed.Title, EmbedTitle), "an embed's title is empty or too long");
            Check(problems, Fits(embed.Description, EmbedDescription), "an embed's description is empty or too long");
            Check(problems, Fits(embed.Footer?.Text, EmbedFooter), "an embed's footer is empty or too long");
            Check(problems, embed.Title is not null || embed.Description is not null || embed.Image is not null, "an embed is empty");
        }

        Check(problems, rows.Count <= Rows && rows.All(row => row.Type == ComponentType.ActionRow), "too many rows, or what is no row");
        foreach (var row in rows)
        {
            CheckRow(problems, row.Components ?? []);
        }

        var ids = rows.SelectMany(row => row.Components ?? []).Select(part => part.CustomId).OfType<string>().ToList();
        Check(problems, ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "two components have one id");
        return problems;
    }

    /// <summary>What an embed adds to <see cref="EmbedSum"/>.</summary>
    public static int LengthOf(Embed embed) => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0);

    private static void CheckRow(List<string> problems, IReadOnlyList<Component> parts)
    {
        Check(problems, parts.Count is > 0 and <= RowButtons && (parts.Count == 1 || parts.All(part => part.Type == ComponentType.Button)), "a row holds no or too many components");
        foreach (var part in parts)
        {
            Check(problems, part.CustomId is null != part.Url is null && Fits(part.CustomId, CustomId) && Fits(part.Url, ButtonUrl), "a component needs an id or an address that is not too long");
            Check(problems, part.Type != ComponentType.Button || part.Label is { Length: > 0 and <= ButtonLabel }, "a button's label is empty or too long");
            Check(problems, part.Type != ComponentType.StringSelect || part.Options is { Count: > 0 and <= Options }, "a menu has no or too many options");
            Check(problems, Fits(part.Placeholder, MenuPlaceholder), "a menu's placeholder is empty or too long");
            var options = part.Options ?? [];
            Check(problems, options.All(option => Fits(option.Label, OptionText) && Fits(option.Value, OptionText) && Fits(option.Description, OptionText)), "an option's text is empty or too long");
            Check(problems, options.DistinctBy(option => option.Value).Count() == options.Count, "two options have one value");
        }
    }

    private static bool Fits(string? text, int limit) => text is null || (text.Length > 0 && text.Length <= limit);

    private static void Check(List<string> problems, bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }
}
