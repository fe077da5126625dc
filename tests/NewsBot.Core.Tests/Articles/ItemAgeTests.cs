using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

/// <summary>An item without a date is no older and no newer than it can be.</summary>
public sealed class ItemAgeTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https://tollen.example/news/2029/03/07/harbour-opens/", "2029-03-07")]
    [InlineData("https://tollen.example/2031/05/07", "2031-05-07")]
    public void A_past_day_in_the_address_is_its_day(string address, string day) =>
        Assert.Equal(day, ItemAge.Of(address, null, isFirstReading: false, Now)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("https://tollen.example/2031/05/09/today-or-yesterday")]
    [InlineData("https://tollen.example/2034/01/01/a-plan")]
    [InlineData("https://tollen.example/2029/02/30/no-day")]
    [InlineData("https://tollen.example/1031/02/20/too-old")]
    [InlineData("https://tollen.example/news/20290307")]
    [InlineData(null)]
    public void Any_other_address_tells_nothing(string? address) => Assert.Null(ItemAge.Of(address, null, isFirstReading: true, Now));

    [Fact]
    public void What_stood_in_a_feed_before_it_was_followed_is_as_old_as_the_feed()
    {
        var changed = new DateTimeOffset(2030, 1, 8, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(changed, ItemAge.Of("https://tollen.example/a", changed, isFirstReading: true, Now));
        Assert.Null(ItemAge.Of("https://tollen.example/a", changed, isFirstReading: false, Now));
        Assert.Null(ItemAge.Of("https://tollen.example/a", Now.AddDays(1), isFirstReading: true, Now));
    }
}
