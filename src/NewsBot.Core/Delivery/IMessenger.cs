using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Sends posts to the places of one platform.</summary>
public interface IMessenger
{
    /// <summary>The platform whose places it serves, such as "terminal".</summary>
    string Platform { get; }

    Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken);
}

/// <summary>What is sent; the platform's renderer decides how it looks.</summary>
public abstract record Post
{
    private Post()
    {
    }

    /// <param name="Reason">What it was sent for, such as the query; null for a feed.</param>
    public sealed record Alert(DeliveryId Delivery, Article Article, string? Reason) : Post;

    /// <summary>Several articles as one message: after a pause, an absence or a burst. Accounts for every article.</summary>
    public sealed record RollUp(IReadOnlyList<Article> Articles, int Total) : Post;
}

/// <summary>What is known after a send.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Sent(string MessageId) : SendResult;

    /// <summary>Proven not delivered.</summary>
    public sealed record RetryAfter(TimeSpan Delay) : SendResult;

    /// <summary>The message may have arrived.</summary>
    public sealed record Unknown(string Reason) : SendResult;

    /// <summary>Nobody is there now; the row stays queued until the place is back.</summary>
    public sealed record Absent : SendResult;

    public sealed record Rejected(string Reason) : SendResult;
}
