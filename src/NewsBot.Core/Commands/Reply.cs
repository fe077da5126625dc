using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What a command answers, before any platform gives it a form.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    public sealed record Message(string Text) : Reply;

    /// <summary>The command was not carried out; the text says what to do.</summary>
    public sealed record Refusal(string Text) : Reply;

    /// <param name="First">The number of the first line shown.</param>
    /// <param name="Total">Lines of the whole list.</param>
    public sealed record ArticleList(string Title, IReadOnlyList<ListLine> Lines, int First, int Total, string? Note) : Reply;

    public sealed record ArticleView(Article Article) : Reply;

    public sealed record SummaryView(Article Article, IReadOnlyList<string> Sentences) : Reply;

    public sealed record StoryView(string Title, IReadOnlyList<Article> Articles) : Reply;

    public sealed record SubscriptionList(IReadOnlyList<Subscription> Subscriptions, DateTimeOffset Now) : Reply;
}

/// <summary>One line of a list.</summary>
/// <param name="Sources">Distinct publishers of the story among what the place may see.</param>
public sealed record ListLine(Article Article, int Sources);
