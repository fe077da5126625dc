using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.TelegramPeer;

/// <summary>Random HTML, half right and half wrong, with what the fake's parser makes of it, for Telegram's own parser to judge.</summary>
internal static class ParsedTexts
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Pieces =
    [
        "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<s>", "</s>", "<strong>", "</strong>", "<em >", "</em >", "<DEL>", "</del>", "<code>", "</code>", "<pre>", "</pre>",
        "<pre><code class=\"language-cs\">", "</code></pre>", "<code class='language-py'>", "<blockquote>", "</blockquote>", "<blockquote expandable>", "<blockquote expandable=\"\">",
        "<tg-spoiler>", "</tg-spoiler>", "<span class=\"tg-spoiler\">", "<span>", "</span>", "<tg-time unix=\"1700000000\" format=\"wDT\">", "<tg-time unix='12'>", "<tg-time format=\"x\">", "</tg-time>",
        "<tg-emoji emoji-id=\"5368324170671202286\">", "<tg-emoji emoji-id=\"0\">", "</tg-emoji>", "<a href=\"https://harbour.example/a?b=1&amp;c=2#d\">", "<a href='http://x.example:8080/ü'>", "<a href=\"//x\">",
        "<a href=\"javascript:alert(1)\">", "<a href=\"mailto:a@b.example\">", "<a href=\"tg://user?id=42\">", "<a href=\"tg://resolve?domain=x\">", "<a href=\"http://localhost/\">", "<a href=\"https://user:pw@host.example/\">",
        "<a href=\"https://host.example:99999/\">", "<a href=\"http://[::1]/\">", "<a href=\"https://ho st.example/\">", "<a href=\"https://host.example/a b\n\">", "<a href=HTTPS>", "<a href=\"\">", "<a>", "<a href=\"http://%41.example/\">",
        "<a href=\"http://%4.example/\">", "<a class=x href=\"https://e.example\" disabled>", "</a>", "<br>", "<p>", "<br/>", "<", "</", ">", "<>", "</>", "<b", "</b", "<!-- x -->", "<a href=\"x", "<a href", "<a =\"x\">", "&", "&amp;",
        "&lt;", "&gt", "&quot;", "&apos;", "&nbsp;", "&#39;", "&#x1F600;", "&#0;", "&#xD83D;", "&#x110000;", "&#1234567890;", "&#", "&#x;", "&lt&gt;", "&LT;", "\U0001F600", "\u200D", "مرحبا", "字", "é", "a", " ", "\n", "\r\n", "\t", "word", "A < B", "https://e.example",
        "'", "\"", "\u0301", "\u202E", "\u0333", "\u00A0", "=", "/", ".",
    ];

    public static int Write(string seed, string count, TextWriter output)
    {
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        for (var left = int.Parse(count, CultureInfo.InvariantCulture); left > 0; left--)
        {
            var html = Make(random);
            output.WriteLine(new JsonObject { ["html"] = html, ["parse"] = ToJson(TelegramHtml.Parse(html)) }.ToJsonString(Readable));
        }

        return 0;
    }

    private static string Make(Random random)
    {
        var html = new StringBuilder();
        var open = new Stack<string>();
        for (var left = random.Next(1, 14); left > 0; left--)
        {
            var piece = Pieces[random.Next(Pieces.Length)];
            html.Append(piece);
            if (piece.StartsWith('<') && piece.Length > 2 && char.IsAsciiLetter(piece[1]) && piece.EndsWith('>'))
            {
                open.Push(string.Concat(piece.Skip(1).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-')));
            }
        }

        // Most texts that close nothing would end with the same words; close what is open in half of them.
        while (random.Next(10) < 9 && open.TryPop(out var tag))
        {
            html.Append(CultureInfo.InvariantCulture, $"x</{tag}>");
        }

        return html.ToString();
    }

    private static JsonObject ToJson(HtmlParse parse) => parse switch
    {
        HtmlParse.Refused refused => new JsonObject { ["error"] = refused.Reason },
        HtmlParse.Parsed parsed => new JsonObject
        {
            ["text"] = parsed.Text.Text,
            ["entities"] = new JsonArray([.. parsed.Text.Entities.Select(ToJson)]),
        },
        _ => throw new InvalidOperationException("A parse is one of the two."),
    };

    private static JsonObject ToJson(TextEntity entity) => new()
    {
        ["offset"] = entity.Offset,
        ["length"] = entity.Length,
        ["type"] = entity.Type,
        ["argument"] = entity.Url ?? entity.Language ?? entity.CustomEmojiId ?? (entity.UserId ?? entity.UnixTime)?.ToString(CultureInfo.InvariantCulture) ?? "",
    };
}
