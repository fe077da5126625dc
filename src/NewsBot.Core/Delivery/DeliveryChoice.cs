using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>What is to be done for a place now.</summary>
public abstract record DeliveryChoice
{
    private DeliveryChoice()
    {
    }

    /// <summary>Nothing can go out; look again then, or when something changes.</summary>
    public sealed record Wait(DateTimeOffset? Until) : DeliveryChoice;

    /// <summary>One message; <paramref name="Rows"/> in order, more than one for a roll-up.</summary>
    public sealed record Alert(IReadOnlyList<OutboxRow> Rows, bool IsSilent) : DeliveryChoice;

    public sealed record Digest(IReadOnlyList<OutboxRow> Rows) : DeliveryChoice;

    /// <summary>What happened to feeds, as one message.</summary>
    public sealed record Notice(IReadOnlyList<OutboxRow> Rows) : DeliveryChoice;

    /// <summary>Whether so much is wanted.</summary>
    public sealed record Question(OutboxRow Row) : DeliveryChoice;

    public sealed record Edit(OutboxRow Row) : DeliveryChoice;
}

/// <summary>Chooses the next message of a place by what its home, place and subscriptions say now, so that a change of a setting holds at once. Pure.</summary>
public static class DeliveryChooser
{
    /// <summary>So many alerts at once become one roll-up.</summary>
    public const int RollUpFrom = 10;

    /// <summary>Two alerts of which one waited longer than this become one roll-up: after a pause, quiet hours or an outage nobody wants them one by one.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(30);

    public static DeliveryChoice Choose(PlaceDeliveries state, DateTimeOffset now)
    {
        var place = state.Place;
        if (place.Gone is not null || state.Home.Banned is not null)
        {
            return new DeliveryChoice.Wait(null);
        }

        if (place.Pause is { } pause && pause.HoldsAt(now))
        {
            return new DeliveryChoice.Wait(pause.Until);
        }

        if (InDoubt(state.Rows) is { Count: > 0 } begun)
        {
            return begun[0] switch
            {
                { Kind: DeliveryKind.Notice } => new DeliveryChoice.Notice(begun),
                { Kind: DeliveryKind.Question } question => new DeliveryChoice.Question(question),
                { Digest: not null } => new DeliveryChoice.Digest(begun),
                _ => new DeliveryChoice.Alert(begun, IsSilent: false),
            };
        }

        var open = state.Rows.Where(row => state.PauseOf(row)?.HoldsAt(now) != true).ToList();
        var due = open.Where(row => IsDue(row, now)).ToList();
        if (due.Find(row => row.Kind == DeliveryKind.Edit) is { } edit)
        {
            return new DeliveryChoice.Edit(edit);
        }

        var (alert, again) = ChooseAlert(state, [.. due.Where(row => row.Digest is null)], now);
        if (alert is not null)
        {
            return alert;
        }

        return due.Find(row => row.Digest is not null) is { } collected
            ? new DeliveryChoice.Digest([.. due.Where(row => row.Digest == collected.Digest)])
            : new DeliveryChoice.Wait(NextLook(state, open, again, now));
    }

    /// <summary>An alert that is younger than now was planned before the clock was set back: it keeps its place before those that came after.</summary>
    private static bool IsDue(OutboxRow row, DateTimeOffset now) => row.Due <= now || (row is { Kind: DeliveryKind.Alert, Digest: null } && row.Created > now);

    /// <summary>The rows of the message whose outcome is unknown: it comes before everything else, as it was.</summary>
    private static List<OutboxRow> InDoubt(IReadOnlyList<OutboxRow> rows) =>
        rows.FirstOrDefault(row => row.IsInDoubt && row.Kind != DeliveryKind.Edit) is { } first ? [.. rows.Where(row => row.IsInDoubt && row.Message == first.Message)] : [];

    /// <summary>The alert that may go now, or when what is due may go.</summary>
    private static (DeliveryChoice? Message, DateTimeOffset? Again) ChooseAlert(PlaceDeliveries state, List<OutboxRow> due, DateTimeOffset now)
    {
        var quiet = state.Place.Quiet ?? state.Home.Quiet;
        var quietEnd = quiet?.EndAt(now, state.Home.TimeZone);
        List<OutboxRow> ready = quietEnd is not null && !quiet!.IsSilent ? [.. due.Where(row => row.IsUrgent)] : due;
        if (ready.Exists(row => row.Kind == DeliveryKind.Notice))
        {
            return (new DeliveryChoice.Notice([.. ready.Where(row => row.Kind == DeliveryKind.Notice)]), null);
        }

        if (ready.Find(row => row.Kind == DeliveryKind.Question) is { } question)
        {
            return (new DeliveryChoice.Question(question), null);
        }

        if (ready.Count == 0)
        {
            return (null, due.Count > 0 ? quietEnd : null);
        }

        var free = ready.Where(row => !(state.LimitedUntil(row) > now)).ToList();
        if (free.Count == 0)
        {
            return (null, ready.Min(state.LimitedUntil));
        }

        var isBurst = free.Count >= RollUpFrom || (free.Count > 1 && free[0].Created < now - StaleAfter);
        return (new DeliveryChoice.Alert(isBurst ? free : [free[0]], quietEnd is not null), null);
    }

    /// <summary>The first moment at which something may change by itself.</summary>
    private static DateTimeOffset? NextLook(PlaceDeliveries state, List<OutboxRow> open, DateTimeOffset? again, DateTimeOffset now) =>
        open.Where(row => row.Due > now).Select(row => (DateTimeOffset?)row.Due)
            .Concat(state.Rows.Select(row => state.PauseOf(row)?.Until).Where(until => until > now))
            .Append(again)
            .Min();
}

/// <summary>What the choice depends on.</summary>
/// <param name="Rows">The place's open rows, oldest first.</param>
/// <param name="PauseOf">The pause of the row's subscription, or null.</param>
/// <param name="LimitedUntil">When the row may come, where a limit of its place or subscription is reached; else null.</param>
public sealed record PlaceDeliveries(Home Home, Place Place, IReadOnlyList<OutboxRow> Rows, Func<OutboxRow, Pause?> PauseOf, Func<OutboxRow, DateTimeOffset?> LimitedUntil);
