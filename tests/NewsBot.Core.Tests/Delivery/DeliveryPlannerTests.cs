using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Delivery;

public sealed class DeliveryPlannerTests
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly PlaceId Here = new("test:place");

    private readonly FeedRegistry _feeds = new();
    private readonly SubscriptionRegistry _registry;
    private readonly StoryMessages _messages = new();
    private readonly DeliveryPlanner _planner;

    public DeliveryPlannerTests()
    {
        _registry = new SubscriptionRegistry(_feeds);
        _registry.Put(new Home { Id = new HomeId("test:home"), Created = Now });
        _registry.Put(new Place { Id = Here, Home = new HomeId("test:home"), Created = Now });
        _planner = new DeliveryPlanner(_registry, _messages, new QuietExceptions(_feeds, FoldingAnalyzer.Instance));
    }

    [Fact]
    public void Several_subscriptions_that_match_give_one_message_for_the_oldest()
    {
        var planned = _planner.Plan(News(1), [Subscription(2, SubscriptionKind.Query), Subscription(1, SubscriptionKind.Topic)], Now);

        Assert.Equal(1, Assert.Single(planned).Subscription.Value);
    }

    [Fact]
    public void A_copy_joins_the_message_that_told_the_story()
    {
        Tell(1, feed: 1);

        var planned = Assert.Single(_planner.Plan(News(2, story: 1, feed: 2, copyOf: 1), [Subscription(1, SubscriptionKind.Feed)], Now));

        Assert.Equal((DeliveryKind.Edit, new DeliveryId(1)), (planned.Kind, planned.Target));
    }

    [Fact]
    public void A_copy_joins_the_message_that_tells_what_it_copies_and_not_another_of_the_story()
    {
        Tell(1, feed: 1);
        Tell(2, feed: 2, story: 1);
        Tell(3, feed: 3, story: 1, joins: 2);

        var ofSecond = Assert.Single(_planner.Plan(News(4, story: 1, feed: 4, copyOf: 2), [Subscription(1, SubscriptionKind.Topic)], Now));
        var ofJoined = Assert.Single(_planner.Plan(News(5, story: 1, feed: 5, copyOf: 3), [Subscription(1, SubscriptionKind.Topic)], Now));
        var ofFirst = Assert.Single(_planner.Plan(News(6, story: 1, feed: 6, copyOf: 1), [Subscription(1, SubscriptionKind.Topic)], Now));

        Assert.Equal([new DeliveryId(2), new DeliveryId(2), new DeliveryId(1)], new[] { ofSecond, ofJoined, ofFirst }.Select(planned => planned.Target!.Value));
    }

    [Fact]
    public void A_later_report_joins_the_first_message_of_its_story_while_that_is_remembered()
    {
        Tell(1, feed: 1);
        Tell(2, feed: 2, story: 1, at: Now.AddHours(2));

        Assert.Equal(new DeliveryId(1), Report().Target);
        _messages.Forget(Now + StoryMessages.Window + TimeSpan.FromHours(1));
        Assert.Equal(new DeliveryId(2), Report().Target);
        _messages.Forget(Now + StoryMessages.Window + TimeSpan.FromHours(3));
        Assert.Null(Report().Target);

        PlannedDelivery Report() => Assert.Single(_planner.Plan(News(9, story: 1, feed: 9) with { IsSurelySame = true }, [Subscription(1, SubscriptionKind.Topic)], Now));
    }

    [Theory]
    [InlineData(SubscriptionKind.Topic, true, DeliveryKind.Edit)]
    [InlineData(SubscriptionKind.Query, true, DeliveryKind.Edit)]
    [InlineData(SubscriptionKind.Topic, false, DeliveryKind.Alert)] // not surely the same event
    [InlineData(SubscriptionKind.Feed, true, DeliveryKind.Alert)] // followed by name: a message of its own
    [InlineData(SubscriptionKind.Source, true, DeliveryKind.Alert)]
    public void A_later_report_joins_only_where_nobody_asked_for_its_publisher(SubscriptionKind kind, bool isSurelySame, DeliveryKind expected)
    {
        Tell(1, feed: 1);

        var planned = Assert.Single(_planner.Plan(News(2, story: 1, feed: 2) with { IsSurelySame = isSurelySame }, [Subscription(1, kind)], Now));

        // Whether it joins or answers, it refers to the message that told the story.
        Assert.Equal((expected, new DeliveryId(1)), (planned.Kind, planned.Target));
    }

    [Fact]
    public void Two_items_of_one_feed_never_share_a_message()
    {
        Tell(1, feed: 1);

        var planned = Assert.Single(_planner.Plan(News(2, story: 1, feed: 1, copyOf: 1), [Subscription(1, SubscriptionKind.Topic)], Now));

        Assert.Equal(DeliveryKind.Alert, planned.Kind);
    }

    [Fact]
    public void A_correction_edits_the_message_once_and_after_a_while()
    {
        Tell(1, feed: 1);
        var outbox = new Outbox();

        var planned = Assert.Single(_planner.PlanCorrections(Some.Article(id: 1), outbox, Now));
        outbox.Enqueue([planned.RowOf(new DeliveryId(2), Now)]);

        Assert.Equal((DeliveryKind.Edit, Now.AddMinutes(10)), (planned.Kind, planned.Due));
        Assert.Empty(_planner.PlanCorrections(Some.Article(id: 1), outbox, Now));
    }

    [Fact]
    public void A_digest_collects_for_its_next_time()
    {
        _registry.Put(_registry.Find(Here)! with { Digests = [new Digest { Number = 4, Times = [9 * 60] }] });

        var planned = Assert.Single(_planner.Plan(News(1), [Subscription(1, SubscriptionKind.Topic) with { Mode = SubscriptionMode.Digest, Digest = 4 }], Now));

        Assert.Equal((4, Now.AddHours(1)), (planned.Digest, planned.Due));
    }

    [Fact]
    public void An_archived_subscription_sends_nothing() =>
        Assert.Empty(_planner.Plan(News(1), [Subscription(1, SubscriptionKind.Topic) with { Mode = SubscriptionMode.Archive }], Now));

    [Fact]
    public void A_story_with_enough_sources_breaks_through_quiet_hours()
    {
        _registry.Put(_registry.Find(Here)! with { Quiet = new QuietHours(0, 23 * 60) { ExceptSources = 3 } });

        Assert.True(Assert.Single(_planner.Plan(News(1) with { Sources = 3 }, [Subscription(1, SubscriptionKind.Topic)], Now)).IsUrgent);
        Assert.False(Assert.Single(_planner.Plan(News(1) with { Sources = 2 }, [Subscription(1, SubscriptionKind.Topic)], Now)).IsUrgent);
    }

    /// <param name="joins">The message that it was added to; null for a message of its own.</param>
    private void Tell(long article, long feed, long? story = null, long? joins = null, DateTimeOffset? at = null) =>
        _messages.Put(
        [
            new PlannedDelivery(Here, new ArticleId(article), new StoryId(story ?? article), new SubscriptionId(1), at ?? Now)
            {
                Feed = new FeedId(feed),
                Kind = joins is null ? DeliveryKind.Alert : DeliveryKind.Edit,
                Target = joins is { } target ? new DeliveryId(target) : null,
            }.RowOf(new DeliveryId(article), at ?? Now),
        ]);

    private static StoryNews News(long id, long? story = null, long feed = 1, long? copyOf = null) =>
        new(Some.Article(id: id) with { Story = new StoryId(story ?? id), Feed = new FeedId(feed), CopyOf = copyOf is { } copied ? new ArticleId(copied) : null }, Sources: 1, IsSurelySame: false);

    private static Subscription Subscription(long id, SubscriptionKind kind) => new()
    {
        Id = new SubscriptionId(id),
        Number = (int)id,
        Home = new HomeId("test:home"),
        Place = Here,
        Kind = kind,
        Value = "ferries",
        Since = default,
        ChangedBy = new PersonId("test:person"),
        ChangedAt = Now,
    };
}
