using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Feeds;

public sealed class MergedFeedsTests
{
    private static readonly Feed From = Some.Feed("https://morning.example/feed", 1) with { Title = "Morning", Topics = ["town", "ferries"] };
    private static readonly Feed Into = Some.Feed("https://evening.example/feed", 2) with { Title = "Evening", Topics = ["Town"], InCatalogue = false };

    [Theory]
    [InlineData(SubscriptionMode.AtOnce, SubscriptionMode.AtOnce, SubscriptionMode.AtOnce)]
    [InlineData(SubscriptionMode.AtOnce, SubscriptionMode.Digest, SubscriptionMode.AtOnceAndDigest)]
    [InlineData(SubscriptionMode.Archive, SubscriptionMode.Digest, SubscriptionMode.Digest)]
    [InlineData(SubscriptionMode.AtOnceAndDigest, SubscriptionMode.Archive, SubscriptionMode.AtOnceAndDigest)]
    public void The_one_that_stands_for_both_sends_when_either_did(SubscriptionMode kept, SubscriptionMode moving, SubscriptionMode wanted)
    {
        var merged = Merge(Following(1, From) with { Mode = moving }, Following(2, Into) with { Mode = kept });

        Assert.Equal((2, wanted), Assert.Single(merged.Saved) is var one ? (one.Number, one.Mode) : default);
        Assert.Equal(1, Assert.Single(merged.Removed).Number);
    }

    [Fact]
    public void It_is_paused_only_where_both_were_and_reaches_back_as_far_as_either()
    {
        var pause = new Pause(Some.Morning, null);
        var week = new Pause(Some.Morning, Some.Morning.AddDays(7));

        Assert.Null(Merge(Following(1, From) with { Pause = pause }, Following(2, Into)).Saved[0].Pause);
        var both = Merge(Following(1, From) with { Pause = week, Since = new ArticleId(3) }, Following(2, Into) with { Pause = pause, Since = new ArticleId(9) }).Saved[0];
        Assert.Equal((week, 3), (both.Pause, both.Since.Value));
    }

    [Fact]
    public void Subscriptions_that_different_digests_collect_both_stay()
    {
        var merged = Merge(Following(1, From) with { Mode = SubscriptionMode.Digest, Digest = 1 }, Following(2, Into) with { Mode = SubscriptionMode.Digest, Digest = 2 });

        Assert.Equal((1, Into.Id), Assert.Single(merged.Saved) is var moved ? (moved.Number, moved.Feed!.Value) : default);
        Assert.Empty(merged.Removed);
    }

    [Fact]
    public void Other_places_keep_their_own_subscription()
    {
        var merged = Merge(Following(1, From) with { Place = new PlaceId("test:other") }, Following(2, Into));

        Assert.Equal(new PlaceId("test:other"), Assert.Single(merged.Saved).Place);
        Assert.Empty(merged.Removed);
    }

    [Theory]
    [InlineData(true, "Evening")]
    [InlineData(false, null)]
    public void Who_follows_the_source_by_name_follows_the_other_one_where_the_name_was_its_own(bool hasOwnName, string? value)
    {
        var source = Following(1, From) with { Kind = SubscriptionKind.Source, Feed = null, Value = "morning" };

        Assert.Equal(value, MergedFeeds.Of(new FeedMerge(From, Into) { HasOwnName = hasOwnName }, FeedMemory.Empty, FeedMemory.Empty, [source]).Saved.SingleOrDefault()?.Value);
    }

    [Fact]
    public void The_catalogue_keeps_the_feed_with_its_topics_under_the_other_address()
    {
        var merged = Merge();

        Assert.True(merged.Into.InCatalogue);
        Assert.Equal(["Town", "ferries"], merged.Into.Topics);
        Assert.False(merged.From.IsFetched);
    }

    [Fact]
    public void A_feed_that_was_given_up_is_fetched_again()
    {
        var gone = Into with { Health = new FeedHealth { Status = FeedStatus.Disabled, FirstRead = Some.Morning } };
        var read = From with { Health = new FeedHealth { Status = FeedStatus.Working, NextCheck = Some.Morning.AddHours(1) } };

        var into = MergedFeeds.Of(new FeedMerge(read, gone), FeedMemory.Empty, FeedMemory.Empty, []).Into;

        Assert.True(into.IsFetched);
        Assert.Equal(Some.Morning, into.Health.FirstRead);
    }

    private static MergedFeeds Merge(params IEnumerable<Subscription> subscriptions) => MergedFeeds.Of(new FeedMerge(From, Into), FeedMemory.Empty, FeedMemory.Empty, subscriptions);

    private static Subscription Following(int number, Feed feed) => new()
    {
        Id = new SubscriptionId(number),
        Number = number,
        Home = new HomeId("test:anna"),
        Place = new PlaceId("test:anna"),
        Kind = SubscriptionKind.Feed,
        Feed = feed.Id,
        Value = feed.Title,
        Since = new ArticleId(0),
        ChangedBy = new PersonId("test:anna"),
        ChangedAt = Some.Morning,
    };
}
