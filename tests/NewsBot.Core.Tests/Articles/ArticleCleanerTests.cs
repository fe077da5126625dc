using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public sealed class ArticleCleanerTests
{
    private static readonly string[] Body =
    [
        "A flood swept through the old town of Orlin on Monday and damaged three bridges over the Sarn river.",
        "About 400 residents had to leave their homes along the Sarn, the council of Orlin said.",
        "“Nobody slept,” the mayor said.",
        "The government promised the council two million pounds to repair the bridges over the Sarn.",
        "Residents of the old town are sleeping in a school, where the council hands out food.",
    ];

    [Theory]
    [InlineData("We use cookies to remember your choices and to show you ads that match your interests.")]
    [InlineData("Subscribe to our newsletter and get the best stories of the day in your inbox.")]
    [InlineData("Share this with your friends on Facebook.")]
    [InlineData("© 2023 The Harbour Times. All rights reserved.")]
    [InlineData("This article was amended on 4 May to correct the name of a street.")]
    [InlineData("Boats in a flooded street of Orlin on Monday. Photograph: A. Moor/Harbour Pictures")]
    [InlineData("Boats in a flooded street of Orlin (Photo: A. Moor)")]
    [InlineData("By Ada Moor")]
    [InlineData("Ten things to know about bridges")]
    [InlineData("What Is Next for the Bridges of Orlin?")]
    [InlineData("Nutzen Sie unsere App und erhalten Sie Eilmeldungen sofort auf Ihr Telefon.")]
    [InlineData("Suscríbete a nuestro boletín para recibir las noticias en tu correo.")]
    [InlineData("Abonnez-vous pour lire la suite de cet article réservé à nos abonnés.")]
    [InlineData("Bizi takip edin ve haberleri arkadaşlarınızla paylaşın.")]
    [InlineData("Подпишитесь на нашу рассылку, чтобы не пропустить главные новости.")]
    [InlineData("版权所有，未经授权不得转载本文。")]
    [InlineData("この記事の無断転載を禁じます。")]
    public void Furniture_between_paragraphs_goes_and_the_body_stays(string furniture)
    {
        var article = ArticleCleaner.Clean([furniture, .. Body[..2], furniture + " ", .. Body[2..]], new CleanHints { Language = "en" });
        var once = ArticleCleaner.Clean([.. Body[..2], furniture, .. Body[2..]], new CleanHints { Language = "en" });

        Assert.Equal(Body, article.Paragraphs);
        Assert.Equal(Body, once.Paragraphs);
    }

    [Fact]
    public void Clean_text_loses_no_sentence() => Assert.Equal(Body, ArticleCleaner.Clean(Body, new CleanHints { Language = "en" }).Paragraphs);

    [Fact]
    public void An_article_about_cookies_and_newsletters_is_no_furniture()
    {
        string[] body =
        [
            "The data office of Orlin fined the publisher of the Sarn Courier for the cookies on its website.",
            "The cookies followed readers of the Courier across the web without consent, the data office said.",
            "The publisher of the Courier must delete the cookies and tell readers in a newsletter.",
            "A spokesman of the publisher said the Courier would appeal against the fine.",
        ];

        Assert.Equal(body, ArticleCleaner.Clean(body, new CleanHints { Title = "Publisher fined for cookies", Language = "en" }).Paragraphs);
    }

    [Fact]
    public void A_text_printed_twice_is_kept_once()
    {
        string[] body = [.. Body.Where(line => line.Length > 60)];

        Assert.Equal(body, ArticleCleaner.Clean([.. body, .. body], new CleanHints { Language = "en" }).Paragraphs);
    }

    [Fact]
    public void The_agency_behind_the_last_sentence_does_not_cost_the_paragraph()
    {
        const string last = "Die Talbrücke bei Orlin bleibt nach Angaben der Stadt bis zum Herbst gesperrt, weil zwei Pfeiler der Brücke über die Sarn beschädigt sind. (dpa)";

        Assert.Contains(last, ArticleCleaner.Clean(["Die Stadt Orlin hat die Brücke über die Sarn am Montag nach dem Hochwasser gesperrt.", last], new CleanHints { Language = "de" }).Paragraphs);
    }

    [Fact]
    public void What_three_articles_of_a_feed_print_is_learned()
    {
        const string recurring = "Orlin erwacht jeden Morgen mit dem Blick auf das Tal und seine Wiesen.";
        var memory = BoilerplateMemory.Empty.With([["Eins.", recurring], ["Zwei.", recurring], ["Drei.", recurring]]);

        var article = ArticleCleaner.Clean([.. Body, recurring], new CleanHints { LearnedBoilerplate = memory.Learned() });

        Assert.Equal(Body, article.Paragraphs);
        Assert.DoesNotContain(ArticleCleaner.Normalize("Eins."), memory.Learned());
    }

    [Fact]
    public void What_two_articles_print_is_not_learned_yet() =>
        Assert.Empty(BoilerplateMemory.Empty.With([["Same line.", "Same line."], ["Same line."]]).Learned());

    [Fact]
    public void Author_source_and_date_become_fields()
    {
        var article = ArticleCleaner.Clean(["Von Lena Moor", "3. Mai 2023, 14:05 Uhr", .. Body, "Quelle: Talbote"], new CleanHints { Language = "de" });

        Assert.Equal("Lena Moor", article.Author);
        Assert.Equal("Talbote", article.Source);
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 14, 5, 0, TimeSpan.Zero), article.Published);
    }
}
