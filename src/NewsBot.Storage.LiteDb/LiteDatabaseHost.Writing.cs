using LiteDB;
using Microsoft.Extensions.Logging;

namespace NewsBot.Storage.LiteDb;

/// <content>The writer's thread: takes what waits in groups, commits each group as one transaction and acknowledges it once it is on disk.</content>
public sealed partial class LiteDatabaseHost
{
    private void WriteLoop()
    {
        var group = new List<Operation>(_options.GroupSize);
        while (WaitForWork())
        {
            group.Clear();
            while (group.Count < _options.GroupSize && _queue.Reader.TryPeek(out var operation) && operation is not Alone && _queue.Reader.TryRead(out operation))
            {
                group.Add(operation);
            }

            if (group.Count > 0)
            {
                WriteGroup(group);
            }
            else if (_queue.Reader.TryRead(out var alone))
            {
                RunAlone(alone);
            }

            if (!NeedsOpening() && _log.Length > _options.CheckpointBytes)
            {
                Checkpoint();
            }
        }
    }

    private bool WaitForWork()
    {
        var ready = _queue.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.GetAwaiter().GetResult() : ready.AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup(List<Operation> group)
    {
        if (TryCommit(group) is not { } failure)
        {
            return;
        }

        if (group.Count == 1)
        {
            group[0].Fail(failure);
            return;
        }

        LogReplay(failure, group.Count);
        foreach (var operation in group)
        {
            if (TryCommit([operation]) is { } alone)
            {
                operation.Fail(alone);
            }
        }
    }

    /// <summary>Null when the whole group is on disk and acknowledged.</summary>
    private Exception? TryCommit(List<Operation> group)
    {
        try
        {
            OpenAgainIfClosed();
            var before = _log.CommitsWritten;
            _database.BeginTrans();
            foreach (var operation in group)
            {
                operation.Run(_database);
            }

            MarkCommit();
            if (!_database.Commit())
            {
                return new IOException("The database did not commit the transaction.");
            }

            _log.WaitForAsync(before + 1).WaitAsync(_options.Patience, TimeProvider.System).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Rollback(e);
            return e;
        }

        foreach (var operation in group)
        {
            operation.Acknowledge();
        }

        return null;
    }

    /// <summary>Every group changes one page at least, so that its commit mark can be waited for.</summary>
    private void MarkCommit()
    {
        var meta = _database.GetCollection("meta");
        var mark = meta.FindById("commits") ?? new BsonDocument { ["_id"] = "commits", ["count"] = 0L };
        mark["count"] = mark["count"].AsInt64 + 1;
        meta.Upsert(mark);
    }

    private static void RunAlone(Operation operation)
    {
        try
        {
            operation.Run(null!);
            operation.Acknowledge();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            operation.Fail(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A write failed; its group of {Count} is replayed one by one")]
    private partial void LogReplay(Exception e, int count);

    private abstract class Operation
    {
        public abstract void Run(LiteDatabase database);

        public abstract void Acknowledge();

        public abstract void Fail(Exception e);
    }

    /// <summary>Runs on the writer's thread between two transactions.</summary>
    private sealed class Alone(Action run) : Operation
    {
        private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Completion => _completion.Task;

        public override void Run(LiteDatabase database) => run();

        public override void Acknowledge() => _completion.TrySetResult();

        public override void Fail(Exception e) => _completion.TrySetException(e);
    }

    private sealed class Operation<T>(Func<LiteDatabase, T> run) : Operation
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Completion => _completion.Task;

        public override void Run(LiteDatabase database) => _result = run(database);

        public override void Acknowledge() => _completion.TrySetResult(_result!);

        public override void Fail(Exception e) => _completion.TrySetException(e);
    }
}
