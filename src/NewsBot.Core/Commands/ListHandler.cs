using NewsBot.Core.Articles;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Commands;

/// <summary>Answers with lists: headlines, the newest and bookmarks, always within what the place may see.</summary>
public sealed class ListHandler(INewsStore store, HeadlineReader headlines, SearchHandler search, ListPager pager)
{
    private const int TopicsOffered = 3;

    public async Task<Reply> HeadlinesAsync(Request request, Command.Headlines command, CancellationToken cancellationToken)
    {
        var (ranked, isFresh) = await headlines.ReadAsync(request.Home, request.Place.Id, command.Subject, cancellationToken);
        if (ranked.Count == 0)
        {
            return Nothing(request, command.Subject);
        }

        var lines = new ListLines(ListKind.Headlines, command.Subject, LinesOf(ranked));
        var page = await pager.StartAsync(request, request.Texts.HeadlinesAbout(command.Subject), ranked.Select(story => story.Lead), lines, cancellationToken);
        return isFresh || page.Note is not null ? page : page with { Note = request.Texts.OlderNote };
    }

    public async Task<Reply> LatestAsync(Request request, Command.Latest command, CancellationToken cancellationToken)
    {
        var newest = await headlines.LatestAsync(request.Place.Id, command.Subject, cancellationToken);
        return newest.Count == 0
            ? Nothing(request, command.Subject)
            : await pager.StartAsync(request, request.Texts.LatestAbout(command.Subject), newest, ListPager.PlainLines, cancellationToken);
    }

    public async Task<Reply> SavedAsync(Request request, CancellationToken cancellationToken)
    {
        var person = await store.GetPersonAsync(request.Caller.Person, cancellationToken);
        return person.Saved.Count == 0
            ? new Reply.Message(request.Texts.NothingSaved)
            : await pager.StartAsync(request, request.Texts.SavedTitle, person.Saved.Select(id => new ArticleId(id)), ListPager.PlainLines, cancellationToken);
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

        return view.Shown >= view.Articles.Count
            ? new Reply.Message(request.Texts.EndOfList)
            : await TurnAsync(request, view, cancellationToken);
    }

    /// <summary>The page of the list that begins where <see cref="ListView.Shown"/> ends.</summary>
    public async Task<Reply.ArticleList> TurnAsync(Request request, ListView view, CancellationToken cancellationToken) =>
        await pager.PageAsync(request, view, await LinesAsync(request, view, cancellationToken), cancellationToken);

    private async Task<Func<Article, ListLine>> LinesAsync(Request request, ListView view, CancellationToken cancellationToken) => view.Kind switch
    {
        ListKind.Headlines => LinesOf((await headlines.ReadAsync(request.Home, request.Place.Id, view.Asked, cancellationToken)).Ranked),
        ListKind.Hits => await search.LinesAsync(request, view.Asked, cancellationToken),
        _ => ListPager.Plain,
    };

    /// <summary>A story that is no longer told is a plain line.</summary>
    private static Func<Article, ListLine> LinesOf(IReadOnlyList<Headline> stories)
    {
        var byLead = stories.ToDictionary(story => story.Lead);
        return article => byLead.TryGetValue(article.Id, out var story) ? story.Line(article) : ListPager.Plain(article);
    }

    /// <summary>Says what to ask instead: the topics with the nearest names, and the archive.</summary>
    private Reply.Message Nothing(Request request, string subject)
    {
        if (subject.Length == 0)
        {
            return new Reply.Message(request.Home.NewsLanguages.Count == 0 ? request.Texts.NoArticles : request.Texts.NothingInLanguages(string.Join(", ", request.Home.NewsLanguages)));
        }

        var topics = headlines.TopicsNear(request.Place.Id, subject).Take(TopicsOffered).Select(topic => new Choice(topic, "/headlines " + topic));
        return new Reply.Message(request.Texts.NothingAbout(subject)) { Choices = [.. topics, new Choice(request.Texts.SearchFor(subject), "/search " + subject)] };
    }
}
