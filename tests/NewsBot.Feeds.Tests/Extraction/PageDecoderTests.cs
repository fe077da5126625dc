using System.Text;
using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Tests.Extraction;

public sealed class PageDecoderTests
{
    static PageDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Übergabe der Brücke")]
    [InlineData("windows-1252", "Übergabe der “Brücke”")]
    [InlineData("iso-8859-2", "Příliš žluťoučký kůň")]
    [InlineData("windows-1251", "Городской совет Сарнова")]
    [InlineData("koi8-r", "Городской совет Сарнова")]
    [InlineData("shift_jis", "北の橋が土曜日に開通")]
    [InlineData("euc-jp", "北の橋が土曜日に開通")]
    [InlineData("iso-2022-jp", "北の橋が土曜日に開通")]
    [InlineData("gb2312", "北桥星期六重新开放")]
    [InlineData("big5", "北橋星期六重新開放")]
    [InlineData("euc-kr", "북쪽 다리 다시 열린다")]
    [InlineData("windows-1256", "إعادة فتح الجسر")]
    public void A_declared_encoding_is_read_from_header_or_page(string name, string text)
    {
        var encoding = Encoding.GetEncoding(name);
        var declared = encoding.GetBytes($"<html><head><meta charset=\"{name}\"></head><body>{text}</body></html>");

        Assert.Contains(text, PageDecoder.Decode(declared, null), StringComparison.Ordinal);
        Assert.Contains(text, PageDecoder.Decode(encoding.GetBytes($"<body>{text}"), "text/html; charset=" + name), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_valid_utf8_is_read_as_such_whatever_it_claims() =>
        Assert.Contains("Übergabe", PageDecoder.Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1><p>Übergabe</p>"), "text/html; charset=iso-8859-1"), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_utf8_and_declare_nothing_are_windows_1252() =>
        Assert.Contains("Übergabe “heute”", PageDecoder.Decode(Encoding.GetEncoding(1252).GetBytes("<p>Übergabe “heute”</p>"), null), StringComparison.Ordinal);

    [Fact]
    public void Characters_of_gb18030_are_read_from_a_page_that_claims_gb2312() =>
        Assert.Contains("朱镕基", PageDecoder.Decode(Encoding.GetEncoding("gb18030").GetBytes("<meta charset=gb2312><p>朱镕基</p>"), null), StringComparison.Ordinal);

    [Fact]
    public void Marks_of_byte_order_win() =>
        Assert.Contains("Übergabe", PageDecoder.Decode([0xff, 0xfe, .. Encoding.Unicode.GetBytes("<p>Übergabe</p>")], "text/html; charset=utf-8"), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_encoding_is_no_reason_to_fail() =>
        Assert.Contains("bridge", PageDecoder.Decode([.. "<meta charset=klingon><p>bridge "u8, 0xe9, .. "</p>"u8], null), StringComparison.Ordinal);
}
