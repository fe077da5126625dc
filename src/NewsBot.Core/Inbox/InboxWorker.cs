using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Inbox;

/// <summary>
/// Answers the rows of one source: each lane in the order of arrival, several lanes at once, at most <see cref="MostWaiting"/> rows in memory. A row is done after its answer; one that is too old by then is passed over, one that ended the process again and again is given up.
/// </summary>
public sealed partial class InboxWorker(string source, IInboxHandler handler, INewsStore store, TimeSpan longestWait, TimeProvider time, ILogger<InboxWorker> logger) : IDisposable
{
    /// <summary>Lanes that are answered at the same time. Most of them wait until their chat may be sent to again, and should hold up nobody else.</summary>
    public const int Parallel = 64;

    public const int MostWaiting = 1_000;
    private const int MostStarts = 3;

    /// <summary>How long a stop waits for what is being answered; what then is not done is answered at the next start.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<InboxRow>> _lanes = new(StringComparer.Ordinal);
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<long> _held = [];

    /// <summary>Stores the rows that are new and returns once they are on disk; waits while too many are unanswered.</summary>
    public async Task AcceptAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        for (var taken = 0; taken < rows.Count; taken++)
        {
            await _room.WaitAsync(cancellationToken);
        }

        IReadOnlyList<InboxRow> added = [];
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                added = await store.AddToInboxAsync(rows, cancellationToken);
                Enqueue(added);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Release(rows.Count - added.Count);
        }
    }

    /// <summary>Takes up what an earlier process left, then answers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var abandon = new CancellationTokenSource();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => WorkAsync(end.Token, abandon.Token)));
        try
        {
            await TakeUpAsync(cancellationToken);
            await Task.WhenAny(workers, stopped.Task);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAny(workers, Task.Delay(DrainTime, time, CancellationToken.None));
            await abandon.CancelAsync();
            await workers;
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _turn.Dispose();
    }

    /// <summary>Enqueues what is open before anything that comes now; what was accepted before is in memory already and is not answered twice.</summary>
    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var row in await store.OpenInboxAsync(source, cancellationToken))
            {
                if (!IsHeld(row))
                {
                    await _room.WaitAsync(cancellationToken);
                    Enqueue([row]);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsHeld(InboxRow row)
    {
        lock (_gate)
        {
            return _held.Contains(row.Number);
        }
    }

    private void Enqueue(IReadOnlyList<InboxRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                if (!_lanes.TryGetValue(row.Lane, out var lane))
                {
                    _lanes[row.Lane] = lane = new Queue<InboxRow>();
                    _ready.Writer.TryWrite(row.Lane);
                }

                lane.Enqueue(row);
                _held.Add(row.Number);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var lane = await _ready.Reader.ReadAsync(stop);
                await AnswerNextAsync(lane, abandon);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rows stay open in the store.
        }
    }

    /// <summary>Answers the first row of the lane; the lane becomes ready again when it holds another.</summary>
    private async Task AnswerNextAsync(string lane, CancellationToken abandon)
    {
        InboxRow row;
        lock (_gate)
        {
            row = _lanes[lane].Peek();
        }

        await AnswerAsync(row, abandon);
        lock (_gate)
        {
            _held.Remove(_lanes[lane].Dequeue().Number);
            if (_lanes[lane].Count > 0)
            {
                _ready.Writer.TryWrite(lane);
            }
            else
            {
                _lanes.Remove(lane);
            }
        }

        Release(1);
    }

    private async Task AnswerAsync(InboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (row.Starts >= MostStarts)
            {
                LogGivenUp(row.Update, row.Source, row.Starts);
            }
            else if (!row.IsLasting && store.Now - row.Sent > longestWait)
            {
                LogTooOld(row.Update, row.Source);
            }
            else
            {
                await handler.HandleAsync(row, cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(e, row.Update, row.Source);
        }

        try
        {
            await store.FinishInboxAsync(row, CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnfinished(e, row.Update, row.Source);
        }
    }

    private void Release(int count)
    {
        if (count > 0)
        {
            _room.Release(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} of {Source} could not be answered")]
    private partial void LogFailure(Exception e, long update, string source);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} of {Source} was answered but could not be marked so; it may be answered again after the next start")]
    private partial void LogUnfinished(Exception e, long update, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} of {Source} is given up: it was still open at {Starts} starts")]
    private partial void LogGivenUp(long update, string source, int starts);

    [LoggerMessage(Level = LogLevel.Information, Message = "Update {Update} of {Source} is too old to be answered")]
    private partial void LogTooOld(long update, string source);
}
