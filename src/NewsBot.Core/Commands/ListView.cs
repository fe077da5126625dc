using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>The last list that a person saw in a place. It answers "3" and "more", also after a restart.</summary>
/// <param name="Articles">All lines of the list, also of pages not yet shown; at most 200.</param>
/// <param name="Shown">How many lines were shown so far.</param>
public sealed record ListView(PersonId Person, PlaceId Place, string Title, IReadOnlyList<ArticleId> Articles, int Shown, DateTimeOffset Created);

/// <summary>Keeps what a conversation refers back to.</summary>
public interface IConversationStore
{
    Task SaveListAsync(ListView view, CancellationToken cancellationToken);

    Task<ListView?> LastListAsync(PersonId person, PlaceId place, CancellationToken cancellationToken);
}
