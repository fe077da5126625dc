using System.Globalization;
using NewsBot.Core.Commands;

namespace NewsBot.Core.Tests.Delivery;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00-07:00", "2026-03-03T23:00:00Z", "2026-03-04T06:00:00Z")] // 24:00 in Berlin; ends 07:00
    [InlineData("22:00-07:00", "2026-03-03T20:59:00Z", null)]
    [InlineData("22:00-07:00", "2026-03-03T21:00:00Z", "2026-03-04T06:00:00Z")]
    [InlineData("22:00-07:00", "2026-03-04T06:00:00Z", null)]
    [InlineData("12:00-13:00", "2026-03-03T11:30:00Z", "2026-03-03T12:00:00Z")]
    [InlineData("22:00-07:00 sat", "2026-03-07T22:00:00Z", "2026-03-08T06:00:00Z")] // Saturday night lasts into Sunday
    [InlineData("22:00-07:00 sat", "2026-03-08T22:00:00Z", null)]
    [InlineData("22:00-07:00", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")] // the night in which the clocks go forward is an hour shorter
    public void The_end_of_the_quiet_that_holds_now_is_told(string wish, string now, string? end)
    {
        var quiet = QuietWish.TryParse(wish);

        Assert.NotNull(quiet);
        Assert.Equal(end is null ? null : At(end), quiet.EndAt(At(now), "Europe/Berlin"));
    }

    [Theory]
    [InlineData("22:00-07:00 sat, sun silent except 3 sources, words storm, flood", "22:00-07:00 Sat, Sun silent except 3 sources, words storm, flood")]
    [InlineData("10pm-7am", "22:00-07:00")]
    [InlineData("22-7", "22:00-07:00")]
    [InlineData("from 22:30 to 7 sat", "22:30-07:00 Sat")]
    [InlineData("22 until 6 silent", "22:00-06:00 silent")]
    [InlineData("22h – 7h30 weekdays", "22:00-07:30 Mon-Fri")]
    public void What_is_typed_is_understood_and_shown_as_it_may_be_typed_again(string wish, string shown)
    {
        var quiet = QuietWish.TryParse(wish);

        Assert.NotNull(quiet);
        Assert.Equal(shown, QuietWish.Show(quiet));
        Assert.Equal(shown, QuietWish.Show(QuietWish.TryParse(shown)!));
    }

    [Theory]
    [InlineData("at night")]
    [InlineData("22:00-25:00")]
    [InlineData("22:00-07:00 loudly")]
    public void What_is_no_quiet_is_not_guessed(string wish) => Assert.Null(QuietWish.TryParse(wish));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
