using System.Text.RegularExpressions;

namespace NewsBot.Telegram.Updates;

/// <summary>The chat that a command is meant for, named first or last: "@channel what" or "what to @channel", by name or number. Pure.</summary>
/// <param name="Chat">"@name" or the number.</param>
/// <param name="Rest">The arguments without it.</param>
internal sealed partial record TargetArgument(string Chat, string Rest)
{
    /// <summary>Null when the arguments name none.</summary>
    public static TargetArgument? Take(string arguments)
    {
        if (First().Match(arguments) is { Success: true } first)
        {
            return new TargetArgument(first.Groups["chat"].Value, first.Groups["rest"].Value.Trim());
        }

        return Last().Match(arguments) is { Success: true } last ? new TargetArgument(last.Groups["chat"].Value, last.Groups["rest"].Value.Trim()) : null;
    }

    // A user name has 4 to 32 characters; "@user@server" is a profile elsewhere. Supergroups and channels have numbers below -1000000000000.
    [GeneratedRegex(@"^(?<chat>@[a-z][a-z0-9_]{3,31}|-\d{5,20})(?:\s+(?<rest>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 5_000)]
    private static partial Regex First();

    [GeneratedRegex(@"^(?<rest>.*?)\s+to\s+(?<chat>@[a-z][a-z0-9_]{3,31}|-\d{5,20})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 5_000)]
    private static partial Regex Last();
}
