namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class ReportsTests : IDisposable
{
    private const string Sentence = "The ferry between Port Ellery and Marrow Island runs again after two weeks of repairs to its engine.";
    private static readonly Dictionary<string, string> Plain = [];
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_summary_marked_as_wrong_is_shown_no_more_and_the_operator_sees_it()
    {
        _data.Write("ferry.txt", $"Ferry to Marrow Island resumes\n\n{Sentence}\n");
        await NewsBotProcess.RunAsync(_data.Path, Plain, "", "import", "ferry.txt");

        var before = await NewsBotProcess.RunAsync(_data.Path, Plain, "/latest\n/summary 1\n");
        var asked = await NewsBotProcess.RunAsync(_data.Path, Plain, "/latest\n/wrong 1\n");
        await NewsBotProcess.RunAsync(_data.Path, Plain, "/latest\n/wrong 1 summary\n");
        var after = await NewsBotProcess.RunAsync(_data.Path, Plain, "/latest\n/summary 1\n");
        var reports = await NewsBotProcess.RunAsync(_data.Path, Plain, "", "reports", "--json");

        Assert.Contains("The ferry between Port Ellery", before.Output, StringComparison.Ordinal);
        Assert.Contains("It is another story", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The ferry between Port Ellery", after.Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"summary\"", Assert.Single(reports.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("The ferry between Port Ellery", reports.Output, StringComparison.Ordinal);
    }
}
