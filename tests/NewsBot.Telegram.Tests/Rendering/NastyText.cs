using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Testing;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>Titles, bodies and addresses as the worst of feeds write them, the same for the same seed.</summary>
internal sealed class NastyText(Random random)
{
    private static readonly string[] Pieces =
    [
        "<b>", "</b>", "<br/>", "<p class=\"x\">", "<a href='https://reed.example/?a=1&b=2'>", "</a>", "<!-- x -->", "<![CDATA[", "]]>", "<script>", "< ", " > ", "&", "&amp;", "&lt", "&nbsp;", "&#0;", "&#xD800;", "&copy;", "\"", "'",
        "@harbourmaster", "@all", "/stop", "/unsubscribe@newsbot all", "(/help)", "#ferry", "$CRWN", "mail@port.example", "https://ellery.example/@pilot/1?x=<y>&z=\"w\"", "www.tollen.example/a_(b)", "http://127.0.0.1:80/", "tg://resolve?domain=x", "t.me/dunmere",
        "😀", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇪", "👍🏽", "e\u0301", "a\u0300\u0301\u0302\u0303\u0304\u0305", "ก็็็็็", "क्षि", "한국", "港口重新开放。", "東京、大阪", "ميناء", "נמל", "\u202eback\u202c", "\u2067rtl\u2069", "\u200f", "\u200d", "\u200b", "\u00ad", "\u2060", "\ufeff",
        "\0", "\u0001", "\u0008", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\r\n", "\r", "\n", "\t", "\v", "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udfff", "\udbff\udfff", "\u3000", "\u00a0", "\u2800", "\u3164", "﷽", "ﬃ", "İ", "ß",
        "Ferry", "harbour", "of", "Port Ellery", "the", "1,234.5", "–", "—", "…", "«", "»", "“", "”", "…?!", ". ", ", ", "; ", ": ", " ", " ", " ", " ",
    ];

    private static readonly string[] Addresses =
    [
        "https://morning.example/articles/1", "http://reed.example", "https://ellery.example/a b?c=d&e=f#g", "https://hafen-nord.example/ä/ö?ü=ß", "https://порт.example/новости", "https://user:word@tollen.example/x", "https://tollen.example:8443/", "http://192.0.2.7/a",
        "http://[2001:db8::1]/x", "https://a.example/\"quoted\"<tag>'x'", "https://a.example/%zz%00", "HTTPS://UPPER.EXAMPLE/X", "https://a.example/\u202egnp.exe", "https://a.example/\ud800x", "https://a.example/😀", " https://spaced.example/x ",
        "/relative/path", "//noscheme.example/x", "javascript:alert(1)", "mailto:desk@morning.example", "ftp://files.example/x", "http://localhost/x", "http://intranet/x", "https://a.example:99999/", "https://a.example:/x", "data:text/html,x", "", "https://", "https://.example/", "https://a@b@c.example/",
        "tg://user?id=1", "tel:+15550100", "https://sp ace.example/",
    ];

    public string Title() => Text(random.Next(1, 14));

    public string Text(int pieces)
    {
        var text = new StringBuilder();
        for (var count = 0; count < pieces; count++)
        {
            _ = random.Next(12) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append(new Rune(RandomScalar()).ToString()),
                _ => text.Append(Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.ToString();
    }

    public string Address() => random.Next(8) == 0 ? "https://long.example/" + new string('x', random.Next(1, 3000)) : Addresses[random.Next(Addresses.Length)];

    /// <summary>Marks lie inside the text and may touch, nest and cross.</summary>
    public RichText Marked()
    {
        var text = Text(random.Next(1, 40));
        var marks = new List<Mark>();
        for (var count = random.Next(6); count > 0; count--)
        {
            var kind = (MarkKind)random.Next(6);
            var start = random.Next(text.Length);
            marks.Add(new Mark(kind, start, random.Next(text.Length - start) + 1, kind == MarkKind.Link ? Address() : null));
        }

        return new RichText(text, marks);
    }

    public Article Article(long id) => Some.Article(Title(), id) with
    {
        Url = random.Next(10) == 0 ? null : Address(),
        Source = Text(random.Next(1, 4)),
        Author = random.Next(3) == 0 ? Text(3) : null,
        Image = random.Next(3) == 0 ? Address() : null,
        Published = Some.Morning.AddMinutes(-random.Next(100_000)),
        Paragraphs = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random.Next(1, random.Next(20) == 0 ? 1500 : 60)))],
        Summary = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random.Next(1, 30)))],
        ContentHash = id.ToString(CultureInfo.InvariantCulture),
    };

    private int RandomScalar()
    {
        var value = random.Next(0x110000 - 0x800);
        return value >= 0xD800 ? value + 0x800 : value;
    }
}
