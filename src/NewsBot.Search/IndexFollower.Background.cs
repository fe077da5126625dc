namespace NewsBot.Search;

/// <content>What goes on while nobody searches: articles are taken in as they come, and committed when it is time.</content>
internal sealed partial class IndexFollower
{
    /// <summary>Wakes for work only; while something is uncommitted it looks once a second.</summary>
    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _wake.Reader.WaitToReadAsync(cancellationToken))
            {
                _wake.Reader.TryRead(out _);
                await WorkAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the program.
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (MayBeBehind && (await StepAsync(cancellationToken)).Folder is not null)
            {
            }

            await Task.Delay(Pause, time, cancellationToken);
            await CommitWhenDueAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _slot.Unavailable(e);
            await Task.Delay(options.CommitEvery, time, cancellationToken);
        }
    }

    private async Task CommitWhenDueAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_slot.Open is not { Uncommitted: > 0 } folder)
            {
                return;
            }

            if (time.GetElapsedTime(_committed) >= options.CommitEvery)
            {
                Commit(folder);
            }
            else
            {
                _wake.Writer.TryWrite(true);
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
