using NewsBot.Core.Articles;
using NewsBot.Core.Commands;

namespace NewsBot.Core.Delivery;

/// <summary>What is sent; the platform's renderer decides how it looks.</summary>
public abstract record Post
{
    private Post()
    {
    }

    /// <summary>The style that holds here, with nothing left open.</summary>
    public Style Style { get; init; } = Style.Default;

    /// <summary>Without a sound, as style or quiet hours ask.</summary>
    public bool IsSilent { get; init; }

    /// <param name="Delivery">The first of the rows it stands for; the same for every attempt.</param>
    /// <param name="Reason">What it was sent for, such as the query; null for a feed.</param>
    public sealed record Alert(DeliveryId Delivery, Article Article, string? Reason) : Post
    {
        /// <summary>Publishers of copies and later reports that joined, without the article's own.</summary>
        public IReadOnlyList<string> AlsoFrom { get; init; } = [];

        /// <summary>When the article changed after it was sent, or null.</summary>
        public DateTimeOffset? Updated { get; init; }

        /// <summary>True when a message that was sent before takes this form; for platforms that cannot change messages.</summary>
        public bool IsChange { get; init; }

        /// <summary>The message of the same story that it answers, or null.</summary>
        public string? ReplyTo { get; init; }
    }

    /// <summary>Several articles as one message: after quiet hours, a pause, an absence or a burst. Accounts for every article.</summary>
    /// <param name="View">All articles as a list that "more" and its buttons page through.</param>
    public sealed record RollUp(DeliveryId Delivery, IReadOnlyList<Article> Articles, int Total, ListView View) : Post;

    /// <summary>Words about the feeds that are followed.</summary>
    public sealed record Notice(string Text) : Post
    {
        /// <summary>The first of the rows it stands for; the same for every attempt.</summary>
        public DeliveryId Delivery { get; init; }
    }

    /// <summary>Words that ask for a choice.</summary>
    /// <param name="Delivery">The row it stands for; the same for every attempt.</param>
    /// <param name="Dialog">Token of the kept choices.</param>
    public sealed record Question(DeliveryId Delivery, string Text, IReadOnlyList<Choice> Choices, string Dialog) : Post;

    /// <summary>A digest: the first articles told, all of them in the list.</summary>
    public sealed record Digest(DeliveryId Delivery, IReadOnlyList<ListLine> Lines, int Total, ListView View) : Post;
}
