namespace NewsBot.Core.Inbox;

/// <summary>Answers what came in. Called again for the same row when the process ended before it was done, so it is idempotent.</summary>
public interface IInboxHandler
{
    Task HandleAsync(InboxRow row, CancellationToken cancellationToken);
}
