using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Parsing;

/// <summary>Finds named references of HTML.</summary>
internal static partial class Entities
{
    [GeneratedRegex("&[A-Za-z][A-Za-z0-9]{1,30};", RegexOptions.CultureInvariant, 1_000)]
    public static partial Regex Named();
}
