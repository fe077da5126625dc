using System.Threading.Channels;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Search;
using NewsBot.Core.Text;

namespace NewsBot.Search;

/// <summary>
/// Keeps the index at the heels of the store: opens it at first use, takes articles in step by step, commits, and starts anew where the files are broken. One step at a time; searches go on meanwhile.
/// </summary>
internal sealed partial class IndexFollower(SearchOptions options, IArticleStore store, ITermAnalyzer analyzer, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>COR_E_IO: what an IOException has unless the system gave it an error number.</summary>
    private const int GenericIoError = unchecked((int)0x80131620);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ChangeJournal _journal = new(options.Folder);
    private IndexFolder? _folder;
    private Task _background = Task.CompletedTask;
    private long _looked;
    private long _committed;
    private long _refreshed;
    private long _wakes = 1;
    private long _wakesSeen;
    private bool _isDisposed;

    public void Changed(IReadOnlyList<ArticleId> articles)
    {
        _journal.Add(articles);
        Wake();
    }

    /// <summary>True until a step that began after the last wake found the store's end.</summary>
    private bool MayBeBehind => Interlocked.Read(ref _wakes) != Interlocked.Read(ref _wakesSeen);

    public void Wake()
    {
        Interlocked.Increment(ref _wakes);
        if (_folder is not null)
        {
            _wake.Writer.TryWrite(true);
        }
    }

    /// <summary>The open index after at most one step, or null when it cannot be opened now.</summary>
    public async Task<(IndexFolder? Folder, IndexCoverage Coverage)> LookAsync(CancellationToken cancellationToken)
    {
        var folder = _folder;
        if (folder is not null && !MayBeBehind && time.GetElapsedTime(Interlocked.Read(ref _looked)) < options.RefreshEvery)
        {
            return (folder, IndexCoverage.Complete);
        }

        return await StepAsync(cancellationToken);
    }

    /// <summary>Takes in at most one step's articles. They are visible to the next search when the end of the store was reached, else some time later: on the way through many, each look costs as much as hundreds of articles.</summary>
    public async Task<(IndexFolder? Folder, IndexCoverage Coverage)> StepAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (await OpenInTurnAsync(cancellationToken) is not { } folder)
            {
                return (null, IndexCoverage.Unavailable);
            }

            var wakes = Interlocked.Read(ref _wakes);
            var looked = time.GetTimestamp();
            var changed = _journal.Pending(options.ArticlesAStep);
            var stored = changed.Count > 0 ? await store.GetArticlesAsync(changed, cancellationToken) : [];
            var added = await store.ArticlesAfterAsync(folder.LastArticle, options.ArticlesAStep, cancellationToken);
            var isFull = added.Count == options.ArticlesAStep || changed.Count == options.ArticlesAStep;
            if (!Write(folder, () => TakeIn(folder, changed, stored, added, isFull)))
            {
                return (null, IndexCoverage.Unavailable);
            }

            Interlocked.Exchange(ref _looked, looked);
            if (!isFull)
            {
                Interlocked.Exchange(ref _wakesSeen, wakes);
            }

            if (folder.Uncommitted > 0 || MayBeBehind)
            {
                _wake.Writer.TryWrite(true);
            }

            return (folder, isFull ? IndexCoverage.CatchingUp : IndexCoverage.Complete);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The files proved broken while they were read: they are deleted and built again.</summary>
    public async Task StartAnewAsync(IndexFolder broken, Exception reason, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (ReferenceEquals(_folder, broken))
            {
                LogBroken(logger, reason, options.Folder);
                Close(broken);
                DeleteFiles();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _stopping.CancelAsync();
        await _background;
        await _gate.WaitAsync(CancellationToken.None);
        if (_folder is { } folder && Write(folder, () => Commit(folder)))
        {
            Close(folder);
        }

        _gate.Dispose();
        _stopping.Dispose();
    }

    private void TakeIn(IndexFolder folder, IReadOnlyList<ArticleId> changed, IReadOnlyList<Article> stored, IReadOnlyList<Article> added, bool moreFollow)
    {
        folder.Replace(changed, stored);
        _journal.Taken(changed);
        folder.Add(added);
        if (folder.Uncommitted >= options.CommitAfterArticles || time.GetElapsedTime(_committed) >= options.CommitEvery)
        {
            Commit(folder);
        }

        if (!moreFollow || _refreshed == 0 || time.GetElapsedTime(_refreshed) >= options.RefreshBehindEvery)
        {
            folder.Refresh();
            _refreshed = time.GetTimestamp();
        }
    }

    private async Task<IndexFolder?> OpenInTurnAsync(CancellationToken cancellationToken)
    {
        if (_folder is { } open)
        {
            return open;
        }

        if (TryOpen() is not { } folder)
        {
            return null;
        }

        _journal.Load();
        var oldest = await store.ArticlesAfterAsync(new ArticleId(0), 1, cancellationToken);
        var newest = await store.NewestArticlesAsync(null, 1, cancellationToken);
        _folder = folder;
        _committed = time.GetTimestamp();
        Write(folder, () => folder.Align(oldest.Count > 0 ? oldest[0].Id : default, newest.Count > 0 ? newest[0].Id : default));
        if (_background.IsCompleted)
        {
            _background = Task.Run(() => RunAsync(_stopping.Token), CancellationToken.None);
        }

        return _folder;
    }

    private IndexFolder? TryOpen()
    {
        try
        {
            return IndexFolder.Open(options, analyzer);
        }
        catch (Exception e) when (e is not OperationCanceledException && IsOutside(e))
        {
            LogUnavailable(logger, e, options.Folder);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogBroken(logger, e, options.Folder);
            DeleteFiles();
            return IndexFolder.Open(options, analyzer);
        }
    }

    /// <summary>A failed write leaves Lucene's buffers in doubt: the index goes back to its last commit and follows from there.</summary>
    private bool Write(IndexFolder folder, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnavailable(logger, e, options.Folder);
            Close(folder);
            if (IsBroken(e))
            {
                DeleteFiles();
            }

            return false;
        }
    }

    private void Commit(IndexFolder folder)
    {
        if (folder.Uncommitted > 0)
        {
            folder.Commit();
            _journal.Committed();
        }

        _committed = time.GetTimestamp();
    }

    private void Close(IndexFolder folder)
    {
        _folder = null;
        _refreshed = 0;
        Interlocked.Increment(ref _wakes);
        _journal.Restore();
        folder.Dispose();
    }

    private void DeleteFiles()
    {
        _journal.Forget();
        if (System.IO.Directory.Exists(options.Folder))
        {
            System.IO.Directory.Delete(options.Folder, recursive: true);
        }
    }

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
            LogUnavailable(logger, e, options.Folder);
            await Task.Delay(options.CommitEvery, time, cancellationToken);
        }
    }

    private async Task CommitWhenDueAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_folder is not { Uncommitted: > 0 } folder)
            {
                return;
            }

            if (time.GetElapsedTime(_committed) >= options.CommitEvery)
            {
                Write(folder, () => Commit(folder));
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

    /// <summary>Bytes that cannot be what was written.</summary>
    public static bool IsBroken(Exception e) => e is IndexOutOfRangeException || (e is IOException && !IsOutside(e));

    /// <summary>A full disk, missing rights or a foreign lock: the index itself may be sound.</summary>
    private static bool IsOutside(Exception e) =>
        e is UnauthorizedAccessException or LockObtainFailedException || (e.GetType() == typeof(IOException) && e.HResult != GenericIoError);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index in {Folder} is broken and is built again from the stored articles")]
    private static partial void LogBroken(ILogger logger, Exception reason, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index in {Folder} cannot be opened or written; it is tried again at the next search")]
    private static partial void LogUnavailable(ILogger logger, Exception reason, string folder);
}
