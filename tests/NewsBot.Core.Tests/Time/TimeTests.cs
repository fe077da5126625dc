using System.Globalization;
using NewsBot.Core.Time;

namespace NewsBot.Core.Tests.Time;

public sealed class TimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero); // a Tuesday

    [Theory]
    [InlineData("7:30", "07:30")]
    [InlineData("7.30", "07:30")]
    [InlineData("7h30", "07:30")]
    [InlineData("7h", "07:00")]
    [InlineData("7am", "07:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("7:30 pm", "19:30")]
    [InlineData("２２：３０", "22:30")]
    [InlineData("7", null)]
    [InlineData("25:00", null)]
    [InlineData("13pm", null)]
    public void Times_are_read_as_people_write_them(string text, string? expected) =>
        Assert.Equal(expected, ClockTime.TryParse(text)?.ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("12h", "2026-03-03T22:00:00Z")]
    [InlineData("7d", "2026-03-10T10:00:00Z")]
    [InlineData("2 days", "2026-03-05T10:00:00Z")]
    [InlineData("for 2 weeks", "2026-03-17T10:00:00Z")]
    [InlineData("an hour", "2026-03-03T11:00:00Z")]
    [InlineData("for a day", "2026-03-04T10:00:00Z")]
    [InlineData("0 days", null)]
    [InlineData("9999 weeks", null)]
    [InlineData("until monday", "2026-03-08T23:00:00Z")]
    [InlineData("until 2026-03-20", "2026-03-19T23:00:00Z")]
    [InlineData("until 18:00", "2026-03-03T17:00:00Z")]
    [InlineData("until 9:00", "2026-03-04T08:00:00Z")]
    [InlineData("for ever", null)]
    [InlineData("until 2020-01-01", null)]
    public void The_end_of_a_pause_is_read_in_local_time(string text, string? expected) =>
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), PauseEnd.TryParse(text, Now, "Europe/Berlin"));

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("utc", "Etc/UTC")]
    public void A_zone_is_found_by_city_country_and_id(string text, string expected) => Assert.Equal([expected], TimeZoneFinder.Find(text, Now));

    [Fact]
    public void A_zone_is_found_by_the_time_it_is_there()
    {
        Assert.Contains("Asia/Kolkata", TimeZoneFinder.Find("15:30", Now));
        Assert.Contains("America/New_York", TimeZoneFinder.Find("5am", Now));
    }

    [Theory]
    [InlineData("UTC+1", "Europe/Berlin")]
    [InlineData("gmt -5", "America/New_York")]
    [InlineData("+5:30", "Asia/Kolkata")]
    [InlineData("-0330", "America/St_Johns")]
    public void Zones_are_offered_by_their_distance_from_UTC(string text, string expected) => Assert.Contains(expected, TimeZoneFinder.Find(text, Now));

    [Theory]
    [InlineData("UTC+99")]
    [InlineData("+")]
    public void A_distance_that_no_clock_has_is_no_zone(string text) => Assert.Empty(TimeZoneFinder.Find(text, Now));

    [Fact]
    public void A_place_nobody_knows_has_no_zone() => Assert.Empty(TimeZoneFinder.Find("Marrow Island", Now));
}
