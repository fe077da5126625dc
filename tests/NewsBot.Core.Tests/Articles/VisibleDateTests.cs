using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public sealed class VisibleDateTests
{
    [Theory]
    [InlineData("en", "October 30, 2013, 9:42 am", "2013-10-30T09:42")]
    [InlineData("en", "Published: 30 October 2013", "2013-10-30T00:00")]
    [InlineData("en", "Wednesday, Oct. 30, 2013 9:42 pm", "2013-10-30T21:42")]
    [InlineData("en", "3/4/2023", "2023-03-04T00:00")]
    [InlineData("en-GB", "3/4/2023", "2023-04-03T00:00")]
    [InlineData("de", "30.10.2013 09:42 Uhr", "2013-10-30T09:42")]
    [InlineData("de", "Stand: 3. März 2023", "2023-03-03T00:00")]
    [InlineData("fr", "Publié le 1er août 2023 à 14h05", "2023-08-01T14:05")]
    [InlineData("es", "3 de marzo de 2023", "2023-03-03T00:00")]
    [InlineData("it", "3 marzo 2023", "2023-03-03T00:00")]
    [InlineData("pt", "03/04/2023 14h05", "2023-04-03T14:05")]
    [InlineData("nl", "3 maart 2023", "2023-03-03T00:00")]
    [InlineData("sv", "3 mars 2023", "2023-03-03T00:00")]
    [InlineData("pl", "3 września 2023", "2023-09-03T00:00")]
    [InlineData("cs", "3. března 2023", "2023-03-03T00:00")]
    [InlineData("fi", "3. maaliskuuta 2023", "2023-03-03T00:00")]
    [InlineData("hu", "2023. március 3.", "2023-03-03T00:00")]
    [InlineData("ro", "3 martie 2023", "2023-03-03T00:00")]
    [InlineData("tr", "3 Ağustos 2023 14:05", "2023-08-03T14:05")]
    [InlineData("ru", "3 марта 2023 г.", "2023-03-03T00:00")]
    [InlineData("uk", "3 березня 2023", "2023-03-03T00:00")]
    [InlineData("el", "3 Μαρτίου 2023", "2023-03-03T00:00")]
    [InlineData("vi", "Thứ Tư, 30/10/2013, 09:42 (GMT+7)", "2013-10-30T02:42")]
    [InlineData("vi", "Ngày 3 tháng 5 năm 2023", "2023-05-03T00:00")]
    [InlineData("id", "3 Agustus 2023", "2023-08-03T00:00")]
    [InlineData("ar", "٣ مارس ٢٠٢٣", "2023-03-03T00:00")]
    [InlineData("hi", "3 मार्च 2023", "2023-03-03T00:00")]
    [InlineData("zh", "2013年10月30日 09:42", "2013-10-30T09:42")]
    [InlineData("ja", "2013年10月30日(水) 9時42分", "2013-10-30T09:42")]
    [InlineData("ko", "2013년 10월 30일", "2013-10-30T00:00")]
    [InlineData("th", "3 มีนาคม 2566", "2023-03-03T00:00")]
    [InlineData(null, "2023-03-03T14:05", "2023-03-03T14:05")]
    public void Dates_are_read_as_the_language_prints_them(string? language, string line, string expected) =>
        Assert.Equal(expected, VisibleDate.TryRead(line, language)?.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null, "3/4/2023")]
    [InlineData("en", "The bridge was closed on 3 May 2023 after the flood")]
    [InlineData("en", "30 February 2023")]
    [InlineData("en", "Call 555 2023 2024")]
    public void Nothing_rather_than_a_guess(string? language, string line) => Assert.Null(VisibleDate.TryRead(line, language));
}
