using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Sets up digests: messages at local times that collect what was matched since the one before.</summary>
public sealed class DigestHandler(INewsStore store, SubscriptionRegistry registry, Outbox outbox, HeadlineReader headlines, ListPager pager, SubscriberChanges changes)
{
    private const int MostNamed = 5;
    internal const int MostDigests = SubscriptionFile.MostDigests;

    public async Task<Reply> DigestAsync(Request request, Command.Digest command, CancellationToken cancellationToken) => DigestWish.Parse(command.Wish) switch
    {
        DigestWish.At at => await SetAsync(request, at, command.Wish, cancellationToken),
        DigestWish.Off => await ClearAsync(request, cancellationToken),
        DigestWish.Now => await NowAsync(request, cancellationToken),
        DigestWish.Unreadable(var word) when word.Length > 0 => new Reply.Refusal(request.Texts.BadDigest(word)),
        _ => Show(request),
    };

    private Reply Show(Request request)
    {
        var texts = request.Texts;
        return request.Place.Digests.Count == 0
            ? new Reply.Message(texts.NoDigest)
            : new Reply.Explanation(texts.DigestsTitle, [.. request.Place.Digests.Select(digest => texts.DigestLine(Times(digest.Times), DayNames.Show(digest.Days), WhatOf(request, digest), Next(request, digest)))]);
    }

    private async Task<Reply> SetAsync(Request request, DigestWish.At wish, string typed, CancellationToken cancellationToken)
    {
        if (request.Place.Digests.Count >= MostDigests)
        {
            return new Reply.Refusal(request.Texts.TooManyDigests(MostDigests));
        }

        var here = registry.Of(request.Home.Id).Where(subscription => subscription.Place == request.Place.Id && subscription.Mode != SubscriptionMode.Archive).ToList();
        List<Subscription> collected = [.. here.Where(subscription => wish.Of is null ? subscription.Digest is null : IsMeant(subscription, wish.Of))];
        if (wish.Of is not null && collected.Count == 0)
        {
            return new Reply.Refusal(request.Texts.NoSuchSubscription(wish.Of));
        }

        // The first digest of a place may be meant instead of the alerts or beside them.
        if (wish.IsOnly is null && collected.Count > 0 && request.Place.LastDigest == 0)
        {
            return new Reply.Message(request.Texts.OnlyOrAlso(collected.Count)) { Choices = [new(request.Texts.OnlyDigest, $"/digest {typed} only"), new(request.Texts.AlsoAtOnce, $"/digest {typed} also")] };
        }

        var digest = new Digest { Number = request.Place.LastDigest + 1, Times = wish.Times, Days = wish.Days, Top = wish.Top, LastSlot = store.Now };
        await changes.ChangeAsync(request.Place.Id, place => place with { Digests = [.. place.Digests, digest], LastDigest = digest.Number }, cancellationToken);
        foreach (var subscription in collected)
        {
            var mode = wish.IsOnly == true ? SubscriptionMode.Digest : SubscriptionMode.AtOnceAndDigest;
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Digest = digest.Number, Mode = mode }, cancellationToken);
        }

        return Answer(request, digest, wish, collected);
    }

    private Reply Answer(Request request, Digest digest, DigestWish.At wish, List<Subscription> collected)
    {
        var texts = request.Texts;
        var what = NamesOf(texts, collected);
        var zone = request.Home.TimeZone is null ? [new Choice(texts.SetTimeZone, "/timezone")] : Array.Empty<Choice>();
        var mode = collected.Count > 0 && wish.IsOnly != true ? collected.Select(subscription => new Choice(texts.OnlyInDigest(subscription.Number), $"/mode #{subscription.Number} digest")).Take(5) : [];
        return new Reply.Message(texts.DigestSet(Times(digest.Times), DayNames.Show(digest.Days), what, Next(request, digest))) { Choices = [.. mode, .. zone] };
    }

    /// <summary>What waited for a digest goes out at once again.</summary>
    private async Task<Reply> ClearAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Place.Digests.Count == 0)
        {
            return new Reply.Message(request.Texts.NoDigest);
        }

        await changes.ChangeAsync(request.Place.Id, place => place with { Digests = [] }, cancellationToken);
        foreach (var subscription in registry.Of(request.Home.Id).Where(subscription => subscription.Place == request.Place.Id && subscription.Digest is not null))
        {
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Digest = null, Mode = SubscriptionMode.AtOnce }, cancellationToken);
        }

        await ReleaseAsync(request.Place.Id, cancellationToken);
        return new Reply.Message(request.Texts.DigestOff);
    }

    /// <summary>Sends what was collected so far; without any, shows the headlines.</summary>
    private async Task<Reply> NowAsync(Request request, CancellationToken cancellationToken)
    {
        var waiting = outbox.Of(request.Place.Id).Where(row => row.Digest is not null).ToList();
        if (waiting.Count > 0)
        {
            var rows = waiting.ConvertAll(row => row with { Due = store.Now });
            await store.SaveDeliveriesAsync(rows, cancellationToken);
            outbox.Update(rows);
            outbox.Touch(request.Place.Id);
            return new Reply.Message(request.Texts.DigestComes(rows.Count));
        }

        var lines = await headlines.TodayAsync(request.Home, request.Place, cancellationToken);
        return lines.Count == 0
            ? new Reply.Message(request.Texts.NoArticles)
            : await pager.StartAsync(request, request.Texts.HeadlinesTitle, lines.Select(line => line.Article.Id), ListPager.PlainLines, cancellationToken);
    }

    private async Task ReleaseAsync(PlaceId place, CancellationToken cancellationToken)
    {
        var rows = outbox.Of(place).Where(row => row.Digest is not null).Select(row => row with { Digest = null, Due = store.Now }).ToList();
        await store.SaveDeliveriesAsync(rows, cancellationToken);
        outbox.Update(rows);
        outbox.Touch(place);
    }

    private static bool IsMeant(Subscription subscription, string what) =>
        string.Equals($"#{subscription.Number}", what, StringComparison.Ordinal)
        || string.Equals(subscription.Folder, what, StringComparison.OrdinalIgnoreCase)
        || string.Equals(subscription.Value, what, StringComparison.OrdinalIgnoreCase);

    private string WhatOf(Request request, Digest digest)
    {
        var collected = registry.Of(request.Home.Id).Where(subscription => subscription.Place == request.Place.Id && subscription.Digest == digest.Number).ToList();
        return NamesOf(request.Texts, collected);
    }

    /// <summary>Some of the subscriptions by name, the others counted.</summary>
    private static string NamesOf(Texts texts, IReadOnlyList<Subscription> collected)
    {
        var some = string.Join(", ", collected.Take(MostNamed).Select(ManagementChoices.Label));
        return collected.Count == 0 ? texts.TheHeadlines : collected.Count > MostNamed ? texts.AndOthers(some, collected.Count - MostNamed) : some;
    }

    private string Next(Request request, Digest digest) =>
        LocalClock.Show(digest.NextSlot(store.Now, request.Home.TimeZone), store.Now, request.Home.TimeZone, request.Texts.Culture);

    /// <summary>As it is shown among the settings.</summary>
    internal static string TimesOf(Digest digest) => DayNames.Show(digest.Days) is { Length: > 0 } days ? $"{Times(digest.Times)} {days}" : Times(digest.Times);

    private static string Times(IReadOnlyList<int> minutes) => string.Join(", ", minutes.Select(MinuteOfDay.Show));
}
