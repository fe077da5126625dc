using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Reads what a person did. Ids of buttons can be made up, so nothing is believed of them but their form. Pure.</summary>
internal static partial class InteractionReader
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal) { ["s"] = "save", ["o"] = "story", ["u"] = "summary", ["w"] = "wrong" };

    public static Asked Read(Interaction interaction) => (interaction.Type, interaction.Data) switch
    {
        (InteractionType.Command, { Type: 3 } data) => new Asked.LinkOf(LinkIn(data)),
        (InteractionType.Command or InteractionType.Autocomplete, { Name: { } name } data) => ReadCommand(interaction.Type, name, data),
        (InteractionType.Component, { } data) => ReadId(data.Values is [var picked, ..] ? picked : data.CustomId ?? ""),
        (InteractionType.Modal, { CustomId: { } id } data) when id.Split(':') is ["f", var dialog] => new Asked.Filled(dialog, FilledIn(data.Components) ?? ""),
        _ => new Asked.Unknown(),
    };

    private static Asked ReadCommand(InteractionType type, string name, InteractionData data)
    {
        var below = data.Options is [{ Type: CommandOptionType.SubCommand } sub] ? sub : null;
        if (CommandForms.Find(below is null ? null : name, below?.Name ?? name) is not { } form)
        {
            return new Asked.Unknown();
        }

        var options = below?.Options ?? data.Options;
        if (type == InteractionType.Autocomplete)
        {
            return options.FirstOrDefault(option => option.Focused) is { } focused && form.Options.FirstOrDefault(option => option.Name == focused.Name) is { } typed
                ? new Asked.Typing(form, typed, ValueOf(focused)?.ToString() ?? "")
                : new Asked.Unknown();
        }

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (ValueOf(option) is { } value)
            {
                values[option.Name] = value;
            }
        }

        var target = options.FirstOrDefault(option => option.Type == CommandOptionType.Channel) is { } channel && IdOf(channel) is { } id ? data.Resolved?.Channels.GetValueOrDefault(id) : null;
        var file = options.FirstOrDefault(option => option.Type == CommandOptionType.Attachment) is { } upload && IdOf(upload) is { } number ? data.Resolved?.Attachments.GetValueOrDefault(number) : null;
        return new Asked.Line(form, CommandLineComposer.Compose(form, values), target, file);
    }

    private static Asked ReadId(string id)
    {
        if (id == ButtonId.Share)
        {
            return new Asked.Share();
        }

        var parts = id.Split(':');
        if (parts is ["f", { Length: > 0 } field])
        {
            return new Asked.Fill(field);
        }

        if (parts is not [var kind, { Length: > 0 } first, var second])
        {
            return new Asked.Unknown();
        }

        var number = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
        var article = long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? new ArticleId(named) : (ArticleId?)null;
        return (kind, number, article) switch
        {
            ("c", { } index, _) => new Asked.Choice(first, index),
            ("m", { } page, _) => new Asked.ListPage(first, page),
            ("r", { } page, { } read) => new Asked.ReadPage(read, page, TurnsPage: false),
            ("p", { } page, { } turned) => new Asked.ReadPage(turned, page, TurnsPage: true),
            ("s", _, { } shown) => new Asked.ShareArticle(shown),
            ("a", _, { } about) when Verbs.TryGetValue(second, out var command) => new Asked.OfArticle(about, command),
            _ => new Asked.Unknown(),
        };
    }

    private static object? ValueOf(OptionValue option) => option.Value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? whole : null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    private static Snowflake? IdOf(OptionValue option) => option.Value is { ValueKind: JsonValueKind.String } id ? Snowflake.TryParse(id.GetString()) : null;

    private static string? LinkIn(InteractionData data) =>
        data.TargetId is { } id && data.Resolved?.Messages.GetValueOrDefault(id) is { } message
            ? Link().Match(message.Content) is { Success: true } match ? match.Value : message.Embeds.Select(embed => embed.Url).OfType<string>().FirstOrDefault()
            : null;

    private static string? FilledIn(IReadOnlyList<Component> components) =>
        components.Select(component => component.Value ?? component.Labelled?.Value ?? FilledIn(component.Components ?? [])).OfType<string>().FirstOrDefault();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Link();
}
