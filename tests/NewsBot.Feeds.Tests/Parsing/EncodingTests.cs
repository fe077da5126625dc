using System.Text;

namespace NewsBot.Feeds.Tests.Parsing;

public sealed class EncodingTests
{
    private const string Western = "Öffnung des Cafés – „gut“";
    private const string Russian = "Мост через реку открыли после долгого ремонта, сообщили власти города";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "windows-1252", null, Western)]
    [InlineData("windows-1252", "iso-8859-1", null, Western)]
    [InlineData("windows-1252", "utf-8", null, Western)]
    [InlineData("windows-1252", null, null, Western)]
    [InlineData("windows-1252", "utf-8", "text/xml; charset=windows-1252", Western)]
    [InlineData("utf-8", "iso-8859-1", null, Western)]
    [InlineData("utf-8", "utf-8", "text/html; charset=iso-8859-1", Western)]
    [InlineData("utf-8", "utf-16", null, Western)]
    [InlineData("utf-8", "nonsense", null, Western)]
    [InlineData("utf-16", "utf-16", null, Western)]
    [InlineData("utf-16BE", null, null, Western)]
    [InlineData("utf-32", null, null, Western)]
    [InlineData("utf-32BE", "utf-8", null, Western)]
    [InlineData("windows-1251", "windows-1251", null, Russian)]
    [InlineData("windows-1251", null, null, Russian)]
    [InlineData("koi8-r", null, null, Russian)]
    [InlineData("gb18030", "gb2312", null, "大桥今天重新开放")]
    [InlineData("big5", "Big5", null, "大橋今天重新開放")]
    [InlineData("euc-kr", "euc-kr", null, "다리가 다시 열렸다")]
    [InlineData("shift_jis", null, null, "橋の工事が終わり、市民のための道が開かれたと市の人が話した")]
    [InlineData("iso-2022-jp", "iso-2022-jp", null, "橋の工事が終わる")]
    public void Bytes_become_the_text_they_mean(string actual, string? declared, string? contentType, string title)
    {
        var declaration = declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>";

        var feed = Reading.Feed(Encoding.GetEncoding(actual).GetBytes(declaration + $"<rss><channel><item><title>{title}</title></item></channel></rss>"), contentType);

        Assert.Equal(title, Reading.Titles(feed));
    }

    [Fact]
    public void A_text_that_was_encoded_twice_is_read_once_more()
    {
        var twice = Encoding.GetEncoding(1252).GetString(Encoding.UTF8.GetBytes($"<rss><channel><item><title>{Western.Replace("“", "", StringComparison.Ordinal)}</title></item></channel></rss>"));

        Assert.Equal(Western.Replace("“", "", StringComparison.Ordinal), Reading.Titles(Reading.Feed(twice)));
    }

    [Fact]
    public void An_encoding_may_change_in_the_middle()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("<rss><channel><item><title>Größe – drüben</title></item>"),
            .. Encoding.GetEncoding(1252).GetBytes("<item><title>Größe – drüben</title></item></channel></rss>"),
        ];

        Assert.Equal("Größe – drüben|Größe – drüben", Reading.Titles(Reading.Feed(bytes)));
    }

    [Fact]
    public void One_bad_byte_costs_one_character()
    {
        byte[] bytes = [.. "<rss><channel><item><title>Größe "u8, 0x96, .. " drüben, näher</title></item></channel></rss>"u8];

        Assert.Equal("Größe – drüben, näher", Reading.Titles(Reading.Feed(bytes)));
    }
}
