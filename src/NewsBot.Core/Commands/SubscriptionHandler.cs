using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Shows and changes what a home receives.</summary>
public sealed class SubscriptionHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, WaitingAlerts alerts, Backtest backtest, TransferHandler transfer, SubscriberChanges changes)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);
    private static readonly TimeSpan TimeToChoose = TimeSpan.FromSeconds(15);

    public async Task<Reply> ListAsync(Request request, Command.Subscriptions command, CancellationToken cancellationToken)
    {
        var all = registry.Of(request.Home.Id);
        if (all.Count == 0)
        {
            return new Reply.Message(request.Texts.NothingFollowed);
        }

        var recent = await store.RecentDeliveriesAsync(request.Place.Id, store.Now - Remembered, cancellationToken);
        var page = ShortList.Of(all, command.Page, "/subscriptions", request.Texts);
        var delivered = recent.Where(row => row.State == DeliveryState.Sent).GroupBy(row => row.Subscription).ToDictionary(group => group.Key, group => group.Max(row => row.Finished));
        return new Reply.SubscriptionList([.. page.Shown.Select(subscription => new SubscriptionLine(
            subscription,
            delivered.GetValueOrDefault(subscription.Id),
            subscription.Feed is { } id ? feeds.Find(id)?.Health.LastError : null,
            subscription.Pause?.HoldsAt(store.Now) == true || request.Place.Pause?.HoldsAt(store.Now) == true))])
        {
            Page = page.Page,
            Choices = [.. ManagementChoices.OfList(request, page.Shown), .. page.Turns],
        };
    }

    public async Task<Reply> UnsubscribeAsync(Request request, Command.Unsubscribe command, CancellationToken cancellationToken)
    {
        var chosen = Chosen(request, command.What);
        if (chosen.Count == 0)
        {
            return Picker(request, command.What, "/unsubscribe {0}");
        }

        if (command.What is Selection.All && !command.Confirmed)
        {
            return transfer.Document(request, request.Texts.ResetQuestion) with { Choices = [new(request.Texts.Yes, "/unsubscribe all yes")] };
        }

        var file = chosen.Count > 1 ? transfer.Document(request, request.Texts.UnfollowedAll(chosen.Count)) : null;
        foreach (var subscription in chosen)
        {
            await store.RemoveSubscriptionAsync(subscription.Id, cancellationToken);
            registry.Remove(subscription.Id);
        }

        return file ?? (Reply)new Reply.Message(request.Texts.Unfollowed(chosen[0].Number, chosen[0].Value)) { Choices = FollowAgain(request, chosen[0]) };
    }

    /// <summary>Nothing where a command cannot say all that was set.</summary>
    private IReadOnlyList<Choice> FollowAgain(Request request, Subscription removed)
    {
        var isPlain = removed is { Mode: SubscriptionMode.AtOnce, Limit: null, Style: null, Pause: null } && (removed.Kind == SubscriptionKind.Feed || removed.Filter is null);
        var what = removed.Kind switch
        {
            SubscriptionKind.Feed => removed.Feed is { } id ? feeds.Find(id)?.Url : null,
            SubscriptionKind.Topic => $"topic:{removed.Value}",
            SubscriptionKind.Source => $"source:{removed.Value}",
            _ => removed.Value,
        };
        return isPlain && what is not null ? [new(request.Texts.Undo, $"/subscribe {what} {removed.Filter}".TrimEnd() + (removed.Folder is { } folder ? $" in {folder}" : ""))] : [];
    }

    public async Task<Reply> FilterAsync(Request request, Command.Filter command, CancellationToken cancellationToken)
    {
        var (what, words) = FolderSelection.Take(command.What, command.Words, registry.FoldersOf(request.Home.Id));
        command = new Command.Filter(what, words);
        var chosen = Chosen(request, command.What);
        if (command.What is Selection.None && registry.Of(request.Home.Id) is [var only])
        {
            chosen = [only];
        }

        if (chosen.Count == 0)
        {
            return Picker(request, command.What, $"/filter {{0}} {(command.Words.Length > 0 ? command.Words : "off")}");
        }

        if (command.Words.Length == 0)
        {
            return new Reply.Refusal(request.Texts.WhichWords(chosen[0].Number)) { Completes = string.Create(CultureInfo.InvariantCulture, $"/filter #{chosen[0].Number}") };
        }

        return command.Words.Equals("off", StringComparison.OrdinalIgnoreCase)
            ? await ClearFilterAsync(request, command, chosen, cancellationToken)
            : await SetFilterAsync(request, command, chosen, cancellationToken);
    }

    public async Task<Reply> PauseAsync(Request request, Command.Pause command, CancellationToken cancellationToken)
    {
        var (named, time) = FolderSelection.Take(command.What, command.Until, registry.FoldersOf(request.Home.Id));
        command = new Command.Pause(named, time);
        var end = command.Until.Length == 0 ? null : PauseEnd.TryParse(command.Until, store.Now, request.Home.TimeZone);
        if (command.Until.Length > 0 && end is null)
        {
            return new Reply.Refusal(request.Texts.BadTime(command.Until));
        }

        return await SetPauseAsync(request, command.What, new Pause(store.Now, end), cancellationToken) is { } what
            ? new Reply.Message(request.Texts.PausedNow(what, end is { } until ? LocalClock.Show(until, store.Now, request.Home.TimeZone, request.Texts.Culture) : null))
            : Picker(request, command.What, $"/pause {{0}} {command.Until}");
    }

    /// <summary>When much came meanwhile it waits a moment longer: time to choose less of it. Without a choice all of it follows.</summary>
    public async Task<Reply> ResumeAsync(Request request, Command.Resume command, CancellationToken cancellationToken)
    {
        var (texts, isChosen) = (request.Texts, IsChosen(request, command.What));
        var skipped = command.Kept is { } kept ? await alerts.KeepBestAsync(request.Place.Id, isChosen, kept, cancellationToken) : 0;
        var waiting = alerts.Of(request.Place.Id, isChosen).Count;
        var asks = command.Kept is null && waiting >= DeliveryChooser.RollUpFrom;
        if (await SetPauseAsync(request, command.What, asks ? new Pause(store.Now, store.Now + TimeToChoose) : null, cancellationToken) is not { } what)
        {
            return Picker(request, command.What, "/resume {0}");
        }

        if (!asks)
        {
            return new Reply.Message(command.Kept switch
            {
                null => texts.Resumed(what, waiting),
                0 => texts.ResumedSkipping(what, skipped),
                _ => texts.ResumedWithBest(what, waiting, skipped),
            });
        }

        var chosen = command.What is Selection.Numbered(var number) ? string.Create(CultureInfo.InvariantCulture, $"/resume #{number}") : $"/resume {Named(command.What)}".TrimEnd();
        return new Reply.Message(texts.ResumedSoon(what, waiting, (int)TimeToChoose.TotalSeconds)) { Choices = [new(texts.ButtonBest(WaitingAlerts.Best), $"{chosen} top"), new(texts.ButtonSkip, $"{chosen} skip")] };
    }

    private static string Named(Selection what) => what switch
    {
        Selection.All => "all",
        Selection.Named(var name) => name,
        _ => "",
    };

    /// <summary>Tells of each waiting row whether it belongs to what was chosen.</summary>
    private Func<OutboxRow, bool> IsChosen(Request request, Selection what)
    {
        var chosen = Chosen(request, what).Select(subscription => subscription.Id).ToHashSet();
        return row => what is Selection.None || chosen.Contains(row.Subscription);
    }

    /// <summary>What was paused or resumed; null when the selection names nothing.</summary>
    private async Task<string?> SetPauseAsync(Request request, Selection what, Pause? pause, CancellationToken cancellationToken)
    {
        if (what is Selection.None)
        {
            await changes.ChangeAsync(request.Place.Id, place => place with { Pause = pause }, cancellationToken);
            return request.Texts.ThisPlace;
        }

        var chosen = Chosen(request, what);
        foreach (var subscription in chosen)
        {
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Pause = pause }, cancellationToken);
        }

        return chosen.Count == 0 ? null : NameOf(request, chosen);
    }

    private async Task<Reply> SetFilterAsync(Request request, Command.Filter command, IReadOnlyList<Subscription> chosen, CancellationToken cancellationToken)
    {
        if (QueryParser.Parse(command.Words) is not QueryParseResult.Parsed(var query))
        {
            return new Reply.Refusal(((QueryParseResult.Invalid)QueryParser.Parse(command.Words)).Advice);
        }

        var test = await backtest.RunAsync(registry.SightOf(request.Place.Id), query, chosen, cancellationToken);
        if (command.What is Selection.All)
        {
            await changes.ChangeAsync(request.Home.Id, home => home with { Filter = command.Words }, cancellationToken);
            return new Reply.Message(request.Texts.FilterSet(request.Texts.ThisHome, command.Words, test.Passed, test.Looked, test.Examples.Count > 0 ? test.Examples[0].Title : null)) { Choices = [new(request.Texts.Undo, $"/filter all {request.Home.Filter ?? "off"}")] };
        }

        foreach (var subscription in chosen)
        {
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Filter = command.Words }, cancellationToken);
        }

        return new Reply.Message(request.Texts.FilterSet(NameOf(request, chosen), command.Words, test.Passed, test.Looked, test.Examples.Count > 0 ? test.Examples[0].Title : null))
        {
            Choices = chosen.Count == 1 ? [new(request.Texts.Undo, $"/filter #{chosen[0].Number} {chosen[0].Filter ?? "off"}")] : [],
        };
    }

    private async Task<Reply> ClearFilterAsync(Request request, Command.Filter command, IReadOnlyList<Subscription> chosen, CancellationToken cancellationToken)
    {
        if (command.What is Selection.All)
        {
            await changes.ChangeAsync(request.Home.Id, home => home with { Filter = null }, cancellationToken);
            return new Reply.Message(request.Texts.FilterOff(request.Texts.ThisHome));
        }

        foreach (var subscription in chosen)
        {
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Filter = null }, cancellationToken);
        }

        return new Reply.Message(request.Texts.FilterOff(NameOf(request, chosen)));
    }

    private IReadOnlyList<Subscription> Chosen(Request request, Selection what) => what switch
    {
        Selection.Numbered(var number) => [.. registry.Of(request.Home.Id).Where(subscription => subscription.Number == number)],
        Selection.All => registry.Of(request.Home.Id),
        Selection.Named(var name) => [.. registry.Of(request.Home.Id).Where(subscription => Is(subscription.Folder, name) || Is(subscription.Value, name))],
        _ => [],
    };

    private static bool Is(string? text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(Request request, IReadOnlyList<Subscription> chosen) =>
        chosen.Count == 1 ? $"#{chosen[0].Number} {chosen[0].Value}" : request.Texts.AllOf(chosen.Count);

    /// <summary>Asks which subscription is meant; <paramref name="command"/> gets its number in place of {0}.</summary>
    private Reply Picker(Request request, Selection what, string command)
    {
        var all = registry.Of(request.Home.Id);
        if (all.Count == 0)
        {
            return new Reply.Refusal(request.Texts.NothingFollowed);
        }

        var question = what switch
        {
            Selection.Numbered(var number) => request.Texts.NoSuchSubscription($"#{number}"),
            Selection.Named(var name) => request.Texts.NoSuchSubscription(name),
            _ => request.Texts.WhichSubscription,
        };
        return new Reply.Refusal(question)
        {
            Choices = [.. all.Take(20).Select(subscription => new Choice(ManagementChoices.Label(subscription), command.Replace("{0}", $"#{subscription.Number}", StringComparison.Ordinal).TrimEnd()))],
        };
    }
}
