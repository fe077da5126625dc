namespace NewsBot.Core.Inbox;

/// <summary>Keeps what came in until it was answered, and remembers the last <see cref="Remembered"/> updates of each source, so that one that comes again is not answered twice.</summary>
public interface IInboxStore
{
    const int Remembered = 1_000;

    /// <summary>Stores the rows in their order and leaves out those whose update is known; returns the new ones with their numbers.</summary>
    Task<IReadOnlyList<InboxRow>> AddToInboxAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken);

    /// <summary>What is not done, in the order of arrival; each row counts one start more. Read once at start.</summary>
    Task<IReadOnlyList<InboxRow>> OpenInboxAsync(string source, CancellationToken cancellationToken);

    /// <summary>The row was answered or given up. Running it twice changes nothing.</summary>
    Task FinishInboxAsync(InboxRow row, CancellationToken cancellationToken);
}
