using System.Globalization;

namespace NewsBot.Tests.EndToEnd;

[Collection(nameof(Processes))]
public sealed class ListTests : IDisposable
{
    private const int Articles = 7;
    private static readonly Dictionary<string, string> Plain = [];
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Later_pages_of_a_search_show_the_matching_sentences_too()
    {
        string[] towns = ["Ellery", "Marrow", "Brannoch", "Dorran", "Berund", "Sarnu", "Pell"];
        foreach (var (town, at) in towns.Select((town, at) => (town, at)))
        {
            var number = at.ToString(CultureInfo.InvariantCulture);
            _data.Write($"{number}.txt", $"Council of {town} meets\n\nThe council of {town} agreed on Monday to mend the roof of the old town hall before winter.\n\nSpeaker {number} asked about the lanternfish of {town} harbour, and nobody had an answer for her.\n");
        }

        await NewsBotProcess.RunAsync(_data.Path, Plain, "", ["import", .. Enumerable.Range(0, Articles).Select(at => at.ToString(CultureInfo.InvariantCulture) + ".txt")]);

        var (_, output, _) = await NewsBotProcess.RunAsync(_data.Path, Plain, "/search lanternfish\n/more\n");

        Assert.All(towns, town => Assert.Contains($"lanternfish of {town} harbour", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_samples_of_a_new_folder_make_stories()
    {
        _data.Write("samples.xml", """
            <rss version="2.0"><channel><title>Samples</title>
            <item><guid>1</guid><title>Ferry sinks off Berund in storm</title><link>https://globe.example/ferry</link><source url="https://globe.example/feed">Globe Now</source><description>A ferry sank in a storm off Berund on Monday evening with eighty people on board, and rescue boats found most of them.</description></item>
            <item><guid>2</guid><title>Storm: Berund ferry sinks, rescue under way</title><link>https://tidewater.example/storm</link><source url="https://tidewater.example/feed">Tidewater Post</source><description>Rescue boats searched the sea off Berund after a ferry with eighty people sank in the storm of Monday evening.</description></item>
            </channel></rss>
            """);

        var (_, output, _) = await NewsBotProcess.RunAsync(_data.Path, new Dictionary<string, string> { ["FEEDS__SAMPLES"] = Path.Combine(_data.Path, "samples.xml") }, "/headlines\n");

        Assert.Contains("2 sources", output, StringComparison.Ordinal);
    }
}
