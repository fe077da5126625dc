using System.Globalization;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>What can be picked below settings and subscriptions, as commands that are checked again when they are picked. Nothing where the caller may change nothing. Pure.</summary>
internal static class ManagementChoices
{
    private const int LongestLabel = 32;

    public static IReadOnlyList<Choice> OfSettings(Request request, bool isPaused)
    {
        var texts = request.Texts;
        return Allowed(
            request,
            [
                new(texts.SettingSubscriptions, "/subscriptions"),
                new(texts.ButtonDigest, "/digest"),
                new(texts.ButtonQuiet, "/quiet"),
                new(texts.ButtonStyle, "/style"),
                new(texts.SettingLanguage, "/language"),
                new(texts.SettingTimeZone, "/timezone"),
                isPaused ? new(texts.ButtonResume, "/resume") : new(texts.ButtonPauseWeek, "/pause 7d"),
                .. AskRights.CanBeChosen(request) ? [new(texts.SettingAsking, "/settings ask")] : Array.Empty<Choice>(),
            ]);
    }

    /// <summary>Each leads to what is known of the subscription and to <see cref="Of"/>.</summary>
    public static IReadOnlyList<Choice> OfList(Request request, IReadOnlyList<Subscription> subscriptions) =>
        Allowed(request, [.. subscriptions.Select(subscription => new Choice(Label(subscription), $"/why {Number(subscription)}"))]);

    public static IReadOnlyList<Choice> Of(Request request, Subscription subscription, bool isPaused)
    {
        var (texts, number) = (request.Texts, Number(subscription));
        var mode = subscription.Mode == SubscriptionMode.Digest ? new Choice(texts.ButtonAtOnce, $"/mode {number} once") : new Choice(texts.ButtonOnlyDigest, $"/mode {number} digest");
        return Allowed(
            request,
            [
                isPaused ? new(texts.ButtonResume, $"/resume {number}") : new(texts.ButtonPause, $"/pause {number}"),
                subscription.Filter is null ? new(texts.ButtonFilter, $"/filter {number}") : new(texts.ButtonNoFilter, $"/filter {number} off"),
                request.Place.Digests.Count == 0 ? new(texts.ButtonDigest, "/digest") : mode,
                new(texts.ButtonStyle, $"/style {number}"),
                new(texts.Remove, $"/unsubscribe {number}"),
            ]);
    }

    /// <summary>Number and name, short enough for a button.</summary>
    public static string Label(Subscription subscription) => $"{Number(subscription)} {TextCut.At(subscription.Value, LongestLabel)}";

    private static IReadOnlyList<Choice> Allowed(Request request, params IReadOnlyList<Choice> choices) => request.Caller.Role >= Role.Admin ? choices : [];

    private static string Number(Subscription subscription) => string.Create(CultureInfo.InvariantCulture, $"#{subscription.Number}");
}
