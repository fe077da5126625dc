using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Commands;

/// <summary>Answers with lists: headlines, the newest, search and bookmarks, always within what the place may see.</summary>
public sealed class ListHandler(INewsStore store, FeedRegistry feeds, SubscriptionRegistry registry, ListPager pager)
{
    private const int MostScanned = 5_000;
    private static readonly TimeSpan Today = TimeSpan.FromHours(24);

    public async Task<Reply> HeadlinesAsync(Request request, Command.Headlines command, CancellationToken cancellationToken)
    {
        var recent = await VisibleAsync(request, article => IsAbout(article, command.Subject) && IsInNewsLanguage(request, article), 500, cancellationToken);
        var stories = recent.GroupBy(article => article.Story).Select(Headline.Of).ToList();
        var fresh = stories.Where(story => story.Newest >= store.Now - Today).ToList();
        var ranked = (fresh.Count > 0 ? fresh : stories).OrderByDescending(story => story.Rank(store.Now)).ThenByDescending(story => story.Lead.Id.Value).ToList();
        if (ranked.Count == 0)
        {
            return Nothing(request, command.Subject);
        }

        var byLead = ranked.ToDictionary(story => story.Lead.Id);
        var page = await pager.StartAsync(
            request,
            request.Texts.HeadlinesAbout(command.Subject),
            ranked.Select(story => story.Lead.Id),
            article => ListPager.Plain(article) with { Sources = byLead[article.Id].Sources, IsRising = byLead[article.Id].IsRising(store.Now) },
            cancellationToken);
        return fresh.Count > 0 || page.Note is not null ? page : page with { Note = request.Texts.OlderNote };
    }

    public async Task<Reply> LatestAsync(Request request, Command.Latest command, CancellationToken cancellationToken)
    {
        var recent = await VisibleAsync(request, article => IsAbout(article, command.Subject), 500, cancellationToken);
        var newest = recent.OrderByDescending(article => article.Published).ThenByDescending(article => article.Id.Value).ToList();
        return newest.Count == 0
            ? Nothing(request, command.Subject)
            : await pager.StartAsync(request, request.Texts.LatestAbout(command.Subject), newest.Select(article => article.Id), null, cancellationToken);
    }

    public async Task<Reply> SearchAsync(Request request, Command.Search command, CancellationToken cancellationToken)
    {
        if (command.Words.Length == 0)
        {
            return new Reply.Refusal(request.Texts.SayWhatToSearch);
        }

        if (QueryParser.Parse(command.Words) is not QueryParseResult.Parsed(var query))
        {
            return new Reply.Refusal(((QueryParseResult.Invalid)QueryParser.Parse(command.Words)).Advice);
        }

        var found = await VisibleAsync(request, article => query.Matches(SearchText.Of(article, feeds.TopicsOf(article))), ListPager.MostLines, cancellationToken);
        return found.Count == 0
            ? new Reply.Message(request.Texts.NothingFound(command.Words))
            : await pager.StartAsync(request, request.Texts.Found(command.Words), found.Select(article => article.Id), null, cancellationToken);
    }

    public async Task<Reply> SavedAsync(Request request, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(request.Caller.Person, cancellationToken);
        return person.Saved.Count == 0
            ? new Reply.Message(request.Texts.NothingSaved)
            : await pager.StartAsync(request, request.Texts.SavedTitle, person.Saved.Select(id => new ArticleId(id)), null, cancellationToken);
    }

    public async Task<Reply> MoreAsync(Request request, Command.More command, CancellationToken cancellationToken)
    {
        var view = command.List is { } token
            ? await store.FindListAsync(token, cancellationToken)
            : await store.LastListAsync(request.Caller.Person, request.Caller.Place, cancellationToken);
        if (view is null || view.Place != request.Caller.Place)
        {
            return new Reply.Refusal(request.Texts.NoList);
        }

        return view.Shown >= view.Articles.Count ? new Reply.Message(request.Texts.EndOfList) : await pager.PageAsync(request, view, null, cancellationToken);
    }

    private static Reply Nothing(Request request, string subject) =>
        new Reply.Message(subject.Length > 0 ? request.Texts.NothingAbout(subject) : request.Texts.NoArticles);

    private async Task<IReadOnlyList<Article>> VisibleAsync(Request request, Func<Article, bool> wanted, int limit, CancellationToken cancellationToken)
    {
        var sight = registry.SightOf(request.Caller.Place);
        var found = new List<Article>();
        ArticleId? below = null;
        for (var scanned = 0; scanned < MostScanned && found.Count < limit; scanned += 500)
        {
            var chunk = await store.NewestArticlesAsync(below, 500, cancellationToken);
            found.AddRange(chunk.Where(article => sight.Sees(article) && wanted(article)));
            if (chunk.Count < 500)
            {
                break;
            }

            below = chunk[^1].Id;
        }

        return [.. found.Take(limit)];
    }

    private bool IsAbout(Article article, string subject) =>
        subject.Length == 0
        || feeds.TopicsOf(article).Contains(subject, StringComparer.OrdinalIgnoreCase)
        || TextFolding.Fold(article.Source).Contains(TextFolding.Fold(subject), StringComparison.Ordinal);

    private static bool IsInNewsLanguage(Request request, Article article) =>
        request.Home.NewsLanguages.Count == 0 || article.Language is null || request.Home.NewsLanguages.Contains(article.Language, StringComparer.OrdinalIgnoreCase);
}
