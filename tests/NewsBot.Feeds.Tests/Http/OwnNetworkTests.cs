using NewsBot.Core.Feeds;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>When most feeds cannot be reached, nothing of it is held against them.</summary>
[Collection(Alone.Name)]
public sealed class OwnNetworkTests
{
    private const string Url = FetchRig.Url;
    private static readonly string Document = Some.Rss(Some.Item("Bridge opens"));

    [Fact]
    public void When_most_feeds_get_no_answer_it_is_our_network() => FetchRig.Run(async rig =>
    {
        rig.Web.Serve(Url, Document);
        for (var number = 0; number < 4; number++)
        {
            rig.Web.Script($"https://town{number}.example/feed", ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync($"https://town{number}.example/feed");
        }

        await rig.Poller.RefreshDueAsync(null, CancellationToken.None);

        Assert.True(rig.Feeds.MostAreUnreachable);
        for (var number = 0; number < 4; number++)
        {
            rig.Web.Script($"https://town{number}.example/feed", ServerAnswer.Of(500));
        }

        await rig.PollAsync(TimeSpan.FromHours(1));

        Assert.False(rig.Feeds.MostAreUnreachable);
    });

    [Fact]
    public void What_our_network_breaks_is_not_counted_against_the_feeds() => FetchRig.Run(async rig =>
    {
        var urls = Enumerable.Range(0, 5).Select(number => $"https://town{number}.example/feed").ToList();
        rig.Web.Script(Url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
        foreach (var url in urls)
        {
            rig.Web.Script(url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync(url);
        }

        await rig.PollAsync(TimeSpan.FromDays(20));

        Assert.All(rig.Feeds.All, feed => Assert.Equal((FeedStatus.Failing, true), (feed.Health.Status, feed.Health.FailsForUs)));
        Assert.All(rig.Feeds.All, feed => Assert.InRange(feed.Health.Errors, 0, 1));
        Assert.All(rig.Feeds.All, feed => Assert.InRange(feed.Health.NextCheck - rig.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromHours(1.2)));
        rig.Web.Serve(Url, Document);
        urls.ForEach(url => rig.Web.Serve(url, Document));
        await rig.PollAsync(TimeSpan.FromHours(2));

        Assert.All(rig.Feeds.All, feed => Assert.Equal(FeedStatus.Working, feed.Health.Status));
    });

    [Fact]
    public void The_first_failure_of_its_own_after_our_networks_begins_anew() => FetchRig.Run(async rig =>
    {
        var urls = Enumerable.Range(0, 5).Select(number => $"https://town{number}.example/feed").ToList();
        rig.Web.Script(Url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
        foreach (var url in urls)
        {
            rig.Web.Script(url, ServerAnswer.Throw(new HttpRequestException(HttpRequestError.NameResolutionError)));
            await rig.FollowAsync(url);
        }

        await rig.PollAsync(TimeSpan.FromDays(3));
        urls.ForEach(url => rig.Web.Serve(url, Document));
        rig.Web.Script(Url, ServerAnswer.Of(500));
        var back = rig.Time.GetUtcNow();
        await rig.PollAsync(TimeSpan.FromHours(2));

        Assert.Equal((FeedStatus.Failing, false, true), (rig.Health.Status, rig.Health.FailsForUs, rig.Health.FailingSince >= back));
    });
}
