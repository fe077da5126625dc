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
        if (place.Gone is not null)
        {
            return new DeliveryChoice.Wait(null);
        }

        if (place.Pause is { } pause && pause.HoldsAt(now))
        {
            return new DeliveryChoice.Wait(pause.Until);
        }

        var open = state.Rows.Where(row => state.PauseOf(row)?.HoldsAt(now) != true).ToList();
        var due = open.Where(row => row.Due <= now).ToList();
        if (due.Find(row => row.Kind == DeliveryKind.Edit) is { } edit)
        {
            return new DeliveryChoice.Edit(edit);
        }

        if (due.Find(row => row.Digest is not null) is { } collected)
        {
            return new DeliveryChoice.Digest([.. due.Where(row => row.Digest == collected.Digest)]);
        }

        return ChooseAlert(state, open, due, now);
    }

    private static DeliveryChoice ChooseAlert(PlaceDeliveries state, List<OutboxRow> open, List<OutboxRow> due, DateTimeOffset now)
    {
        var quiet = state.Place.Quiet ?? state.Home.Quiet;
        var quietEnd = quiet?.EndAt(now, state.Home.TimeZone);
        List<OutboxRow> ready = quietEnd is not null && !quiet!.IsSilent ? [.. due.Where(row => row.IsUrgent)] : due;
        if (ready.Exists(row => row.Kind == DeliveryKind.Notice))
        {
            return new DeliveryChoice.Notice([.. ready.Where(row => row.Kind == DeliveryKind.Notice)]);
        }

        if (ready.Count > 0 && state.LimitedUntil is { } limited && limited > now)
        {
            return new DeliveryChoice.Wait(limited);
        }

        if (ready.Count > 0)
        {
            var isBurst = ready.Count >= RollUpFrom || (ready.Count > 1 && ready[0].Created < now - StaleAfter);
            return new DeliveryChoice.Alert(isBurst ? ready : [ready[0]], quietEnd is not null);
        }

        var times = open.Where(row => row.Due > now).Select(row => row.Due)
            .Concat(due.Count > 0 && quietEnd is { } end ? [end] : [])
            .Concat(state.Rows.Select(row => state.PauseOf(row)?.Until).OfType<DateTimeOffset>().Where(until => until > now))
            .ToList();
        return new DeliveryChoice.Wait(times.Count > 0 ? times.Min() : null);
    }
}

/// <summary>What the choice depends on.</summary>
/// <param name="Rows">The place's open rows, oldest first.</param>
/// <param name="PauseOf">The pause of the row's subscription, or null.</param>
/// <param name="LimitedUntil">When the place may have its next message, where a limit is reached; else null.</param>
public sealed record PlaceDeliveries(Home Home, Place Place, IReadOnlyList<OutboxRow> Rows, Func<OutboxRow, Pause?> PauseOf, DateTimeOffset? LimitedUntil);
