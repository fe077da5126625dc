using NewsBot.Core.Commands;

namespace NewsBot.Core.Tests.Feeds;

public sealed class FeedAnswersTests
{
    [Theory]
    [InlineData(304, 0.5, 24, "HTTP 304, unchanged (304) 50 % of 24")]
    [InlineData(null, 0.0, 1, "unchanged (304) 0 % of 1")]
    [InlineData(null, 0.0, 0, "not asked yet")]
    public void The_last_status_and_the_rate_of_unchanged_answers_are_told(int? status, double unchanged, int checks, string told) =>
        Assert.Equal(told, new Texts().FeedAnswers(status, unchanged, checks));
}
