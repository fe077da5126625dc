using NewsBot.Core.Summaries;

namespace NewsBot.Core.Tests.Summaries;

public sealed class ExtractiveSummarizerTests
{
    private static readonly string[] Flood =
    [
        "ORLIN (Reuters) - A flood swept through the old town of Orlin on Monday and damaged three bridges over the Sarn river.",
        "It was the worst flood of the Sarn since 1950. The council of Orlin said about 400 residents had left their homes.",
        "The flood damaged three bridges over the Sarn river in Orlin, according to a report of the council.",
        "The government promised the council two million pounds to repair the bridges.",
        "“We need help,” said the mayor. Forecasters expect the Sarn to fall by Wednesday.",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_length_is_kept_and_the_lead_comes_first(int count)
    {
        var summary = Summarize(Flood, count);

        Assert.InRange(summary.Count, 1, count);
        Assert.StartsWith("A flood swept through", summary[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_echo_of_a_chosen_sentence_is_not_chosen() =>
        Assert.DoesNotContain(Summarize(Flood, 3), sentence => sentence.StartsWith("The flood damaged", StringComparison.Ordinal));

    [Fact]
    public void A_word_budget_cuts_between_sentences()
    {
        var summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = "", Paragraphs = Flood, Language = "en", WordBudget = 30 });

        Assert.InRange(summary.Sum(sentence => sentence.Split(' ').Length), 1, 30);
        Assert.All(summary, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "It was the worst year.", true)]
    [InlineData("en", "However, the mayor refused.", true)]
    [InlineData("en", "Italy was the worst hit.", false)]
    [InlineData("de", "Außerdem fehlt Geld.", true)]
    [InlineData("de", "Esther Moor sprach.", false)]
    [InlineData("fr", "Elle a refusé.", true)]
    [InlineData("es", "Sin embargo, nadie pagó.", true)]
    [InlineData("ru", "Он отказался.", true)]
    [InlineData("ru", "Однажды пошёл дождь.", false)]
    [InlineData("tr", "Bu karar tartışıldı.", true)]
    [InlineData("vi", "Ông cho biết giá sẽ tăng.", true)]
    [InlineData("vi", "Ông Lê Mai cho biết giá sẽ tăng.", false)]
    [InlineData("ar", "وأضاف أن الجسر مغلق.", true)]
    [InlineData("hi", "उन्होंने मना किया।", true)]
    [InlineData("zh", "他拒绝了。", true)]
    [InlineData("ja", "しかし、橋は閉鎖された。", true)]
    public void Openings_that_lean_on_another_sentence_are_known(string language, string sentence, bool leans) =>
        Assert.Equal(leans, Openings.Dangle(sentence, language));

    [Theory]
    [InlineData("de", "Ein Hochwasser hat Orlin am Montag überschwemmt. Drei Brücken über die Sarn sind beschädigt. Außerdem fehlt Strom.")]
    [InlineData("fr", "Une crue a inondé Orlin lundi. Trois ponts sur la Sarne sont endommagés. Elle a duré deux jours.")]
    [InlineData("es", "Una riada inundó Orlín el lunes. Tres puentes sobre el Sarna están dañados. Además, falta luz.")]
    [InlineData("ru", "Паводок затопил Орлин в понедельник. Три моста через Сарну повреждены. Он длился два дня.")]
    [InlineData("ar", "اجتاح فيضان مدينة أورلين يوم الاثنين. تضررت ثلاثة جسور على نهر سارن. وأضاف الخبراء أن المطر مستمر.")]
    [InlineData("hi", "सोमवार को ओरलिन में बाढ़ आई। सार्न नदी के तीन पुल टूट गए। उन्होंने मदद माँगी।")]
    [InlineData("zh", "周一洪水淹没了奥林市。萨恩河上的三座桥梁受损。他们需要帮助。")]
    [InlineData("ja", "月曜日に洪水がオルリン市を襲った。サルン川の三つの橋が損傷した。しかし雨は続いている。")]
    public void Two_sentences_of_any_language_stand_verbatim_and_lean_on_nothing(string language, string text)
    {
        var summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = "", Paragraphs = [text], Language = language, Sentences = 2 });

        Assert.NotEmpty(summary);
        Assert.All(summary, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        Assert.DoesNotContain(summary, sentence => Openings.Dangle(sentence, language));
    }

    [Fact]
    public void A_sentence_that_strayed_in_is_not_chosen_for_its_place()
    {
        var summary = Summarize(["Warm socks in many colours were sold out again at several northern shops yesterday afternoon.", .. Flood, .. Flood.Select(line => line.Replace("three", "four", StringComparison.Ordinal))], 3);

        Assert.DoesNotContain(summary, sentence => sentence.Contains("socks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Flood hits Orlin", "Warm socks in many colours were sold out again at several shops.", "A flood swept through Orlin on Monday.", "Three bridges of Orlin are damaged by the flood.")]
    [InlineData("de", "Hochwasser trifft Orlin", "Warme Socken waren in mehreren Läden wieder ausverkauft.", "Ein Hochwasser hat Orlin am Montag getroffen.", "In Orlin hat das Hochwasser drei Brücken beschädigt.")]
    [InlineData("vi", "Lũ lụt tấn công Orlin", "Tất ấm nhiều màu đã bán hết tại nhiều cửa hàng vào hôm qua.", "Trận lũ lụt hôm thứ Hai đã nhấn chìm khu phố cổ Orlin.", "Lũ lụt làm hư hại ba cây cầu tại Orlin.")]
    [InlineData("ja", "オルリン市で洪水", "暖かい靴下が各地の店で売り切れた。", "月曜日、洪水がオルリン市を襲った。", "洪水でオルリン市の三つの橋が損傷した。")]
    public void In_a_short_text_a_sentence_that_shares_nothing_with_the_title_is_not_chosen(string language, string title, string strayed, string first, string second)
    {
        var summary = ExtractiveSummarizer.Summarize(new SummaryRequest { Title = title, Paragraphs = [strayed, first, second], Language = language });

        Assert.Contains(first, summary);
        Assert.DoesNotContain(strayed, summary);
    }

    private static IReadOnlyList<string> Summarize(string[] paragraphs, int count) =>
        ExtractiveSummarizer.Summarize(new SummaryRequest { Title = "Flood hits Orlin", Paragraphs = paragraphs, Language = "en", Sentences = count });
}
