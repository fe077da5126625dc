using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Sends posts to the places of one platform. Implementations send once and report; waiting and repeating is the lane's.</summary>
public interface IMessenger
{
    /// <summary>The platform whose places it serves, such as "terminal".</summary>
    string Platform { get; }

    /// <summary>How fast the platform takes messages.</summary>
    IReadOnlyList<PaceRule> Pace { get; }

    /// <summary>Keeps what was sent against <see cref="Pace"/>; asked for once, by the lane. A messenger that sends several messages for a post keeps it too and takes a turn for each of the others.</summary>
    SendPace OpenPace() => new(Pace);

    /// <summary>True for a place that many read and nobody answers in: what is asked of its admins is not asked there.</summary>
    bool IsBroadcast(PlaceId place) => false;

    Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken);

    /// <summary>Changes a message that was sent before. Idempotent.</summary>
    Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken);
}

/// <summary>What is known after a send.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Sent(string? MessageId) : SendResult
    {
        /// <summary>Why the place cannot be reached from now on, although this message still arrived close by, as in the chat of a topic that was closed; null else.</summary>
        public string? Lost { get; init; }
    }

    /// <summary>Proven not delivered; try again after the delay.</summary>
    /// <param name="IsForAll">True when the platform named the whole token, not only this place.</param>
    public sealed record RetryAfter(TimeSpan Delay, bool IsForAll) : SendResult;

    /// <summary>The message may have arrived.</summary>
    public sealed record Unknown(string Reason) : SendResult;

    /// <summary>Nobody is there now; the row stays queued until the place is back.</summary>
    public sealed record Absent : SendResult;

    /// <summary>The place cannot be reached any more: blocked, kicked, deleted, a lost right.</summary>
    public sealed record PlaceGone(string Reason) : SendResult;

    /// <summary>The place goes on under another id.</summary>
    public sealed record PlaceMoved(PlaceId Place) : SendResult;

    /// <summary>This message will never be taken.</summary>
    public sealed record Rejected(string Reason) : SendResult;
}
