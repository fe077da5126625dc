using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>The lists of addresses beside this file.</summary>
internal static partial class HostileData
{
    public static IEnumerable<TheoryDataRow<string>> Rows(string name) => Lines(name).Select(line => new TheoryDataRow<string>(line));

    public static IReadOnlyList<string> Lines(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Http", "Data", name)).Where(line => line.Length > 0 && line[0] != '#').Select(Unescape)];

    private static string Unescape(string line) => Escape().Replace(line, match => match.Value[1] switch
    {
        't' => "\t",
        'r' => "\r",
        'n' => "\n",
        '0' => "\0",
        'u' => ((char)int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        _ => "\\",
    });

    [GeneratedRegex(@"\\(t|r|n|0|\\|u[0-9a-f]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
