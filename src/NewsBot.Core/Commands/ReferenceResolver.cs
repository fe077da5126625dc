using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Finds the article that a person points at, within what the place may see; a page that is not stored yet is read for those commands that need no more than its text.</summary>
public sealed class ReferenceResolver(INewsStore store, SubscriptionRegistry registry, NamedPages pages)
{
    /// <summary>Either the article, or the answer that says why there is none and what to do.</summary>
    /// <param name="command">Name of the command that asks, for the choice between line and subscription.</param>
    public async Task<Resolution> ResolveAsync(Request request, Reference reference, string command, CancellationToken cancellationToken) => reference switch
    {
        Reference.None => await LineAsync(request, 1, cancellationToken),
        Reference.Line(var number) => await LineAsync(request, number, cancellationToken),
        Reference.Subscription(var number) => new Resolution.Answered(new Reply.Refusal(request.Texts.LineOrSubscription(number))
        {
            Choices = [new(request.Texts.OfLine(number), $"/{command} {number}"), new(request.Texts.OfSubscription(number), "/subscriptions")],
        }),
        Reference.Stored(var article) => await StoredAsync(request, article, cancellationToken),
        Reference.Link(var url) => await LinkAsync(request, url, command, cancellationToken),
        _ => new Resolution.Answered(new Reply.Refusal(request.Texts.NoList)),
    };

    private async Task<Resolution> LinkAsync(Request request, string url, string command, CancellationToken cancellationToken)
    {
        if (SecretMask.HoldsSecret(url))
        {
            return new Resolution.Answered(new Reply.Refusal(request.Texts.LinkHoldsSecret));
        }

        if (await pages.FindAsync(request.Place.Id, url, cancellationToken) is { } stored)
        {
            return new Resolution.Found(stored, null);
        }

        return command is "summary" or "read" or "save"
            ? Answer(request, url, command, await pages.ReadAsync(request.Place.Id, url, cancellationToken))
            : new Resolution.Answered(new Reply.Refusal(request.Texts.LinkNotStored) { Choices = [new(request.Texts.SummaryOfIt, $"/summary {url}")] });
    }

    private static Resolution Answer(Request request, string url, string command, NamedPage page) => page switch
    {
        NamedPage.Stored(var article, PageAccess.Paid) when command != "save" => new Resolution.Answered(new Reply.Message(request.Texts.PageIsSold(article.Title, string.Join(' ', article.Summary)))),
        NamedPage.Stored(var article, _) => new Resolution.Found(article, null),
        NamedPage.NoArticle(PageRefusal.PageOfLinks) => new Resolution.Answered(new Reply.Refusal(request.Texts.PageGivesNone(PageRefusal.PageOfLinks)) { Choices = [new(request.Texts.FollowIt, $"/subscribe {url}")] }),
        NamedPage.NoArticle(var refusal) => new Resolution.Answered(new Reply.Refusal(request.Texts.PageGivesNone(refusal))),
        NamedPage.Unreachable(var reason) => new Resolution.Answered(new Reply.Refusal(request.Texts.PageUnreachable(reason))),
        _ => throw new InvalidOperationException($"Unknown page {page.GetType().Name}."),
    };

    /// <summary>Anybody can make up the number of an article: what the place does not see is not there.</summary>
    private async Task<Resolution> StoredAsync(Request request, ArticleId id, CancellationToken cancellationToken)
    {
        var found = await store.GetArticlesAsync([id], cancellationToken);
        return found.Count > 0 && registry.SightOf(request.Caller.Place).Sees(found[0])
            ? new Resolution.Found(found[0], null)
            : new Resolution.Answered(new Reply.Refusal(request.Texts.ArticleGone));
    }

    private async Task<Resolution> LineAsync(Request request, int number, CancellationToken cancellationToken)
    {
        var view = await store.LastListAsync(request.Caller.Person, request.Caller.Place, cancellationToken);
        if (view is null)
        {
            return new Resolution.Answered(new Reply.Refusal(request.Texts.NoList));
        }

        if (number < 1 || number > view.Articles.Count)
        {
            return new Resolution.Answered(new Reply.Refusal(request.Texts.NoSuchLine(number, view.Articles.Count)));
        }

        var found = await store.GetArticlesAsync([view.Articles[number - 1]], cancellationToken);
        return found.Count > 0 && registry.SightOf(request.Caller.Place).Sees(found[0])
            ? new Resolution.Found(found[0], number)
            : new Resolution.Answered(new Reply.Refusal(request.Texts.NoList));
    }
}

/// <summary>What a reference came to.</summary>
public abstract record Resolution
{
    private Resolution()
    {
    }

    /// <param name="Number">Its line in the last list, or null.</param>
    public sealed record Found(Article Article, int? Number) : Resolution;

    public sealed record Answered(Reply Reply) : Resolution;
}
