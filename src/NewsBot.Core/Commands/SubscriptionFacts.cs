using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>What is set for one subscription, in sentences. Pure.</summary>
internal static class SubscriptionFacts
{
    public static IEnumerable<string> Of(Request request, Subscription subscription, DateTimeOffset now)
    {
        var texts = request.Texts;
        if (subscription.Folder is { } folder)
        {
            yield return texts.InFolder(folder);
        }

        if (subscription.Filter is { } filter)
        {
            yield return texts.OnlyFilter(filter);
        }

        yield return texts.ComesWhen(texts.ModeName(subscription.Mode), ScheduleOf(request.Place, subscription));
        if (subscription.Limit is { } limit)
        {
            yield return texts.LimitIs(ManagementChoices.Label(subscription), limit.Count, texts.Period(limit.Period));
        }

        if (subscription.Style is { } style)
        {
            yield return texts.StyleIs(ManagementChoices.Label(subscription), StyleWish.Show(style));
        }

        var person = subscription.ChangedBy == request.Caller.Person ? texts.You : subscription.ChangedBy.Value;
        yield return texts.ChangedLast(LocalClock.Show(subscription.ChangedAt, now, request.Home.TimeZone, texts.Culture), person);
    }

    /// <summary>Null where no digest of the place collects it.</summary>
    public static string? ScheduleOf(Place? place, Subscription subscription) =>
        subscription.Digest is { } number && place?.Digests.FirstOrDefault(digest => digest.Number == number) is { } digest ? DigestHandler.TimesOf(digest) : null;
}
