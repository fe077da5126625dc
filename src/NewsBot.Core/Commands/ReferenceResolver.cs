using NewsBot.Core.Articles;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Finds the article that a person points at, within what the place may see.</summary>
public sealed class ReferenceResolver(INewsStore store, SubscriptionRegistry registry)
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
        Reference.Link => new Resolution.Answered(new Reply.Refusal(request.Texts.CannotReadLink)),
        _ => new Resolution.Answered(new Reply.Refusal(request.Texts.NoList)),
    };

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
