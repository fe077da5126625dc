using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>A list that a person saw in a place. It answers "3", "more" and its buttons, also after a restart.</summary>
/// <param name="Token">Names the list in buttons.</param>
/// <param name="Articles">All lines of the list, also of pages not yet shown; at most 200.</param>
/// <param name="Shown">How many lines were shown so far.</param>
public sealed record ListView(string Token, PersonId Person, PlaceId Place, string Title, IReadOnlyList<ArticleId> Articles, int Shown, DateTimeOffset Created)
{
    /// <summary>What the lines show beyond their articles, on later pages too.</summary>
    public ListKind Kind { get; init; }

    /// <summary>What was asked for, as typed.</summary>
    public string Asked { get; init; } = "";
}

/// <summary>What a list holds.</summary>
public enum ListKind
{
    Articles,

    /// <summary>Stories, with their counts.</summary>
    Headlines,

    /// <summary>Hits of a search, with their marks.</summary>
    Hits,
}

/// <summary>Choices that were offered to a person in a place; each stands for a command as it would be typed.</summary>
/// <param name="Token">Names the dialog in buttons.</param>
public sealed record Dialog(string Token, PersonId Person, PlaceId Place, IReadOnlyList<Choice> Choices, DateTimeOffset Created)
{
    /// <summary>What the person was asked, where a reply to it completes a command.</summary>
    public Question? Question { get; init; }
}

/// <summary>A question and the command that its answer completes.</summary>
public sealed record Question(string Text, string Command);

/// <summary>One choice: what the button says and the command it stands for.</summary>
public sealed record Choice(string Label, string Command);

/// <summary>Keeps what a conversation refers back to: the last 20 lists and dialogs of each person in each place.</summary>
public interface IConversationStore
{
    Task SaveListAsync(ListView view, CancellationToken cancellationToken);

    /// <summary>The list this person saw last here.</summary>
    Task<ListView?> LastListAsync(PersonId person, PlaceId place, CancellationToken cancellationToken);

    Task<ListView?> FindListAsync(string token, CancellationToken cancellationToken);

    Task SaveDialogAsync(Dialog dialog, CancellationToken cancellationToken);

    /// <summary>The choices this person was offered last here.</summary>
    Task<Dialog?> LastDialogAsync(PersonId person, PlaceId place, CancellationToken cancellationToken);

    Task<Dialog?> FindDialogAsync(string token, CancellationToken cancellationToken);
}
