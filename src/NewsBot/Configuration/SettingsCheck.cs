using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using NewsBot.Core.Text;

namespace NewsBot.Configuration;

/// <summary>Finds settings that nobody reads and values that cannot be read: the configuration binder passes over the first in silence. Pure.</summary>
internal static class SettingsCheck
{
    /// <summary>One sentence a problem: the setting, what is wrong with it, the fix. Empty when all is well.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration, IReadOnlyList<Setting> settings) =>
        [.. configuration.GetChildren().SelectMany(section => SectionProblems(section, settings))];

    private static IEnumerable<string> SectionProblems(IConfigurationSection section, IReadOnlyList<Setting> settings)
    {
        var known = settings.Where(setting => Same(setting.Section, section.Key)).ToList();
        if (known.Count == 0)
        {
            return [Unknown(section.Key, settings.Select(setting => setting.Section))];
        }

        return section.GetChildren().SelectMany(child => known.Find(setting => Same(setting.Name, child.Key)) is { } setting ? ValueProblems(child, setting)
            : known.Exists(setting => setting.IsSecret && Same(setting.Name + Setting.FileSuffix, child.Key)) ? []
            : [Unknown(child.Path, known.Select(other => other.Path))]);
    }

    private static IEnumerable<string> ValueProblems(IConfigurationSection value, Setting setting)
    {
        var nested = value.GetChildren().ToList();
        if (setting.IsList)
        {
            return value.Value is { Length: > 0 } ? [$"{setting.Path} is a list. Write [\"...\"], or {EnvironmentName(setting)}__0 for its first entry."] : [];
        }

        if (nested.Count > 0)
        {
            return [$"{setting.Path} holds settings of its own, but it is a single value such as {Show(setting.Default)}."];
        }

        var converter = TypeDescriptor.GetConverter(setting.Type);
        if (value.Value is not null && Convert(converter, value.Value) is { } converted)
        {
            return [.. RangeProblems(setting, value.Value, converted), .. FormProblems(setting, value.Value)];
        }

        return [$"{setting.Path} is \"{value.Value}\", which is no {Kind(setting.Type)}. Write a value such as {Show(setting.Default)}."];
    }

    private static IEnumerable<string> RangeProblems(Setting setting, string text, object value)
    {
        if (setting.Range is not { } range)
        {
            return [];
        }

        range.ParseLimitsInInvariantCulture = true;
        range.ConvertValueInInvariantCulture = true;
        return range.IsValid(value) ? [] : [$"{setting.Path} is \"{text}\", but must lie between {range.Minimum} and {range.Maximum}. The default is {Show(setting.Default)}."];
    }

    private static IEnumerable<string> FormProblems(Setting setting, string text) =>
        setting.Form is { } form && !form.IsValid(text) ? [$"{setting.Path} {(setting.IsSecret ? "cannot be right" : $"is \"{text}\"")}: {form.ErrorMessage}."] : [];

    /// <summary>Null when the text is no value of that type.</summary>
    private static object? Convert(TypeConverter converter, string text)
    {
        try
        {
            return converter.ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Unknown(string path, IEnumerable<string> names)
    {
        var nearest = names.Distinct(StringComparer.OrdinalIgnoreCase).MinBy(name => TextDistance.Between(name.ToLowerInvariant(), path.ToLowerInvariant()));
        return $"{path} is no setting. Did you mean {nearest}? config/newsbot.json lists all of them.";
    }

    private static string Kind(Type type) => type == typeof(TimeSpan) ? "duration" : type == typeof(bool) ? "true or false" : type == typeof(int) ? "whole number" : "valid value";

    private static string Show(object? value) => string.Create(CultureInfo.InvariantCulture, $"\"{value}\"");

    private static string EnvironmentName(Setting setting) => $"NEWSBOT_{setting.Section}__{setting.Name}".ToUpperInvariant();

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
