using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;

namespace NewsBot.Core.Commands;

/// <summary>Answers about one article: its text, its summary, its story, and the bookmark.</summary>
public sealed class ArticleHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, ReferenceResolver references, ISummaryWriter writer)
{
    private const int MostSaved = 500;

    public Task<Reply> ReadAsync(Request request, Command.Read command, CancellationToken cancellationToken) =>
        WithArticleAsync(request, command.What, "read", found => Task.FromResult(Read(request, found)), cancellationToken);

    public Task<Reply> SummaryAsync(Request request, Command.Summary command, CancellationToken cancellationToken) =>
        WithArticleAsync(request, command.What, "summary", found => SummarizeAsync(request, found.Article, cancellationToken), cancellationToken);

    public Task<Reply> StoryAsync(Request request, Command.Story command, CancellationToken cancellationToken) =>
        WithArticleAsync(request, command.What, "story", found => StoryAsync(request, found.Article, cancellationToken), cancellationToken);

    public Task<Reply> SaveAsync(Request request, Command.Save command, CancellationToken cancellationToken) =>
        WithArticleAsync(request, command.What, "save", found => SaveAsync(request, found.Article, cancellationToken), cancellationToken);

    /// <summary>Where others read along only what the feed itself publishes is shown whole; the text of a page is for private answers.</summary>
    private Reply Read(Request request, Resolution.Found found)
    {
        var article = found.Article;
        if (request.Caller.IsPrivate)
        {
            return new Reply.ArticleView(article, found.Number);
        }

        return feeds.Find(article.Feed)?.Kind == FeedKind.Pages
            ? new Reply.SummaryView(article, Summarize(article))
            : new Reply.ArticleView(article with { Paragraphs = article.Teaser ?? article.Paragraphs }, found.Number);
    }

    private static IReadOnlyList<string> Summarize(Article article) =>
        ExtractiveSummarizer.Summarize(new SummaryRequest { Title = article.Title, Paragraphs = article.Paragraphs, Language = article.Language });

    private async Task<Reply> SummarizeAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        if ((await store.WrongSummariesAsync(request.Caller.Place, [article.Id], cancellationToken)).Count > 0)
        {
            return new Reply.SummaryView(article, []);
        }

        var written = await writer.WriteAsync(article, Summarize(article), request.Caller.Place, cancellationToken);
        return new Reply.SummaryView(article, written.Sentences) { Model = written.Model };
    }

    private async Task<Reply> StoryAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(request.Caller.Place);
        var members = await store.GetArticlesAsync(await store.StoryArticlesAsync(article.Story, cancellationToken), cancellationToken);
        var visible = members.Where(sight.Sees).OrderBy(member => member.Published).ThenBy(member => member.Id.Value).ToList();
        return StoryTelling.Of(article, visible);
    }

    private async Task<Reply> SaveAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(request.Caller.Person, cancellationToken);
        await store.SavePersonAsync(person with { Saved = [article.Id.Value, .. person.Saved.Where(id => id != article.Id.Value).Take(MostSaved - 1)] }, cancellationToken);
        return new Reply.Message(request.Texts.Saved(article.Title));
    }

    private async Task<Reply> WithArticleAsync(Request request, Reference what, string command, Func<Resolution.Found, Task<Reply>> answer, CancellationToken cancellationToken) =>
        await references.ResolveAsync(request, what, command, cancellationToken) switch
        {
            Resolution.Found found => await answer(found),
            Resolution.Answered(var reply) => reply,
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
}
