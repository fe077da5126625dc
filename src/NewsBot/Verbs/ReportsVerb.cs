using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Reports;
using NewsBot.Core.Storage;

namespace NewsBot.Verbs;

/// <summary>Prints what people marked as wrong, oldest first.</summary>
internal static class ReportsVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line." };

    public static (Command Command, Func<VerbContext, CancellationToken, Task<int>> Act) Create() => (new Command("reports", "Print what people marked as wrong.") { Json }, RunAsync);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var reports = await context.Get<INewsStore>().ListReportsAsync(cancellationToken);
        var asJson = context.Arguments.GetValue(Json);
        foreach (var report in reports)
        {
            await context.Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(ReportLine.Of(report), ReportLineJson.Default.ReportLine) : Text(report));
        }

        if (reports.Count == 0 && !asJson)
        {
            await context.Console.Out.WriteLineAsync("Nothing was marked as wrong.");
        }

        return 0;
    }

    private static string Text(Report report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Time.UtcDateTime:yyyy-MM-dd HH:mm} {report.Kind.ToString().ToLowerInvariant()} · {report.Title} · {report.Source} · {report.Place.Value}\n  {report.Url ?? "no address"}\n  {report.Shown.ReplaceLineEndings(" ")}");
}

/// <summary>One report as reports prints it.</summary>
internal sealed record ReportLine(string Kind, DateTimeOffset Time, long Article, string Title, string? Url, string Source, string Place, string Person, string Shown)
{
    public static ReportLine Of(Report report) => new(
        report.Kind.ToString().ToLowerInvariant(), report.Time.ToUniversalTime(), report.Article.Value, report.Title, report.Url, report.Source, report.Place.Value, report.Person.Value, report.Shown);
}

/// <summary>The JSON of the reports verb.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportLineJson : JsonSerializerContext;
