using NewsBot.Core.Articles;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Commands;

/// <summary>Answers with lists: headlines, the newest and bookmarks, always within what the place may see.</summary>
public sealed class ListHandler(INewsStore store, HeadlineReader headlines, ListPager pager)
{
    public async Task<Reply> HeadlinesAsync(Request request, Command.Headlines command, CancellationToken cancellationToken)
    {
        var (ranked, isFresh) = await headlines.ReadAsync(request.Home, request.Place.Id, command.Subject, cancellationToken);
        if (ranked.Count == 0)
        {
            return Nothing(request, command.Subject);
        }

        var byLead = ranked.ToDictionary(story => story.Lead.Id);
        var page = await pager.StartAsync(request, request.Texts.HeadlinesAbout(command.Subject), ranked.Select(story => story.Lead.Id), article => byLead[article.Id].LineAt(store.Now), cancellationToken);
        return isFresh || page.Note is not null ? page : page with { Note = request.Texts.OlderNote };
    }

    public async Task<Reply> LatestAsync(Request request, Command.Latest command, CancellationToken cancellationToken)
    {
        var recent = await headlines.VisibleAsync(request.Place.Id, article => headlines.IsAbout(article, command.Subject), 500, cancellationToken);
        var newest = recent.OrderByDescending(article => article.Published).ThenByDescending(article => article.Id.Value).ToList();
        return newest.Count == 0
            ? Nothing(request, command.Subject)
            : await pager.StartAsync(request, request.Texts.LatestAbout(command.Subject), newest.Select(article => article.Id), null, cancellationToken);
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
}
