using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Telegram.Rendering;
using NewsBot.Testing.Telegram.Text;
using TextEntity = NewsBot.Testing.Telegram.Text.TextEntity;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>
/// Texts of ours with what Telegram's own parser answered to them; tests/peers asks it anew. TEST_NEWSBOT_WRITE_TEXTS names a file that the texts are written to for it, TEST_NEWSBOT_VECTORS another file of answers to check against.
/// </summary>
public sealed class VectorTests
{
    private const int NastyTexts = 150;
    private static readonly string Committed = Path.Combine(AppContext.BaseDirectory, "Data", "telegram-html.jsonl");
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Telegrams_parser_has_answered_to_every_text_that_is_sent()
    {
        var answered = (await ReadAsync(Committed)).Select(vector => vector.Html).ToHashSet(StringComparer.Ordinal);

        Assert.All(RenderedTexts.All(NastyTexts).Select(HtmlWriter.Write), html => Assert.True(answered.Contains(html), $"Not answered yet, run tests/peers: {html}"));
    }

    [Fact]
    public async Task Telegrams_parser_took_each_text_as_it_was_meant()
    {
        var answers = (await ReadAsync(Committed)).DistinctBy(vector => vector.Html).ToDictionary(vector => vector.Html, StringComparer.Ordinal);

        foreach (var text in RenderedTexts.All(NastyTexts))
        {
            var answer = answers[HtmlWriter.Write(text)];
            Assert.Equal(text.Text, answer.Text);
            Assert.Equal(text.Entities.Count(entity => entity.Kind == EntityKind.Link), answer.Entities.Count(entity => entity.Type == "text_link"));
        }
    }

    [Fact]
    public async Task The_reader_of_the_tests_answers_like_Telegrams_parser()
    {
        foreach (var vector in await ReadAsync(Environment.GetEnvironmentVariable("TEST_NEWSBOT_VECTORS") ?? Committed))
        {
            switch (TelegramHtml.Parse(vector.Html))
            {
                case HtmlParse.Parsed(var parsed):
                    Assert.Equal((vector.Html, vector.Text), (vector.Html, parsed.Text));
                    Assert.Equal(vector.Entities.Select(Name), parsed.Entities.Select(Name));
                    break;
                case HtmlParse.Refused(var reason):
                    Assert.Equal((vector.Html, vector.Error), (vector.Html, reason));
                    break;
            }
        }
    }

    [Fact]
    public async Task The_texts_are_written_for_the_parser_where_that_is_asked()
    {
        var path = Environment.GetEnvironmentVariable("TEST_NEWSBOT_WRITE_TEXTS") ?? Path.GetTempFileName();
        var count = int.Parse(Environment.GetEnvironmentVariable("TEST_NEWSBOT_TEXTS") ?? NastyTexts.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var lines = RenderedTexts.All(count).Select(text => new JsonObject
        {
            ["html"] = HtmlWriter.Write(text),
            ["text"] = text.Text,
            ["links"] = text.Entities.Count(entity => entity.Kind == EntityKind.Link),
        }.ToJsonString(Relaxed));

        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);

        Assert.True(new FileInfo(path).Length > 0);
    }

    private static string Name(TextEntity entity) => string.Create(CultureInfo.InvariantCulture, $"{entity.Type} {entity.Offset} {entity.Length} {entity.Url}");

    private static async Task<IReadOnlyList<Vector>> ReadAsync(string path)
    {
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        Assert.NotEmpty(lines);
        return [.. lines.Select(line => Read(JsonNode.Parse(line)!.AsObject()))];
    }

    private static Vector Read(JsonObject json) => new((string)json["html"]!, (string?)json["text"], (string?)json["error"])
    {
        Entities = [.. (json["entities"]?.AsArray() ?? []).Select(entity => new TextEntity(TypeOf((string)entity!["type"]!), (int)entity["offset"]!, (int)entity["length"]!) { Url = (string?)entity["url"] })],
    };

    /// <summary>Telegram's own library and the Bot API name the same things differently.</summary>
    private static string TypeOf(string name) => name switch
    {
        "TextUrl" => "text_link",
        "MentionName" => "text_mention",
        "PreCode" => "pre",
        "BlockQuote" => "blockquote",
        "ExpandableBlockQuote" => "expandable_blockquote",
        "DateTime" => "date_time",
        "CustomEmoji" => "custom_emoji",
        _ => name.ToLowerInvariant(),
    };

    private sealed record Vector(string Html, string? Text, string? Error)
    {
        public IReadOnlyList<TextEntity> Entities { get; init; } = [];
    }
}
