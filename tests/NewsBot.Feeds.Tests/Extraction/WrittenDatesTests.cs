using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Tests.Extraction;

public sealed class WrittenDatesTests
{
    [Theory]
    [InlineData("2026-03-03T18:20:00+01:00", "2026-03-03T18:20:00+01:00")]
    [InlineData("2026-03-03T18:20:00.123Z", "2026-03-03T18:20:00+00:00")]
    [InlineData("2026-03-03T18:20:00+0530", "2026-03-03T18:20:00+05:30")]
    [InlineData("2026-03-03 18:20", "2026-03-03T18:20:00")]
    [InlineData("2026-03-03", "2026-03-03")]
    [InlineData("20260303", "2026-03-03")]
    [InlineData("1772558400", "2026-03-03T17:20:00+00:00")]
    [InlineData("1772558400000", "2026-03-03T17:20:00+00:00")]
    [InlineData("Tue, 03 Mar 2026 18:20:00 GMT", "2026-03-03T18:20:00+00:00")]
    [InlineData("2026-02-30", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void What_is_meant_for_machines_keeps_its_precision_and_offset(string text, string? expected) =>
        Assert.Equal(expected, WrittenDates.Parse(text, new DateOrder("en", true))?.ToString());

    [Theory]
    [InlineData("en", "March 3, 2026", "2026-03-03")]
    [InlineData("en", "3rd of March 2026 at 6:20 pm", "2026-03-03T18:20:00")]
    [InlineData("en", "Posted on Mar 3, 2026 12:05 AM EST", "2026-03-03T00:05:00-05:00")]
    [InlineData("de", "Dienstag, 3. März 2026, 18:20 Uhr", "2026-03-03T18:20:00")]
    [InlineData("fr", "Publié le 3 mars 2026 à 18h20", "2026-03-03T18:20:00")]
    [InlineData("es", "3 de marzo de 2026", "2026-03-03")]
    [InlineData("pl", "3 marca 2026", "2026-03-03")]
    [InlineData("pl", "5 listopada 2025", "2025-11-05")]
    [InlineData("hr", "5. listopada 2025.", "2025-10-05")]
    [InlineData("ru", "3 марта 2026, 18:20", "2026-03-03T18:20:00")]
    [InlineData("hu", "2026. március 3.", "2026-03-03")]
    [InlineData("lt", "2026 m. kovo 3 d.", "2026-03-03")]
    [InlineData("tr", "3 Mart 2026", "2026-03-03")]
    [InlineData("ja", "2026年3月3日 18時20分", "2026-03-03T18:20:00")]
    [InlineData("ko", "2026년 3월 3일", "2026-03-03")]
    [InlineData("th", "3 มีนาคม 2569", "2026-03-03")]
    [InlineData("ar", "٣ مارس ٢٠٢٦", "2026-03-03")]
    [InlineData("ar", "3 كانون الأول 2025", "2025-12-03")]
    [InlineData("ar", "3 آذار/مارس 2026", "2026-03-03")]
    [InlineData("ar", "3 تشرين الثاني 2025", "2025-11-03")]
    [InlineData("fa", "۱۲ اسفند ۱۴۰۴", "2026-03-03")]
    [InlineData("fa", "۱۴۰۴/۱۲/۱۲", "2026-03-03")]
    [InlineData("fa", "۱۴۰۴/۱۲/۱۲ ۱۸:۲۰", "2026-03-03T18:20:00")]
    [InlineData("he", "3 במרץ 2026", "2026-03-03")]
    [InlineData("hi", "3 मई 2025", "2025-05-03")]
    [InlineData("bn", "৩ মে ২০২৫", "2025-05-03")]
    [InlineData("th", "3 มี.ค. 2569", "2026-03-03")]
    [InlineData("ka", "3 მარტი, 2026", "2026-03-03")]
    [InlineData("ur", "3 جنوری 2026", "2026-01-03")]
    [InlineData("ko", "2026.03.03. 오후 6:20", "2026-03-03T18:20:00")]
    [InlineData("ja", "令和8年3月3日 午前6時20分", "2026-03-03T06:20:00")]
    [InlineData("ja", "令和元年5月3日", "2019-05-03")]
    [InlineData("zh", "中華民國115年3月3日", "2026-03-03")]
    [InlineData("vi", "Ngày 3 tháng 3 năm 2026", "2026-03-03")]
    [InlineData("de", "03.04.2026", "2026-04-03")]
    [InlineData("en", "14/3/2026", "2026-03-14")]
    public void What_people_read_is_read_in_the_order_of_their_language(string language, string text, string expected) =>
        Assert.Equal(expected, WrittenDates.Find(text, new DateOrder(language, language == "en"))?.ToString());

    [Theory]
    [InlineData("de", "1404/12/12")]
    [InlineData("fa", "۳۱ اسفند ۱۴۰۴")]
    public void What_no_calendar_has_is_no_date(string language, string text) => Assert.Null(WrittenDates.Find(text, new DateOrder(language, false)));

    [Theory]
    [InlineData("en-US", "https://news.example/a", "2026-03-04")]
    [InlineData("en-GB", "https://news.example/a", "2026-04-03")]
    [InlineData("en", "https://news.example.co.uk/a", "2026-04-03")]
    [InlineData("fr", "https://news.example/a", "2026-04-03")]
    public void Day_and_month_are_told_apart_by_language_and_country(string language, string url, string expected) =>
        Assert.Equal(expected, WrittenDates.Find("3/4/2026", DateOrder.Of(language, new Uri(url)))?.ToString());
}
