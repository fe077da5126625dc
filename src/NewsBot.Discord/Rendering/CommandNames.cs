using System.Text.RegularExpressions;

namespace NewsBot.Discord.Rendering;

/// <summary>The names of commands on Discord: queries stand at the top, what changes a server stands below "/feed". The texts of the core name them as they are typed; here they become the form that people find.</summary>
internal sealed partial class CommandNames(IReadOnlyDictionary<string, string> names)
{
    /// <param name="escaped">Markdown.</param>
    public string InMarkdown(string escaped) =>
        Command().Replace(escaped, match => names.TryGetValue(match.Groups["name"].Value, out var here) ? "/" + here : match.Value)
            .Replace("/feed limit off", "/feed limit count:0", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\p{N}/:.])/(?<name>[a-z]{2,20})\b(?!/)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Command();
}
