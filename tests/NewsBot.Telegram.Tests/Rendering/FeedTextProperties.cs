using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>Whatever feeds write: Telegram takes it, shows what was meant and keeps the links. The count is that of issue figures; TEST_NEWSBOT_TEXTS changes it.</summary>
public sealed class FeedTextProperties
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_TEXTS") ?? "100000", CultureInfo.InvariantCulture);
    private static readonly TelegramView View = new(new Texts(), Some.Morning, "Europe/Berlin", ChatKind.Private);

    [Fact]
    public void No_alert_is_refused_and_every_title_leads_to_its_article()
    {
        var texts = new NastyText(new Random(20261125));
        for (var id = 1; id <= Count; id++)
        {
            var article = texts.Article(id);
            var style = Style.Default with { Form = (MessageForm)(id % 3), Images = id % 2 == 0, Preview = id % 5 == 0 };
            var message = PostRenderer.Render(new Post.Alert(new DeliveryId(id), article, id % 4 == 0 ? texts.Title() : null) { Style = style, AlsoFrom = id % 7 == 0 ? [texts.Title(), texts.Title()] : [] }, View, TextSize.Message);

            var shown = Check(message.Text, message.Photo is null ? TextSize.Message : TextSize.Caption);
            CheckTitle(article, shown);
        }
    }

    [Fact]
    public void No_marked_text_is_refused_and_its_marks_stay()
    {
        var texts = new NastyText(new Random(7));
        for (var id = 1; id <= Count / 4; id++)
        {
            var marked = texts.Marked();
            var text = new TextBuilder().Add("x").AddForeign(marked).Add("y").Build();

            var shown = Check(text, TextSize.Message);
            Assert.Equal("x" + VisibleText.Disarm(VisibleText.Clean(marked.Text)) + "y", shown.Text);
        }
    }

    [Fact]
    public void Every_page_of_an_article_fits_and_leads_to_the_original()
    {
        var texts = new NastyText(new Random(11));
        for (var id = 1; id <= Count / 100; id++)
        {
            var article = texts.Article(id) with { Url = "https://morning.example/1", Paragraphs = [.. Enumerable.Range(0, 6).Select(_ => texts.Text(400))] };
            for (var page = 0; page < 3; page++)
            {
                var message = ArticlePages.Render(article, page, View, isRich: false, []);

                Check(message.Text, TextSize.Message);
                Assert.Contains(Shown.Links(message.Text), link => link.Url == "https://morning.example/1");
            }
        }
    }

    private static FormattedText Check(TelegramText text, TextSize size)
    {
        var shown = Shown.Of(text);
        Assert.Equal(text.Text, shown.Text);
        Assert.True(shown.Text.Length <= size.Units, $"{shown.Text.Length} characters");
        Assert.True(shown.Entities.Count <= 100);
        Assert.False(string.IsNullOrWhiteSpace(shown.Text));
        var links = text.Entities.Where(entity => entity.Kind == EntityKind.Link).ToList();
        Assert.Equal(links.Count, shown.Entities.Count(entity => entity.Type == "text_link"));
        return shown;
    }

    private static void CheckTitle(Article article, FormattedText shown)
    {
        var title = VisibleText.Clean(ArticleParts.OneLine(article.Title)).Trim();
        if (LinkRule.Accept(article.Url) is not { } url)
        {
            Assert.StartsWith(VisibleText.Disarm(title), shown.Text, StringComparison.Ordinal);
            return;
        }

        var link = Assert.Single(shown.Entities, entity => entity.Type == "text_link" && entity.Offset == 0);
        Assert.Equal(VisibleText.IsBlank(title) ? url : title, shown.Covered(link).Trim());
    }
}
