using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;

namespace NewsBot.Search;

/// <summary>The place of the one index: open, or closed after a failure and opened again at the next try, from nothing where its files are broken. One caller at a time.</summary>
internal sealed partial class IndexSlot(SearchOptions options, StemmingAnalyzer analyzer, ILogger logger)
{
    private volatile IndexFolder? _folder;

    /// <summary>Null while it is closed. Thread-safe.</summary>
    public IndexFolder? Open => _folder;

    public ChangeJournal Journal { get; } = new(options.Folder);

    /// <summary>Opens the files and brings them in line with what the store holds; null when they cannot be opened now.</summary>
    public async Task<IndexFolder?> OpenAsync(IArticleStore store, CancellationToken cancellationToken)
    {
        var oldest = await store.ArticlesAfterAsync(new ArticleId(0), 1, cancellationToken);
        var newest = await store.NewestArticlesAsync(null, 1, cancellationToken);
        if (TryOpen() is not { } folder)
        {
            return null;
        }

        Journal.Load();
        _folder = folder;
        TryWrite(folder, () => folder.Align(oldest.Count > 0 ? oldest[0].Id : default, newest.Count > 0 ? newest[0].Id : default));
        return _folder;
    }

    /// <summary>A failed write leaves Lucene's buffers in doubt: the index goes back to its last commit and follows from there.</summary>
    public bool TryWrite(IndexFolder folder, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unavailable(e);
            Close(folder);
            if (IndexFault.IsBroken(e))
            {
                DeleteFiles();
            }

            return false;
        }
    }

    public void Commit(IndexFolder folder)
    {
        if (folder.Uncommitted > 0)
        {
            folder.Commit();
            Journal.Committed();
        }
    }

    public void Close(IndexFolder folder)
    {
        _folder = null;
        Journal.Restore();
        folder.Dispose();
    }

    /// <summary>The files proved broken while they were read.</summary>
    public void StartAnew(IndexFolder broken, Exception reason)
    {
        LogBroken(logger, reason, options.Folder);
        Close(broken);
        DeleteFiles();
    }

    public void Unavailable(Exception reason) => LogUnavailable(logger, reason, options.Folder);

    private IndexFolder? TryOpen()
    {
        try
        {
            return IndexFolder.Open(options, analyzer);
        }
        catch (Exception e) when (e is not OperationCanceledException && IndexFault.IsOutside(e))
        {
            Unavailable(e);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogBroken(logger, e, options.Folder);
            DeleteFiles();
            return IndexFolder.Open(options, analyzer);
        }
    }

    private void DeleteFiles()
    {
        Journal.Forget();
        if (Directory.Exists(options.Folder))
        {
            Directory.Delete(options.Folder, recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index in {Folder} is broken and is built again from the stored articles")]
    private static partial void LogBroken(ILogger logger, Exception reason, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index in {Folder} cannot be opened or written; it is tried again at the next search")]
    private static partial void LogUnavailable(ILogger logger, Exception reason, string folder);
}
