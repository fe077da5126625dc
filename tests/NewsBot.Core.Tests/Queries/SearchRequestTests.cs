using NewsBot.Core.Text.Queries;
using NodaTime;

namespace NewsBot.Core.Tests.Queries;

public sealed class SearchRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 10, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeZone Zone = DateTimeZone.ForOffset(Offset.FromHours(2));

    [Theory]
    [InlineData("ferry since:7d", "2026-02-03T09:30")]
    [InlineData("since:12h ferry", "2026-02-09T21:30")]
    [InlineData("ferry since:2w", "2026-01-27T09:30")]
    [InlineData("ferry since:1m", "2026-01-10T09:30")]
    [InlineData("ferry since:2026-01-31", "2026-01-30T22:00")]
    [InlineData("ferry since:today", "2026-02-09T22:00")]
    [InlineData("ferry SINCE：yesterday", "2026-02-08T22:00")]
    public void Since_counts_back_or_names_a_day_of_the_zone(string text, string since)
    {
        var request = Parse(text);

        Assert.Equal(DateTimeOffset.Parse(since + "Z", System.Globalization.CultureInfo.InvariantCulture), request.Since);
        Assert.Single(request.Query.Required);
    }

    [Theory]
    [InlineData("ferry", null)]
    [InlineData("ferry sent:", true)]
    [InlineData("ferry sent:here", true)]
    [InlineData("ferry sent:no", false)]
    [InlineData("ferry -sent:", false)]
    public void Sent_asks_for_what_came_here_or_for_the_rest(string text, bool? sent) => Assert.Equal(sent, Parse(text).Sent);

    [Theory]
    [InlineData("since:7d")]
    [InlineData("ferry since:soon")]
    [InlineData("ferry since:-7d")]
    [InlineData("ferry since:99999999999d")]
    [InlineData("ferry since:2026-02-30")]
    [InlineData("ferry since:7d before:8d")]
    [InlineData("ferry sent:perhaps")]
    [InlineData("/ferry/")]
    public void What_cannot_be_read_comes_back_as_advice(string text) => Assert.IsType<SearchRequestResult.Invalid>(SearchRequest.Parse(text, Now, Zone));

    private static SearchRequest Parse(string text) => Assert.IsType<SearchRequestResult.Parsed>(SearchRequest.Parse(text, Now, Zone)).Request;
}
