namespace NewsBot.Discord.Rest;

/// <summary>One attempt of one call, from its place in the line to its answer.</summary>
internal sealed class RateTicket(Route route, SendPriority priority, TimeSpan deadline, long order)
{
    public Route Route => route;

    public SendPriority Priority => priority;

    public TimeSpan Deadline => deadline;

    public long Order => order;

    /// <summary>No longer waiting: granted, given up or withdrawn.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Set once it was granted.</summary>
    public RateBucket? Bucket { get; set; }
}
