using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsBot.Configuration;

/// <summary>Writes the settings file that ships: every setting commented out with its default. A test keeps the file equal to this.</summary>
internal static class SettingsFile
{
    public static string Write(IReadOnlyList<Setting> settings)
    {
        var text = new StringBuilder("// Every setting with its default. Remove the two slashes before a line to change it.\n");
        text.Append("// As an environment variable: NEWSBOT_ and the path with two underscores, such as NEWSBOT_FEEDS__PARALLEL=4.\n{\n");
        foreach (var section in settings.GroupBy(setting => setting.Section, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{section.Key}\": {{\n");
            foreach (var setting in section)
            {
                text.Append(CultureInfo.InvariantCulture, $"    // {setting.Description}\n    // \"{setting.Name}\": {Json(setting)},\n\n");
            }

            text.Length--;
            text.Append("  },\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The same as rows of a table for people.</summary>
    public static string Table(IReadOnlyList<Setting> settings) =>
        "| setting | default | what it does |\n|---|---|---|\n" + string.Concat(settings.Select(setting => $"| `{setting.Path}` | `{Json(setting)}` | {setting.Description} |\n"));

    private static string Json(Setting setting) => setting.Default switch
    {
        IList<string> list => "[" + string.Join(", ", list.Select(Quote)) + "]",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        var other => Quote(string.Create(CultureInfo.InvariantCulture, $"{other}")),
    };

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
