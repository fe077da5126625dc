using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Answers commands: makes the place known, then hands each command to its handler.</summary>
public sealed class CommandDispatcher(INewsStore store, SubscriptionRegistry registry, ReadingHandler reading, SubscriptionHandler subscriptions)
{
    public async Task<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        await EnsurePlaceAsync(request, cancellationToken);
        return request.Name switch
        {
            "help" or "start" => new Reply.Message(Texts.Help),
            "headlines" => await reading.HeadlinesAsync(request, cancellationToken),
            "latest" => await reading.LatestAsync(request, cancellationToken),
            "search" => await reading.SearchAsync(request, cancellationToken),
            "more" => await reading.MoreAsync(request, cancellationToken),
            "read" => await reading.ReadAsync(request, cancellationToken),
            "summary" => await reading.SummaryAsync(request, cancellationToken),
            "story" => await reading.StoryAsync(request, cancellationToken),
            "save" => await reading.SaveAsync(request, cancellationToken),
            "saved" => await reading.SavedAsync(request, cancellationToken),
            "subscribe" => await subscriptions.SubscribeAsync(request, cancellationToken),
            "unsubscribe" => await subscriptions.UnsubscribeAsync(request, cancellationToken),
            "subscriptions" => subscriptions.List(request),
            "filter" => await subscriptions.FilterAsync(request, cancellationToken),
            "pause" => await subscriptions.PauseAsync(request, cancellationToken),
            "resume" => await subscriptions.ResumeAsync(request, cancellationToken),
            "forgetme" => await ForgetAsync(request, cancellationToken),
            "id" => new Reply.Message($"You are {request.Person}, this place is {request.Place}."),
            _ => new Reply.Refusal(Texts.UnknownCommand(request.Name)),
        };
    }

    private async Task EnsurePlaceAsync(Request request, CancellationToken cancellationToken)
    {
        if (registry.Find(request.Place) is not null)
        {
            return;
        }

        var (home, place) = await store.EnsurePlaceAsync(
            new Home { Id = request.Home, Created = store.Now },
            new Place { Id = request.Place, Home = request.Home, Created = store.Now },
            cancellationToken);
        registry.Put(home);
        registry.Put(place);
    }

    private async Task<Reply> ForgetAsync(Request request, CancellationToken cancellationToken)
    {
        await store.RemovePersonAsync(request.Person, cancellationToken);
        return new Reply.Message(Texts.Forgotten);
    }
}
