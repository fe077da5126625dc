using NewsBot.Core.Stories;

namespace NewsBot.Core.Tests.Stories;

/// <summary>What holds for any stream, hostile ones included.</summary>
public sealed class StoryGrouperPropertyTests
{
    private static readonly string[] Pieces =
        ["", " ", "\ud800", "\udc00x", "ﷺ", "2-1", "2:", ":", " - ", " | ", "5.1", "...", "٣", "地震", "ตลาด", "Korvik", "KORVIK", "korvik's", "🌋", "’", "\0", "\u0301", "٫", "1,000,000", "9999999999999999999999", "a", "Ⅷ", "²"];

    [Fact]
    public void Any_stream_is_grouped_alike_twice_and_no_feed_meets_itself()
    {
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var stream = new StoryStream();
            var candidates = Enumerable.Range(0, 60).Select(_ => Any(random, stream)).ToList();
            var first = new StoryGrouper(mostMembers: 40);
            var second = new StoryGrouper(mostMembers: 40);
            var decisions = candidates.ConvertAll(first.Assign);

            Assert.Equal(decisions, candidates.ConvertAll(second.Assign));
            var byId = candidates.Zip(decisions).ToDictionary(pair => pair.First.Id, pair => pair.Second);
            Assert.All(decisions.Where(decision => decision.CopyOf is not null), decision => Assert.Equal(byId[decision.CopyOf!.Value].Story, decision.Story));
            Assert.All(candidates.Zip(decisions).Where(pair => pair.Second.Joins), pair => Assert.NotEqual(pair.First.Id.Value, pair.Second.Story.Value));
        }
    }

    [Fact]
    public void What_was_decided_does_not_depend_on_later_articles()
    {
        var random = new Random(12);
        var stream = new StoryStream();
        var candidates = Enumerable.Range(0, 200).Select(_ => Any(random, stream)).ToList();
        var whole = new StoryGrouper();
        var part = new StoryGrouper();
        var all = candidates.ConvertAll(whole.Assign);

        Assert.Equal(all.Take(90), candidates.Take(90).Select(part.Assign));
    }

    [Fact]
    public void A_title_without_end_is_read_only_at_its_beginning()
    {
        var stream = new StoryStream();
        var endless = string.Concat(Enumerable.Repeat("Korvik 2-1 - | : Selmar ", 45_000));
        var first = stream.Report("Ferry sinks off Berund in storm " + endless, endless);
        var second = stream.Report("Ferry sinks off Berund in storm " + endless, endless, source: "Tidewater Post");

        Assert.Equal(first.Story, second.Story);
    }

    [Fact]
    public void Titles_without_words_stay_alone()
    {
        var stream = new StoryStream();

        Assert.NotEqual(stream.Report("").Story, stream.Report("").Story);
        Assert.NotEqual(stream.Report("...").Story, stream.Report("...").Story);
        Assert.NotEqual(stream.Report("\ud800").Story, stream.Report("\ud800").Story);
    }

    private static StoryCandidate Any(Random random, StoryStream stream)
    {
        var title = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var text = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var url = random.Next(4) == 0 ? "http://" + Pieces[random.Next(Pieces.Length)] + "/" + Pieces[random.Next(Pieces.Length)] : null;
        return stream.Candidate(title, text, "S" + random.Next(4), random.Next(60), url, random.Next(2) == 0 ? "en" : "zh", random.Next(20));
    }
}
