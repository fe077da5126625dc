using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Telegram.Tests.FakeServer;

/// <summary>Texts of ours, right and wrong, with the answers of Telegram's own parser; tests/peers asks it anew, and about many more.</summary>
public sealed class HtmlTests
{
    public static TheoryData<string, string> Vectors =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "html-vectors.jsonl")).Select(line => JsonNode.Parse(line)!).Select(vector => ((string)vector["html"]!, Expected(vector)))];

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void A_text_is_read_as_Telegram_reads_it(string html, string expected) => Assert.Equal(expected, TelegramHtml.Parse(html) switch
    {
        HtmlParse.Parsed(var text) => $"{text.Text} {string.Join(", ", text.Entities.Select(Written))}",
        HtmlParse.Refused(var reason) => reason,
        var other => throw new InvalidOperationException(other.ToString()),
    });

    private static string Expected(JsonNode vector) => (string?)vector["error"]
        ?? $"{vector["text"]} {string.Join(", ", vector["entities"]!.AsArray().Select(entity => $"{entity!["type"]} {entity["offset"]} {entity["length"]} {entity["argument"]}"))}";

    private static string Written(TextEntity entity) =>
        string.Create(CultureInfo.InvariantCulture, $"{entity.Type} {entity.Offset} {entity.Length} {entity.Url ?? entity.Language ?? entity.CustomEmojiId ?? (entity.UserId ?? entity.UnixTime)?.ToString(CultureInfo.InvariantCulture)}");
}
