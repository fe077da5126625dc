using System.Text;
using CsCheck;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Testing;

namespace NewsBot.Core.Tests.Commands;

/// <summary>Whatever a home follows and has set comes back equal from its file.</summary>
public sealed class TransferPropertyTests
{
    private static readonly Gen<string> Queries = OneOf(
        "ferry timetable", "\"covered market\" -sports", "harbour, =Apple, solar*", "title:bridge lang:en", "مرفأ -ميناء", "フェリー", "naïve & <b>", "a\nb", "\"5 > 3\" 'quoted'", "🚢 sailing");

    private static readonly Gen<string> Words = Gen.OneOf(Queries, OneOf("/fer+y (a|b)/ -x", "-sports", "!\"covered market\""));

    private static readonly Gen<string> Name = OneOf("Larkfield", "../../etc/passwd", "Ærø & <Sons>", "صحيفة", "\"In quotes\"", "line\nbreak", "🚢");

    private static readonly Gen<SendLimit> Limit = Gen.Select(Gen.Int[1, 10_000], Gen.Enum<LimitPeriod>(), (count, period) => new SendLimit(count, period));

    private static readonly Gen<QuietHours> Quiet =
        OneOf("22:00-07:00", "9.30-10.15 sat, sun silent", "1:00-1:00 mon-fri", "23:00-06:00 except 3 sources", "23:00-06:00 tue silent except 2 sources, words storm, \"flood wave\"", "0:00-23:59 except words الفيضان").Select(wish => QuietWish.TryParse(wish)!);

    private static readonly Gen<Style> Look = OneOf(
        "default", "compact", "full images preview silent buttons off rich pin", "title \"Morning paper\"", "title Post tags #a #b", "tags \"#sea and land\" footer \"by <us> & 'them'\"", "merge off edits resend ping 12345", "ping \"news team\" merge copies", "summary buttons on edits off footer \"\"")
        .Select(wish => StyleWish.TryParse(Style.None, wish, out _)!);

    private static readonly Gen<Pause> Held = Gen.Int[0, 400].Select(days => new Pause(Some.Morning, days == 0 ? null : Some.Morning.AddDays(days).AddTicks(days)));

    private static readonly Gen<Digest> Collected =
        Gen.Select(OneOf("7:30", "7:30, 18:00 mon-fri", "6am sat sun", "0:00 23:59 tue"), Gen.Int[1, 50], (wish, top) => DigestWish.Parse($"{wish} top {top}") is DigestWish.At at ? new Digest { Number = 0, Times = at.Times, Days = at.Days, Top = at.Top } : throw new InvalidOperationException());

    private static readonly Gen<Home> Settings = Gen.Select(
        OneOf<string?>(null, "Europe/Berlin", "Asia/Tokyo", "Etc/UTC"), OneOf("", "de", "de, en, pt"), Perhaps(Words), Perhaps(Quiet), Perhaps(Limit), Perhaps(Look), OneOf<string?>(null, "test:anna"), OneOf<AskRule?>(null, AskRule.Everyone, AskRule.Admins, AskRule.Nobody),
        (zone, news, filter, quiet, limit, style, notices, asking) => new Home
        {
            Id = new HomeId("test:anna"),
            Created = Some.Morning,
            TimeZone = zone,
            Language = zone is null ? null : "en",
            NewsLanguages = news.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            Filter = filter,
            Quiet = quiet,
            Limit = limit,
            Style = style,
            Notices = notices is null ? null : new PlaceId(notices),
            Asking = asking,
        });

    private static readonly Gen<Place> Surroundings = Gen.Select(
        Perhaps(Quiet), Perhaps(Limit), Perhaps(Look), Perhaps(Held), Collected.List[0, 4], Gen.Select(Words, Held, (query, held) => new Mute(query, held.Until)).List[0, 3],
        (quiet, limit, style, pause, digests, mutes) => new Place
        {
            Id = new PlaceId("test:anna"),
            Home = new HomeId("test:anna"),
            Created = Some.Morning,
            Quiet = quiet,
            Limit = limit,
            Style = style,
            Pause = pause,
            Digests = [.. digests.Select((digest, index) => digest with { Number = index + 1 })],
            LastDigest = digests.Count,
            Mutes = [.. mutes.DistinctBy(mute => mute.Query)],
        });

    private static readonly Gen<Subscription> Followed = Gen.Select(
        Gen.Select(Gen.Enum<SubscriptionKind>(), Queries, Name), Perhaps(Name), Perhaps(Words), Gen.Enum<SubscriptionMode>(), Perhaps(Limit), Perhaps(Look), Perhaps(Held), Gen.Int[0, 3],
        (what, folder, filter, mode, limit, style, pause, digest) => new Subscription
        {
            Id = default,
            Number = 0,
            Home = new HomeId("test:anna"),
            Place = new PlaceId("test:anna"),
            Kind = what.Item1,
            Value = what.Item1 switch
            {
                SubscriptionKind.Query => what.Item2,
                SubscriptionKind.Top => "top",
                _ => what.Item3,
            },
            Folder = folder,
            Filter = filter,
            Mode = mode,
            Limit = limit,
            Style = style,
            Pause = pause,
            Digest = digest,
            Since = default,
            ChangedBy = new PersonId("test:anna"),
            ChangedAt = Some.Morning,
        });

    [Fact]
    public async Task Everything_that_is_followed_and_set_comes_back_equal() =>
        await Gen.Select(Settings, Surroundings, Followed.List[0, 12]).SampleAsync(
            async (home, place, subscriptions) =>
            {
                var desk = new CommandDesk();
                Fill(desk, home, place, subscriptions);

                if (await desk.AskAsync("/export") is not Reply.Document file)
                {
                    Assert.Empty(subscriptions);
                    return;
                }

                await desk.AskAsync("/import", place: "test:bert", file: new Attachment("any", file.Content));

                var again = Assert.IsType<Reply.Document>(await desk.AskAsync("/export", place: "test:bert"));
                Assert.Equal(Encoding.UTF8.GetString(file.Content.Span), Encoding.UTF8.GetString(again.Content.Span));
            },
            iter: 300);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<T?> Perhaps<T>(Gen<T> gen)
        where T : class =>
        Gen.Select(Gen.Bool, gen, (isThere, value) => isThere ? value : null);

    private static void Fill(CommandDesk desk, Home home, Place place, List<Subscription> subscriptions)
    {
        desk.Registry.Put(home);
        desk.Registry.Put(place);
        var distinct = subscriptions.DistinctBy(subscription => (subscription.Kind, subscription.Value.ToUpperInvariant())).ToList();
        for (var at = 0; at < distinct.Count; at++)
        {
            var subscription = distinct[at];
            FeedId? feed = subscription.Kind == SubscriptionKind.Feed ? new FeedId(100 + at) : null;
            if (feed is { } id)
            {
                desk.Feeds.Put(new Feed { Id = id, Kind = FeedKind.Web, Url = $"https://larkfield.example/{at}", Title = subscription.Value });
            }

            var isCollected = subscription.Mode is SubscriptionMode.Digest or SubscriptionMode.AtOnceAndDigest && place.Digests.Any(digest => digest.Number == subscription.Digest);
            desk.Registry.Put(subscription with
            {
                Id = new SubscriptionId(100 + at),
                Number = at + 1,
                Feed = feed,
                Digest = isCollected ? subscription.Digest : null,
                Mode = isCollected || subscription.Mode == SubscriptionMode.Archive ? subscription.Mode : SubscriptionMode.AtOnce,
            });
        }
    }
}
