namespace NewsBot.Storage.LiteDb;

/// <summary>
/// LiteDB's log file with a durability barrier: counts the commit marks that are on disk. LiteDB 5.0.20 returns from Commit before its pages are written (litedb-org/LiteDB#2818), so a writer waits here before it acknowledges.
/// Thread-safe.
/// </summary>
internal sealed class DurableLogStream(FileStream file) : Stream
{
    private const int PageSize = 8192;

    // BasePage.cs of LiteDB v5.0.20: byte 18 of a page tells that its transaction is confirmed by this page.
    private const int ConfirmedOffset = 18;

    private readonly Lock _gate = new();
    private readonly List<(long Target, TaskCompletionSource Signal)> _waiting = [];
    private long _written;
    private long _flushed;
    private Exception? _fault;

    /// <summary>Commit marks written so far, flushed or not.</summary>
    public long CommitsWritten
    {
        get
        {
            lock (_gate)
            {
                return _written;
            }
        }
    }

    /// <summary>Whether the disk refused a page or a flush: LiteDB's writer then has ended and takes no more.</summary>
    public bool IsFaulted
    {
        get
        {
            lock (_gate)
            {
                return _fault is not null;
            }
        }
    }

    public override bool CanRead => file.CanRead;

    public override bool CanSeek => file.CanSeek;

    /// <summary>False once it is closed, which LiteDB does by itself after a disk error.</summary>
    public override bool CanWrite => file.CanWrite;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Completes when that many commit marks are on disk; fails when the disk refused one.</summary>
    public Task WaitForAsync(long commits)
    {
        lock (_gate)
        {
            if (_fault is { } fault)
            {
                return Task.FromException(fault);
            }

            if (_flushed >= commits)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((commits, signal));
            return signal.Task;
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            file.Write(buffer, offset, count);
        }
        catch (IOException e)
        {
            Fail(e);
            throw;
        }

        if (count == PageSize && buffer[offset + ConfirmedOffset] != 0)
        {
            lock (_gate)
            {
                _written++;
            }
        }
    }

    public override void Flush()
    {
        long reached;
        lock (_gate)
        {
            reached = _written;

            // LiteDB's writer asks whenever its queue runs dry, in the middle of a large transaction after every page. Pages without their commit mark mean nothing yet.
            if (reached == _flushed)
            {
                return;
            }
        }

        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            Fail(e);
            throw;
        }

        Publish(reached);
    }

    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => file.SetLength(value);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            Fail(new ObjectDisposedException(nameof(DurableLogStream)));
        }

        base.Dispose(disposing);
    }

    private void Publish(long reached)
    {
        lock (_gate)
        {
            _flushed = Math.Max(_flushed, reached);
            foreach (var (target, signal) in _waiting.Where(waiter => waiter.Target <= _flushed))
            {
                signal.TrySetResult();
            }

            _waiting.RemoveAll(waiter => waiter.Target <= _flushed);
        }
    }

    private void Fail(Exception fault)
    {
        lock (_gate)
        {
            _fault ??= fault;
            foreach (var (_, signal) in _waiting)
            {
                signal.TrySetException(fault);
            }

            _waiting.Clear();
        }
    }
}
