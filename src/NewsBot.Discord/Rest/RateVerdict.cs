namespace NewsBot.Discord.Rest;

/// <summary>What to do now.</summary>
internal sealed class RateVerdict
{
    public List<RateTicket> Granted { get; } = [];

    public List<(RateTicket Ticket, TimeSpan Wait, bool IsForAll)> GivenUp { get; } = [];

    /// <summary>Null when only an answer or another call changes anything.</summary>
    public TimeSpan? NextDue { get; private set; }

    public void Due(TimeSpan at) => NextDue = NextDue is { } next && next <= at ? next : at;
}
