using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>What a command answers, before any platform gives it a form. Its texts are in the caller's language.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Choices under the answer; the platform shows them as buttons.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The command that an answer to this question completes, such as "/search"; null when nothing is asked. Platforms let people reply to it.</summary>
    public string? Completes { get; init; }

    public sealed record Message(string Text) : Reply;

    /// <summary>The command was not carried out; the text says what to do.</summary>
    public sealed record Refusal(string Text) : Reply;

    /// <summary>One page of a list.</summary>
    public sealed record ArticleList(ListView View, IReadOnlyList<ListLine> Lines, int First) : Reply
    {
        /// <summary>A sentence about the whole list, or null.</summary>
        public string? Note { get; init; }

        public int Last => First + Lines.Count - 1;

        public int Total => View.Articles.Count;

        public bool HasMore => Last < Total;
    }

    /// <param name="Number">Its line in the last list, or null.</param>
    public sealed record ArticleView(Article Article, int? Number) : Reply;

    /// <param name="Sentences">Verbatim sentences of the article, in its order; empty when the feed gave no text.</param>
    public sealed record SummaryView(Article Article, IReadOnlyList<string> Sentences) : Reply
    {
        /// <summary>The language model that wrote the sentences, to be named with them; null when they are the article's own.</summary>
        public string? Model { get; init; }
    }

    /// <param name="Reports">All reports the place may see, oldest first.</param>
    /// <param name="Sources">Distinct publishers among them.</param>
    public sealed record StoryView(string Title, IReadOnlyList<Article> Reports, int Sources) : Reply
    {
        /// <summary>The story told from all reports; a sentence that one publisher alone says names it.</summary>
        public IReadOnlyList<StorySentence> Summary { get; init; } = [];

        /// <summary>What a report says that no earlier one did; reports that add nothing are left out.</summary>
        public IReadOnlyDictionary<ArticleId, string> Additions { get; init; } = new Dictionary<ArticleId, string>();
    }

    /// <summary>One page of what is followed.</summary>
    public sealed record SubscriptionList(IReadOnlyList<SubscriptionLine> Lines) : Reply
    {
        /// <summary>Which lines of how many these are; null when they are all.</summary>
        public string? Page { get; init; }
    }

    /// <summary>Settings with their values and the command that changes each.</summary>
    public sealed record SettingsView(string Title, IReadOnlyList<SettingLine> Lines) : Reply;

    /// <summary>Lines that explain something, under a title.</summary>
    public sealed record Explanation(string Title, IReadOnlyList<string> Lines) : Reply;

    /// <summary>One page of the instance's feeds.</summary>
    /// <param name="Total">All feeds of the instance.</param>
    public sealed record FeedList(IReadOnlyList<Feed> Feeds, int Total) : Reply
    {
        /// <inheritdoc cref="SubscriptionList.Page"/>
        public string? Page { get; init; }
    }

    /// <summary>A file for the caller.</summary>
    /// <param name="FileName">A plain name without folder.</param>
    public sealed record Document(string FileName, ReadOnlyMemory<byte> Content, string Text) : Reply;
}

/// <summary>One line of a list.</summary>
/// <param name="Sources">Distinct publishers of the story among what the place may see.</param>
public sealed record ListLine(Article Article, int Sources)
{
    /// <summary>True when the story grows faster than stories usually do.</summary>
    public bool IsRising { get; init; }

    /// <summary>One sentence of the article: its summary, or where a search hit it with the hits marked. Null when there is no text.</summary>
    public RichText? Sentence { get; init; }

    /// <summary>When it was sent to this place, or null.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>The platform's id of the message that told it here, or null.</summary>
    public string? SentMessage { get; init; }
}

/// <summary>One subscription as people see it.</summary>
/// <param name="Delivered">When something was last sent for it, or null.</param>
/// <param name="Problem">Why its feed cannot be read now, or null.</param>
public sealed record SubscriptionLine(Subscription Subscription, DateTimeOffset? Delivered, string? Problem, bool IsPaused);

/// <param name="Command">What to type to change it.</param>
public sealed record SettingLine(string Name, string Value, string Command);
