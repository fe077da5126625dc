using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class RenderingTests
{
    private static readonly DiscordView View = new(new Texts(), new CommandNames(new Dictionary<string, string> { ["subscribe"] = "feed add" }));

    [Fact]
    public void Whatever_a_text_holds_the_message_keeps_the_limits()
    {
        var random = new Random(7);
        for (var run = 0; run < 1000; run++)
        {
            var article = Wild(random);
            var lines = Enumerable.Range(0, random.Next(1, 11)).Select(_ => new ListLine(Wild(random), random.Next(1, 4)) { Sentence = NewsBot.Core.Text.RichText.Plain(Words(random, 80)) }).ToList();
            var list = new ListView("0123456789abcdef", new("p"), new("discord:1"), Words(random, 20), [.. lines.Select(line => line.Article.Id)], lines.Count, article.Published);
            IReadOnlyList<MessageBody> messages =
            [
                PostRenderer.Render(new Post.Alert(new(1), article, Words(random, 10)) { Style = Style.Default with { Form = (MessageForm)random.Next(3), Images = true, Title = Words(random, 20), Footer = Words(random, 30) } }, View),
                PostRenderer.Render(new Post.Digest(new(1), lines, 60, list), View),
                PostRenderer.Render(new Post.RollUp(new(1), [.. lines.Select(line => line.Article)], 60, list), View),
                PostRenderer.Render(new Post.Notice(Words(random, 900)), View),
                .. ReplyRenderer.Render(Of(new Reply.ArticleList(list, lines, 1) { Note = Words(random, 9) }), View),
                .. ReplyRenderer.Render(Of(new Reply.SummaryView(article, [Words(random, 60)])), View),
                .. ReplyRenderer.Render(Of(new Reply.StoryView(article.Title, [.. lines.Select(line => line.Article)], 3)), View),
                .. ReplyRenderer.Render(Of(new Reply.Message(Words(random, 900)) { Choices = [.. Enumerable.Range(0, random.Next(1, 30)).Select(number => new Choice(Words(random, 30), "/read 1"))] }), View),
                ReplyRenderer.ArticlePage(article, random.Next(4), View),
            ];
            Assert.All(messages, message => Assert.Empty(DiscordLimits.Problems(message)));
        }
    }

    [Fact]
    public void An_article_that_is_read_page_by_page_is_complete()
    {
        var article = Some.Article() with { Paragraphs = [.. Enumerable.Range(0, 60).Select(number => $"Paragraph {number} tells of the harbour. " + string.Join(' ', Enumerable.Repeat("The ferry waits.", 40)))] };

        var shown = string.Concat(Enumerable.Range(0, 40).Select(page => ReplyRenderer.ArticlePage(article, page, View).Embeds![0].Description));

        Assert.All(Enumerable.Range(0, 60), number => Assert.Contains($"Paragraph {number} tells", shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_in_the_bots_words_are_named_as_they_are_given_here() =>
        Assert.Equal("Use /feed add to follow; see https:\u2060//a.example/subscribe.", View.Words("Use /subscribe to follow; see https://a.example/subscribe."));

    [Fact]
    public void Only_a_first_alert_pings_its_role()
    {
        var alert = new Post.Alert(new(1), Some.Article(), null) { Style = Style.Default with { PingRole = "42" } };

        Assert.Equal("<@&42>", PostRenderer.Render(alert, View).Content);
        Assert.Equal("", PostRenderer.Render(alert with { Updated = alert.Article.Published }, View).Content);
    }

    private static Answer Of(Reply reply) => new(null!, reply, reply.Choices.Count > 0 ? "0123456789abcdef" : null);

    private static Article Wild(Random random) => Some.Article() with
    {
        Id = new(random.Next()),
        Title = Words(random, random.Next(1, 60)),
        Url = random.Next(3) == 0 ? null : "https://tollen.example/" + Uri.EscapeDataString(new string('x', random.Next(3) == 0 ? 1900 : 20)),
        Source = Words(random, 3),
        Summary = [Words(random, 40), Words(random, 200)],
        Paragraphs = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Words(random, random.Next(700)))],
    };

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pieces[random.Next(Pieces.Length)])) is { Length: > 0 } words ? words : "x";

    private static readonly string[] Pieces = ["ferry", "**", "__", "[a](b)", "@everyone", "<@1>", "\n# x", "```", "👨‍👩‍👧‍👦", "e\u0301", "\ud83d", "https://x.example/a_b", "|| s ||", "\u202e", "日本語の見出し", "-# small", "1. one", "]", "[", "\\"];
}
