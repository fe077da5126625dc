using System.Text.Json;

namespace NewsBot.Core.Tests.Stories;

/// <summary>Pairs of reports that are easily joined or parted wrongly, written for this project about made-up places.</summary>
internal static class HardCases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<HardCase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stories", "Data", "hard-cases.jsonl")).Select(line => JsonSerializer.Deserialize<HardCase>(line, Options)!),
    ];
}

/// <summary>One pair; <paramref name="Expect"/> is "apart" or "join", <paramref name="Hours"/> lie between the two.</summary>
internal sealed record HardCase(string Expect, string Why, string Lang, int Hours, HardReport First, HardReport Second);

/// <summary>One report of a pair.</summary>
internal sealed record HardReport(string Source, string Title, string Text);
