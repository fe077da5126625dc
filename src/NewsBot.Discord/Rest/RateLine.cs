namespace NewsBot.Discord.Rest;

/// <summary>The calls that wait for one operation on one thing: by priority, then in the order they came.</summary>
internal sealed class RateLine
{
    private readonly PriorityQueue<RateTicket, (SendPriority, long)> _waiting = new();

    /// <summary>The number of the turn in which it was served last.</summary>
    public long LastTurn { get; set; }

    /// <summary>Who goes next; null when nobody waits.</summary>
    public RateTicket? Head
    {
        get
        {
            while (_waiting.TryPeek(out var ticket, out _) && ticket.IsSettled)
            {
                _waiting.Dequeue();
            }

            return _waiting.TryPeek(out var head, out _) ? head : null;
        }
    }

    public void Add(RateTicket ticket) => _waiting.Enqueue(ticket, (ticket.Priority, ticket.Order));
}
