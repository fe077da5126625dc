using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Search;

namespace NewsBot.Search;

/// <summary>
/// Keeps the index at the heels of the store: opens it at first use, takes articles in step by step, commits, and starts anew where the files are broken. One step at a time; searches go on meanwhile.
/// </summary>
internal sealed partial class IndexFollower(SearchOptions options, IArticleStore store, StemmingAnalyzer analyzer, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IndexSlot _slot = new(options, analyzer, logger);
    private Task _background = Task.CompletedTask;
    private long _looked;
    private long _committed;
    private IndexFolder? _refreshedFolder;
    private long _refreshed;
    private long _wakes = 1;
    private long _wakesSeen;
    private bool _isDisposed;

    public void Changed(IReadOnlyList<ArticleId> articles)
    {
        _slot.Journal.Add(articles);
        Wake();
    }

    /// <summary>True until a step that began after the last wake found the store's end.</summary>
    private bool MayBeBehind => Interlocked.Read(ref _wakes) != Interlocked.Read(ref _wakesSeen);

    public void Wake()
    {
        Interlocked.Increment(ref _wakes);
        if (_slot.Open is not null)
        {
            _wake.Writer.TryWrite(true);
        }
    }

    /// <summary>The open index after at most one step, or null when it cannot be opened now.</summary>
    public async Task<(IndexFolder? Folder, IndexCoverage Coverage)> LookAsync(CancellationToken cancellationToken)
    {
        var folder = _slot.Open;
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
            var changed = _slot.Journal.Pending(options.ArticlesAStep);
            var stored = changed.Count > 0 ? await store.GetArticlesAsync(changed, cancellationToken) : [];
            var added = await store.ArticlesAfterAsync(folder.LastArticle, options.ArticlesAStep, cancellationToken);
            var isFull = added.Count == options.ArticlesAStep || changed.Count == options.ArticlesAStep;
            if (!TryWrite(folder, () => TakeIn(folder, changed, stored, added, isFull)))
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
            if (ReferenceEquals(_slot.Open, broken))
            {
                _slot.StartAnew(broken, reason);
                Interlocked.Increment(ref _wakes);
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
        if (_slot.Open is { } folder && Commit(folder))
        {
            _slot.Close(folder);
        }

        _gate.Dispose();
        _stopping.Dispose();
    }

    private void TakeIn(IndexFolder folder, IReadOnlyList<ArticleId> changed, IReadOnlyList<Article> stored, IReadOnlyList<Article> added, bool moreFollow)
    {
        folder.Replace(changed, stored);
        _slot.Journal.Taken(changed);
        folder.Add(added);
        if (folder.Uncommitted >= options.CommitAfterArticles || time.GetElapsedTime(_committed) >= options.CommitEvery)
        {
            _slot.Commit(folder);
            _committed = time.GetTimestamp();
        }

        if (!moreFollow || !ReferenceEquals(_refreshedFolder, folder) || time.GetElapsedTime(_refreshed) >= options.RefreshBehindEvery)
        {
            folder.Refresh();
            (_refreshedFolder, _refreshed) = (folder, time.GetTimestamp());
        }
    }

    private async Task<IndexFolder?> OpenInTurnAsync(CancellationToken cancellationToken)
    {
        if (_slot.Open is { } open)
        {
            return open;
        }

        var folder = await _slot.OpenAsync(store, cancellationToken);
        _committed = time.GetTimestamp();
        if (folder is not null && _background.IsCompleted)
        {
            _background = Task.Run(() => RunAsync(_stopping.Token), CancellationToken.None);
        }

        return folder;
    }

    private bool Commit(IndexFolder folder)
    {
        _committed = time.GetTimestamp();
        return TryWrite(folder, () => _slot.Commit(folder));
    }

    /// <summary>After a failure the index is behind again.</summary>
    private bool TryWrite(IndexFolder folder, Action action)
    {
        if (_slot.TryWrite(folder, action))
        {
            return true;
        }

        Interlocked.Increment(ref _wakes);
        return false;
    }
}
