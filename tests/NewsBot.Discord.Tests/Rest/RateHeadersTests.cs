using System.Text;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Tests.Rest;

public sealed class RateHeadersTests
{
    [Fact]
    public void A_window_counts_from_the_answer_on()
    {
        var answer = Read(200, "", ("X-RateLimit-Bucket", "abc"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset-After", "4.25"), ("X-RateLimit-Reset", "1"));

        Assert.Equal(new RateWindow("abc", 5, 3, TimeSpan.FromSeconds(4.25)), answer.Window);
        Assert.False(answer.IsUnlimited);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(404, false)]
    [InlineData(502, false)]
    public void Only_a_good_answer_without_limits_means_that_there_are_none(int status, bool isUnlimited) => Assert.Equal(isUnlimited, Read(status, "").IsUnlimited);

    [Theory]
    [InlineData("user", false, RateScope.User, true)]
    [InlineData("shared", false, RateScope.Shared, false)]
    [InlineData("global", true, RateScope.Global, true)]
    [InlineData(null, true, RateScope.Global, true)]
    internal void A_429_names_its_scope(string? scope, bool isGlobal, RateScope expected, bool isInvalid)
    {
        var answer = Read(429, $$"""{"message":"slow","retry_after":1.5,"global":{{(isGlobal ? "true" : "false")}}}""", scope is null ? [] : [("X-RateLimit-Scope", scope)]);

        Assert.Equal(new RateRefusal(expected, TimeSpan.FromSeconds(1.5)), answer.Refusal);
        Assert.Equal(isInvalid, answer.IsInvalid);
    }

    [Fact]
    public void Where_body_and_header_differ_the_body_is_right() =>
        Assert.Equal(TimeSpan.FromSeconds(300), Read(429, """{"retry_after":300.0,"global":false}""", ("Retry-After", "1")).Refusal!.Wait);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("5", 60)]
    [InlineData(null, 60)]
    public void A_429_that_is_no_json_stops_the_whole_address_for_a_minute_at_least(string? header, int seconds) =>
        Assert.Equal(new RateRefusal(RateScope.Address, TimeSpan.FromSeconds(seconds)), Read(429, "<html>", header is null ? [] : [("Retry-After", header)]).Refusal);

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void Refusals_of_our_own_making_count_towards_a_ban(int status) => Assert.True(Read(status, "{}").IsInvalid);

    private static RateAnswer Read(int status, string body, params IReadOnlyList<(string Name, string Value)> headers) =>
        RateHeaders.Read(new RestAnswer(status, headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), Encoding.UTF8.GetBytes(body)));
}
