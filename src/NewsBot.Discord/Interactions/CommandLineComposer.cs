using System.Globalization;

namespace NewsBot.Discord.Interactions;

/// <summary>Makes the line that a person would type elsewhere of what was filled in here. Pure.</summary>
internal static class CommandLineComposer
{
    /// <param name="values">Texts, numbers and truths by the names of the options; what was not filled in is missing.</param>
    public static string Compose(CommandForm form, IReadOnlyDictionary<string, object> values)
    {
        if (form.Core == "limit")
        {
            return Limit(values);
        }

        var words = form.Options.Select(option => values.TryGetValue(option.Name, out var value) ? Word(option, value) : null).OfType<string>();
        return string.Join(' ', words.Prepend("/" + form.Core));
    }

    /// <summary>The line names the subscription first, and no number lifts a limit.</summary>
    private static string Limit(IReadOnlyDictionary<string, object> values)
    {
        var of = values.TryGetValue("subscription", out var subscription) ? $" {subscription}" : "";
        return values.TryGetValue("count", out var count)
            ? count is 0L ? $"/limit{of} off" : string.Create(CultureInfo.InvariantCulture, $"/limit{of} {count} per {values.GetValueOrDefault("period", "day")}")
            : "/limit" + of;
    }

    private static string? Word(OptionForm option, object value) => (option.Kind, value) switch
    {
        (OptionKind.Channel or OptionKind.File, _) => null,
        (_, bool isTrue) => isTrue ? option.Pattern : null,
        _ when Convert.ToString(value, CultureInfo.InvariantCulture)?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } text => string.Format(CultureInfo.InvariantCulture, option.Pattern, text),
        _ => null,
    };
}
