using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>Buttons below messages: what they say, what they carry, where there are none.</summary>
public sealed class ButtonTests
{
    [Fact]
    public void Every_button_carries_at_most_64_bytes_and_is_read_back()
    {
        CallbackData[] all =
        [
            new CallbackData.Choice(new string('f', 32), int.MaxValue), new CallbackData.ListPage(new string('f', 32), 40), new CallbackData.ReadPage(new ArticleId(long.MaxValue), 999),
            .. Enum.GetValues<ArticleVerb>().Select(verb => new CallbackData.OfArticle(new ArticleId(long.MaxValue), verb)),
        ];

        Assert.All(all, data =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(data.ToString()!), 1, 64);
            Assert.Equal(data, CallbackData.TryParse(data.ToString()));
        });
    }

    [Fact]
    public void Less_like_this_under_an_alert_fits_with_the_longest_numbers_and_names_its_article()
    {
        var article = SampleMessages.Bridge with { Id = new ArticleId(long.MaxValue), Title = new string('\u5831', 300) };

        var messages = PostRenderer.Render(new Post.Alert(new DeliveryId(long.MaxValue), article, null), SampleMessages.ViewOf(ChatKind.Private));

        var buttons = ButtonsOf(messages).ToList();
        Assert.All(buttons, button => Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
        Assert.Equal(new CallbackData.OfArticle(article.Id, ArticleVerb.Less), CallbackData.TryParse(Assert.Single(buttons, button => button.Text == "Less like this").CallbackData));
    }

    [Fact]
    public void The_choices_of_less_like_this_fit_however_long_the_words_that_they_hide()
    {
        var words = string.Join(' ', Enumerable.Repeat("Verkehrsinfrastrukturfinanzierungsgesetz", 8));
        var reply = new Reply.Message("What is to be hidden?") { Choices = [.. Enumerable.Range(1, 40).Select(number => new Choice($"Hide \"{words} {number}\"", $"/less word \"{words} {number}\" {long.MaxValue}"))] };

        var buttons = ButtonsOf(SampleMessages.Render(reply)).ToList();

        Assert.Equal(40, buttons.Count);
        Assert.All(buttons, button => Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
        Assert.Equal(40, buttons.Select(button => button.CallbackData).Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c")]
    [InlineData("c:token")]
    [InlineData("c:token:x")]
    [InlineData("c::1")]
    [InlineData("m:token:-1")]
    [InlineData("a:12:q")]
    [InlineData("a:x:r")]
    [InlineData("r:99999999999999999999:0")]
    [InlineData("z:1:1")]
    public void What_no_button_of_ours_carries_is_not_read(string? data) => Assert.Null(CallbackData.TryParse(data));

    [Fact]
    public void Choices_keep_their_order_and_labels_are_cut()
    {
        var reply = new Reply.Message("Which?") { Choices = [new("one", "/1"), new("two", "/2"), new(new string('x', 200), "/3"), new("line\nbreak", "/4")] };

        var buttons = ButtonsOf(SampleMessages.Render(reply)).ToList();

        Assert.Equal(["c:00aa00aa00aa00aa:0", "c:00aa00aa00aa00aa:1", "c:00aa00aa00aa00aa:2", "c:00aa00aa00aa00aa:3"], buttons.Select(button => button.CallbackData));
        Assert.InRange(buttons[2].Text.Length, 1, 60);
        Assert.Equal("line break", buttons[3].Text);
    }

    [Fact]
    public void Buttons_stand_below_the_last_of_several_messages()
    {
        var messages = SampleMessages.Render(new Reply.Message(string.Join('\n', Enumerable.Repeat("A line of a long answer.", 400))) { Choices = [new("Go on", "/more")] });

        Assert.True(messages.Count > 1);
        Assert.All(messages.SkipLast(1), message => Assert.Null(message.Markup));
        Assert.NotNull(messages[^1].Markup);
    }

    [Fact]
    public void A_channel_gets_no_buttons_and_neither_does_a_style_without()
    {
        var alert = new Post.Alert(new DeliveryId(1), SampleMessages.Bridge, null);

        Assert.Empty(ButtonsOf(PostRenderer.Render(alert, SampleMessages.ViewOf(ChatKind.Channel))));
        Assert.Empty(ButtonsOf(PostRenderer.Render(alert with { Style = Style.Default with { Buttons = false } }, SampleMessages.ViewOf(ChatKind.Private))));
        Assert.Equal(["Read", "Sources"], ButtonsOf(PostRenderer.Render(alert, SampleMessages.ViewOf(ChatKind.Group))).Select(button => button.Text));
    }

    [Fact]
    public void A_long_article_is_turned_page_by_page()
    {
        var article = SampleMessages.Bridge with { Paragraphs = [.. Enumerable.Range(1, 60).Select(number => $"Paragraph {number} tells what else is known of the bridge, in a sentence that goes on for a while so that pages fill.")] };
        var reply = new Reply.ArticleView(article, 1);
        var first = Assert.Single(SampleMessages.Render(reply));
        var second = Assert.Single(SampleMessages.Render(reply, page: 1));
        var beyond = Assert.Single(SampleMessages.Render(reply, page: 99));

        Assert.Equal(["Page 1 of 3", "Next ›"], ButtonsOf([first]).Select(button => button.Text));
        Assert.Equal(["r:1:0", "r:1:1", "r:1:2"], ButtonsOf([second]).Select(button => button.CallbackData));
        Assert.Equal(["‹ Previous", "Page 3 of 3"], ButtonsOf([beyond]).Select(button => button.Text));
        Assert.Equal(60, new[] { first, second, beyond }.Sum(page => page.Text.Text.Split("Paragraph ").Length - 1));
    }

    [Fact]
    public void A_rich_chat_gets_articles_and_digests_as_one_long_message()
    {
        var read = Assert.Single(SampleMessages.Render(new Reply.ArticleView(SampleMessages.Bridge, 1), style: Style.None with { Rich = true }));
        var classic = Assert.Single(SampleMessages.Render(new Reply.ArticleView(SampleMessages.Bridge, 1)));

        Assert.Equal(6, read.Rich?.Blocks.Count);
        Assert.Null(classic.Rich);
        Assert.Equal(classic.Text.Text, read.Text.Text);
    }

    private static IEnumerable<InlineKeyboardButton> ButtonsOf(IReadOnlyList<TelegramMessage> messages) =>
        messages.SelectMany(message => (message.Markup as InlineKeyboardMarkup)?.InlineKeyboard.SelectMany(row => row) ?? []);
}
