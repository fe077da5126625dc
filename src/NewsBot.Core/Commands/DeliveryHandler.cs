using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Sets when and how many messages come: quiet hours, limits, and where notices go.</summary>
public sealed class DeliveryHandler(SubscriptionRegistry registry, SubscriberChanges changes)
{
    public async Task<Reply> QuietAsync(Request request, Command.Quiet command, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var held = request.Place.Quiet ?? request.Home.Quiet;
        if (command.Wish.Length == 0)
        {
            return new Reply.Message(held is null ? texts.NoQuiet : texts.QuietIs(QuietWish.Show(held)));
        }

        if (IsOff(command.Wish))
        {
            await changes.ChangeAsync(request.Place.Id, place => place with { Quiet = null }, cancellationToken);
            return new Reply.Message(texts.QuietOff);
        }

        if (QuietWish.TryParse(command.Wish) is not { } quiet)
        {
            return new Reply.Refusal(texts.BadQuiet(command.Wish));
        }

        if (quiet.ExceptQuery is { } except && QueryParser.Parse(except) is QueryParseResult.Invalid(var advice))
        {
            return new Reply.Refusal(advice);
        }

        await changes.ChangeAsync(request.Place.Id, place => place with { Quiet = quiet }, cancellationToken);
        return new Reply.Message(texts.QuietIs(QuietWish.Show(quiet))) { Choices = request.Home.TimeZone is null ? [new(texts.SetTimeZone, "/timezone")] : [] };
    }

    public async Task<Reply> LimitAsync(Request request, Command.Limit command, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var chosen = command.What is Selection.Numbered(var number) ? registry.Of(request.Home.Id).FirstOrDefault(subscription => subscription.Number == number) : null;
        if (command.What is Selection.Numbered(var missing) && chosen is null)
        {
            return new Reply.Refusal(texts.NoSuchSubscription($"#{missing}"));
        }

        var name = chosen is null ? texts.ThisPlace : $"#{chosen.Number} {chosen.Value}";
        if (command.Wish.Length == 0)
        {
            return new Reply.Message((chosen is null ? request.Place.Limit ?? request.Home.Limit : chosen.Limit) is { } held ? texts.LimitIs(name, held.Count, texts.Period(held.Period)) : texts.NoLimit(name));
        }

        if (command.Wish.Equals("keep", StringComparison.OrdinalIgnoreCase))
        {
            return new Reply.Message(texts.LimitKept);
        }

        var limit = IsOff(command.Wish) ? null : LimitOf(command.Wish);
        if (limit is null && !IsOff(command.Wish))
        {
            return new Reply.Refusal(texts.BadLimit(command.Wish));
        }

        await (chosen is null
            ? changes.ChangeAsync(request.Place.Id, place => place with { Limit = limit }, cancellationToken)
            : changes.ChangeAsync(request.Caller.Person, chosen, subscription => subscription with { Limit = limit }, cancellationToken));
        return new Reply.Message(limit is null ? texts.NoLimit(name) : texts.LimitIs(name, limit.Count, texts.Period(limit.Period)));
    }

    /// <summary>"10 per day", "3/hour" or a bare number, which counts a day; null when it cannot be read.</summary>
    internal static SendLimit? LimitOf(string wish)
    {
        var words = wish.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        var period = words[^1].StartsWith("h", StringComparison.OrdinalIgnoreCase) ? LimitPeriod.Hour : LimitPeriod.Day;
        return int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000 && words.Length <= 3 ? new SendLimit(count, period) : null;
    }

    public async Task<Reply> NoticesAsync(Request request, Command.Notices command, CancellationToken cancellationToken)
    {
        PlaceId? target = command.Where.ToLowerInvariant() switch
        {
            "here" => request.Place.Id,
            "me" => new PlaceId(request.Caller.Person.Value),
            _ => null,
        };
        if (target is null)
        {
            return new Reply.Refusal(request.Texts.SayWhereNotices);
        }

        await changes.ChangeAsync(request.Home.Id, home => home with { Notices = target }, cancellationToken);
        return new Reply.Message(request.Texts.NoticesSet(target.Value == request.Place.Id));
    }

    private static bool IsOff(string text) => text.Equals("off", StringComparison.OrdinalIgnoreCase);
}
