using System.Globalization;
using NewsBot.Telegram.Rendering;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>Where a text that is too long is parted.</summary>
public sealed class TextSplitterTests
{
    [Fact]
    public void A_text_that_fits_is_one_part()
    {
        Assert.Equal(["Bridge opens."], Split("Bridge opens.", 20));
    }

    [Theory]
    [InlineData("First paragraph is here.\n\nSecond one. More words", "First paragraph is here.", "Second one. More words")]
    [InlineData("A first line is here now\nA second line. More words", "A first line is here now", "A second line. More words")]
    [InlineData("The bridge is open. Buses cross it from today on", "The bridge is open.", "Buses cross it from today on")]
    [InlineData("Buses cross the bridge, trams and trains do not yet", "Buses cross the bridge,", "trams and trains do not yet")]
    [InlineData("Buses cross the new bridge from Thursday on at last", "Buses cross the new bridge from", "Thursday on at last")]
    [InlineData("大桥于周一开通。老城区的交通量预计将减少一半，公交车从周四起通行。", "大桥于周一开通。老城区的交通量预计将减少一半，", "公交车从周四起通行。")]
    public void It_is_parted_at_the_best_place(string text, string first, string second) =>
        Assert.Equal([first, second], Split(text, first.Length < 20 ? 30 : first.Length < 24 ? 28 : 32));

    [Fact]
    public void Items_stay_whole()
    {
        var text = new TextBuilder();
        for (var number = 1; number <= 3; number++)
        {
            text.Gap().Item().Add(string.Create(CultureInfo.InvariantCulture, $"{number}. Title\n\nTold at length"));
        }

        Assert.Equal(["1. Title\n\nTold at length", "2. Title\n\nTold at length", "3. Title\n\nTold at length"], Split(text.Build(), 40));
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🇩🇪")]
    [InlineData("e\u0301\u0323")]
    [InlineData("षि")]
    [InlineData("👍🏽")]
    public void Graphemes_stay_whole(string grapheme)
    {
        var text = string.Concat(Enumerable.Repeat(grapheme, 40));

        foreach (var part in Split(text, 50))
        {
            Assert.Equal(0, part.Length % grapheme.Length);
            Assert.Equal(part.Length / grapheme.Length, new StringInfo(part).LengthInTextElements);
        }
    }

    [Fact]
    public void A_grapheme_longer_than_a_message_is_parted_between_characters()
    {
        var parts = Split("a" + new string('\u0301', 200), 50);

        Assert.Equal(201, parts.Sum(part => part.Length));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 50));
    }

    [Fact]
    public void Addresses_stay_whole()
    {
        const string Address = "https://morning.example/articles/a-long-way";

        Assert.Contains(Split($"Read more of all this there: {Address} and elsewhere", 50), part => part.Contains(Address, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_that_leads_somewhere_stays_whole()
    {
        var text = new TextBuilder().Add("Some words before. ").AddLink("Bridge over the Aldra opens", "https://morning.example/1").Build();

        var parts = TextSplitter.Split(text, new TextSize(30), new TextSize(30));

        Assert.Equal(["Some words before.", "Bridge over the Aldra opens"], parts.Select(part => part.Text));
        Assert.Equal([("Bridge over the Aldra opens", "https://morning.example/1")], Shown.Links(parts[1]));
    }

    [Fact]
    public void Marks_are_closed_and_opened_again()
    {
        var text = new TextBuilder().Mark(EntityKind.ExpandableQuote, quote => quote.AddBold("The bridge is open. Buses cross it from today on")).Build();

        Assert.Equal(
            ["[expandable_blockquote [bold The bridge is open.]]", "[expandable_blockquote [bold Buses cross it from today on]]"],
            TextSplitter.Split(text, new TextSize(32), new TextSize(32)).Select(Shown.Marked));
    }

    [Fact]
    public void Every_part_leads_to_the_original()
    {
        var tail = new TextBuilder().Mark(EntityKind.Link, link => link.Add("Original"), "https://morning.example/1").Build();
        var text = TelegramText.Plain(string.Join(' ', Enumerable.Repeat("word", 100)));

        var parts = TextSplitter.Split(text, new TextSize(100), new TextSize(100), tail);

        Assert.True(parts.Count > 4);
        Assert.All(parts, part => Assert.Equal([("Original", "https://morning.example/1")], Shown.Links(part)));
        Assert.All(parts, part => Assert.InRange(part.Text.Length, 1, 100));
    }

    [Fact]
    public void More_links_than_Telegram_keeps_come_in_several_parts()
    {
        var text = new TextBuilder();
        for (var number = 0; number < 200; number++)
        {
            text.Line().Item().AddLink(string.Create(CultureInfo.InvariantCulture, $"Title {number}"), "https://morning.example/1");
        }

        var parts = TextSplitter.Split(text.Build(), TextSize.Message, TextSize.Message);

        Assert.Equal(200, parts.Sum(part => Shown.Links(part).Count));
        Assert.All(parts, part => Assert.InRange(part.Entities.Count, 1, 90));
    }

    [Fact]
    public void Long_addresses_come_in_several_parts()
    {
        var text = new TextBuilder();
        for (var number = 0; number < 30; number++)
        {
            text.Line().Item().AddLink(string.Create(CultureInfo.InvariantCulture, $"Title {number}"), "https://morning.example/" + new string('x', 1000));
        }

        var parts = TextSplitter.Split(text.Build(), TextSize.Message, TextSize.Message);

        Assert.Equal(30, parts.Sum(part => Shown.Links(part).Count));
        Assert.All(parts, part => Assert.InRange(part.Entities.Sum(TextSize.BytesOf), 1, 9_500));
    }

    [Fact]
    public void No_word_is_lost_whatever_the_text()
    {
        var texts = new NastyText(new Random(3));
        for (var count = 0; count < 2_000; count++)
        {
            var text = TelegramText.Plain(texts.Text(60));
            var parts = TextSplitter.Split(text, new TextSize(40), new TextSize(60));

            Assert.Equal(WithoutSpace(text.Text), string.Concat(parts.Select(part => WithoutSpace(part.Text))));
            Assert.All(parts.Select((part, index) => (part.Text.Length, Most: index == 0 ? 40 : 60)), part => Assert.True(part.Length <= part.Most));
        }
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    private static IReadOnlyList<string> Split(string text, int units) => Split(TelegramText.Plain(text), units);

    private static IReadOnlyList<string> Split(TelegramText text, int units) => [.. TextSplitter.Split(text, new TextSize(units), new TextSize(units)).Select(part => part.Text)];
}
