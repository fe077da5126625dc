using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Answers the operator about the instance, and changes what a home may do.</summary>
public sealed class OperatorHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, Outbox outbox, SubscriberChanges changes)
{
    private const int MostHomes = 50;
    private const int LongestAnnouncement = 1_000;
    private const string Confirmation = "yes:";

    /// <summary>Failing feeds first, then by the next check.</summary>
    public Reply Feeds(Request request, Command.Feeds command)
    {
        var all = feeds.All.Where(feed => feed is { Kind: FeedKind.Web, MergedInto: null }).ToList();
        var shown = all.Where(feed => !command.OnlyFailing || feed.Health.LastError is not null).ToList();
        if (shown.Count == 0)
        {
            return new Reply.Message(command.OnlyFailing ? request.Texts.NoFailingFeeds : request.Texts.NothingFollowed);
        }

        var ordered = shown.OrderByDescending(feed => feed.Health.LastError is not null).ThenBy(feed => feed.Health.NextCheck).ToList();
        var page = ShortList.Of(ordered, command.Page, command.OnlyFailing ? "/feeds failing" : "/feeds", request.Texts);
        return new Reply.FeedList(page.Shown, all.Count) { Page = page.Page, Choices = page.Turns };
    }

    public async Task<Reply> StatsAsync(Request request, CancellationToken cancellationToken)
    {
        var web = feeds.All.Where(feed => feed is { Kind: FeedKind.Web, MergedInto: null }).ToList();
        return new Reply.Message(request.Texts.Stats(
            await store.CountArticlesAsync(cancellationToken), web.Count, web.Count(feed => feed.Health.LastError is not null), registry.Count, outbox.Count));
    }

    /// <summary>The homes whose ids hold the words, those with the most subscriptions first.</summary>
    public Reply Chats(Request request, Command.Chats command)
    {
        var found = registry.Homes.Where(home => home.Id.Value.Contains(command.Words, StringComparison.OrdinalIgnoreCase)).ToList();
        var lines = found.Select(home => (Home: home, registry.Of(home.Id).Count)).OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Home.Id.Value, StringComparer.Ordinal).Take(MostHomes);
        return new Reply.Explanation(request.Texts.ChatsTitle(found.Count), [.. lines.Select(pair => request.Texts.ChatLine(pair.Home.Id.Value, pair.Home.HasFullPlan, pair.Home.Banned is not null, pair.Count))]);
    }

    public async Task<Reply> BanAsync(Request request, Command.Ban command, CancellationToken cancellationToken)
    {
        if (registry.Find(new HomeId(command.Home)) is not { } home)
        {
            return new Reply.Refusal(request.Texts.NoSuchHome(command.Home));
        }

        if (home.Id == request.Home.Id && !command.IsLifted)
        {
            return new Reply.Refusal(request.Texts.NotYourself);
        }

        await changes.ChangeAsync(home.Id, held => held with { Banned = command.IsLifted ? null : store.Now }, cancellationToken);
        return new Reply.Message(request.Texts.BanSet(command.Home, !command.IsLifted)) { Choices = [new(request.Texts.Undo, $"/ban {command.Home}{(command.IsLifted ? "" : " off")}")] };
    }

    public async Task<Reply> PlanAsync(Request request, Command.Plan command, CancellationToken cancellationToken)
    {
        if (registry.Find(new HomeId(command.Home)) is not { } home)
        {
            return new Reply.Refusal(request.Texts.NoSuchHome(command.Home));
        }

        if (!Enum.TryParse<HomePlan>(command.Name, ignoreCase: true, out var plan) || !Enum.IsDefined(plan) || !command.Name.All(char.IsAsciiLetter))
        {
            return new Reply.Refusal(request.Texts.BadPlan);
        }

        await changes.ChangeAsync(home.Id, held => held with { Plan = plan }, cancellationToken);
        return new Reply.Message(request.Texts.PlanSet(command.Home, plan == HomePlan.Full));
    }

    /// <summary>Words to every home, through the outbox like everything else; only the confirmed command sends.</summary>
    public async Task<Reply> AnnounceAsync(Request request, Command.Announce command, CancellationToken cancellationToken)
    {
        var isConfirmed = command.Words.StartsWith(Confirmation, StringComparison.OrdinalIgnoreCase);
        var words = isConfirmed ? command.Words[Confirmation.Length..].Trim() : command.Words;
        if (words.Length is 0 or > LongestAnnouncement)
        {
            return new Reply.Refusal(request.Texts.SayWhatToAnnounce(LongestAnnouncement));
        }

        var places = registry.Homes.Where(home => home.Banned is null).Select(PlaceOf).OfType<Place>().DistinctBy(place => place.Id).ToList();
        if (!isConfirmed)
        {
            return new Reply.Message(request.Texts.AnnounceQuestion(words, places.Count)) { Choices = [new(request.Texts.SendIt, $"/announce {Confirmation} {words}")] };
        }

        var planned = places.Select(place => new PlannedDelivery(place.Id, default, default, default, store.Now) { Kind = DeliveryKind.Notice, Words = words });
        outbox.Enqueue(await store.AddDeliveriesAsync([.. planned], null, cancellationToken));
        return new Reply.Message(request.Texts.Announced(places.Count));
    }

    /// <summary>Where the home wants notices, else the chat itself, else the first of its places.</summary>
    private Place? PlaceOf(Home home) =>
        (home.Notices is { } chosen ? registry.Find(chosen) : null) ?? registry.Find(new PlaceId(home.Id.Value)) ?? registry.PlacesOf(home.Id).MinBy(place => place.Id.Value, StringComparer.Ordinal);
}
