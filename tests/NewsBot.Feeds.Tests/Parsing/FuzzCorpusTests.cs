using NewsBot.Fuzzing;

namespace NewsBot.Feeds.Tests.Parsing;

/// <summary>The inputs that the long fuzz runs begin with, each whole and cut off at many places.</summary>
public sealed class FuzzCorpusTests
{
    public static TheoryData<string, string> Inputs()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpus");
        var inputs = new TheoryData<string, string>();
        foreach (var target in FuzzTargets.All.Keys)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, target)).Order(StringComparer.Ordinal))
            {
                inputs.Add(target, Path.GetFileName(file));
            }
        }

        return inputs;
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Every_reader_answers_every_input_whole_or_cut(string target, string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Corpus", target, file));
        for (var length = bytes.Length; length >= 0; length -= Math.Max(1, bytes.Length / 40))
        {
            FuzzTargets.All[target](bytes[..length]);
        }
    }
}
