namespace NewsBot.Terminal;

/// <summary>One side of a conversation in the terminal, with the bot in this process or in a running one.</summary>
internal interface IChat : IAsyncDisposable
{
    /// <summary>Prints the answer; 0 when the command was carried out, 1 when it was refused.</summary>
    Task<int> AskAsync(string line, CancellationToken cancellationToken);

    /// <summary>Hands over what the bot sends by itself, ready to be printed, until cancelled.</summary>
    Task ShowPostsAsync(Func<string, CancellationToken, Task> show, CancellationToken cancellationToken);

    /// <summary>Completes when nothing that is due waits to be sent here, or after a short while.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}
