using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing;

namespace NewsBot.Discord.Tests.Rendering;

/// <summary>Random texts of the worst kind, as our renderer writes them, with what a reader has to see. A line of JSON each, for a reader of markdown that nobody here wrote.</summary>
internal static class WildMarkdown
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DiscordView View = new(new Texts(), new CommandNames(CommandForms.Names));
    private static readonly string[] Pieces =
    [
        "ferry", "Aldra", "two", " ", "  ", "\n", "\n\n", "\r\n", "\t", "*", "**", "***", "_", "__", "___", "~~", "~", "`", "``", "```", "```js\n", "|", "||", ">", "> ", ">>> ", "#", "# ", "## ", "### ", "-# ", "- ", "* ", "+ ", "1. ", "12) ",
        "\\", "\\\\", "@everyone", "@here", "@", "<@1>", "<@!22>", "<@&333>", "<#4444>", "<:wave:55555>", "<a:wave:666666>", "<t:1700000000:R>", "<t:1>", "</feed add:77777>", "<id:home>", "<id:customize>", ":smile:", ":", "<", ">", "</", "<>",
        "[a](https://evil.example)", "[a](<https://evil.example>)", "[a][1]", "[", "]", "(", ")", "](", "](https://evil.example)", "[https://good.example](https://evil.example)", "<https://evil.example>", "https://evil.example/a_b*c", "HTTPS://EVIL.example",
        "http://", "steam://run", "javascript:alert(1)", "discord.gg/abc", "mailto:a@b.example", "<mailto:a@b.example>", "+15550100", "¯\\_(ツ)_/¯", "😀", "👨‍👩‍👧‍👦", "🇩🇪", "e\u0301", "\u202E", "\u2066", "\u200B", "\u2028", "\u2060", "\0", "\u001B", "\ud83d", "\ude00",
        "\uFEFF", "مرحبا", "日本", "&amp;", "<b>", "/subscribe", "/feed", "|| s ||", "**b**", "__u__", "~~s~~", "*i*", "_i_", "`c`", "\u00A0",
    ];

    public static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    public static IEnumerable<string> Lines(int count, int seed)
    {
        var random = new Random(seed);
        while (count > 0)
        {
            foreach (var line in Next(random).Take(count))
            {
                count--;
                yield return line.ToJsonString(Readable);
            }
        }
    }

    private static IEnumerable<JsonObject> Next(Random random)
    {
        if (random.Next(8) > 0)
        {
            var text = Text(random);
            yield return new JsonObject { ["kind"] = "text", ["markdown"] = DiscordMarkdown.Escape(text), ["shown"] = DiscordMarkdown.Clean(text) };
            var title = Text(random);
            var url = "https://tollen.example/" + Text(random).Trim();
            yield return new JsonObject { ["kind"] = "link", ["markdown"] = $"{DiscordMarkdown.Link(title, url)} · x", ["shown"] = DiscordMarkdown.Clean(title), ["target"] = DiscordMarkdown.LinkTarget(url) };
            yield break;
        }

        foreach (var (message, links) in Messages(random))
        {
            foreach (var markdown in (message.Embeds ?? []).SelectMany(embed => new[] { embed.Title, embed.Description }).Append(message.Content).OfType<string>().Where(text => text.Length > 0))
            {
                yield return new JsonObject { ["kind"] = "message", ["markdown"] = markdown, ["links"] = new JsonArray([.. links.Select(link => (JsonNode)link)]) };
            }
        }
    }

    private static IEnumerable<(MessageBody Message, IReadOnlyList<string> Links)> Messages(Random random)
    {
        var articles = Enumerable.Range(1, random.Next(1, 4)).Select(number => Article(random, number)).ToList();
        IReadOnlyList<string> links = [.. articles.Select(article => DiscordMarkdown.LinkTarget(article.Url)).OfType<string>()];
        var lines = articles.Select(article => new ListLine(article, random.Next(1, 4)) { Sentence = NewsBot.Core.Text.RichText.Plain(Text(random)) }).ToList();
        var list = new ListView("0123456789abcdef", new("p"), new("discord:1"), Text(random), [.. articles.Select(article => article.Id)], lines.Count, Some.Morning);
        var style = Style.Default with { Form = (MessageForm)random.Next(3), Title = Text(random), Footer = Text(random), Tags = Text(random) };
        yield return (PostRenderer.Render(new Post.Alert(new(1), articles[0], Text(random)) { Style = style, AlsoFrom = [Text(random)] }, View), links);
        yield return (PostRenderer.Render(new Post.Digest(new(1), lines, 60, list), View), links);
        yield return (PostRenderer.Render(new Post.Notice(Text(random)), View), []);
        yield return (ReplyRenderer.Render(new Answer(null!, new Reply.SummaryView(articles[0], [Text(random)]), null), View)[0], links);
        yield return (ReplyRenderer.Render(new Answer(null!, new Reply.StoryView(Text(random), articles, 3), null), View)[0], links);
        yield return (ReplyRenderer.Render(new Answer(null!, new Reply.Message(Text(random)), null), View)[0], []);
        yield return (ReplyRenderer.ArticlePage(articles[0], 0, View), links);
    }

    private static Article Article(Random random, int number) => Some.Article(Text(random), number) with { Url = "https://tollen.example/" + Text(random).Trim(), Source = Text(random), Summary = [Text(random), Text(random)], Paragraphs = [Text(random), Text(random)] };
}
