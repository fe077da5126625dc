using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsBot.Core.Articles;

namespace NewsBot.Search;

/// <summary>
/// One open Lucene index. A commit names the last article it holds, so that whatever a kill loses is read again from the store. Writes are for one caller at a time; searchers are thread-safe.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string VersionKey = "version";
    private const string LastKey = "last";

    /// <summary>Articles that are worth a thread of their own.</summary>
    private const int LongBatch = 100;
    private const int MostWriters = 2;

    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly ArticleDocument[] _documents;

    private IndexFolder(FSDirectory directory, IndexWriter writer, StemmingAnalyzer analyzer, long last)
    {
        _directory = directory;
        _writer = writer;
        _documents = [.. Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, MostWriters)).Select(_ => new ArticleDocument(analyzer))];
        _searchers = new SearcherManager(writer, true, new NewestFirstSearcherFactory());
        LastArticle = new ArticleId(last);
    }

    /// <summary>Everything up to this article is in the index, committed or not.</summary>
    public ArticleId LastArticle { get; private set; }

    public int Uncommitted { get; private set; }

    /// <summary>Throws where the files are broken or of another version: delete them and open again.</summary>
    public static IndexFolder Open(SearchOptions options, StemmingAnalyzer analyzer)
    {
        var directory = FSDirectory.Open(options.Folder);
        try
        {
            var isNew = !DirectoryReader.IndexExists(directory);
            var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                OpenMode = isNew ? OpenMode.CREATE : OpenMode.APPEND,
                RAMBufferSizeMB = options.BufferMegabytes,
                Similarity = new BM25Similarity(),
            });
            try
            {
                return new IndexFolder(directory, writer, analyzer, isNew ? 0 : LastOf(writer.CommitData));
            }
            catch
            {
                writer.Rollback();
                throw;
            }
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>New articles in id order, all above <see cref="LastArticle"/>.</summary>
    public void Add(IReadOnlyList<Article> articles)
    {
        if (articles.Count < LongBatch)
        {
            foreach (var article in articles)
            {
                Write(_documents[0], article);
            }
        }
        else
        {
            WriteTogether(articles);
        }

        LastArticle = articles.Count > 0 ? articles[^1].Id : LastArticle;
        Uncommitted += articles.Count;
    }

    /// <summary>Each writer takes the next article: one that has to write its buffer to disk meanwhile holds up no other.</summary>
    private void WriteTogether(IReadOnlyList<Article> articles)
    {
        var next = -1;
        try
        {
            Parallel.For(0, _documents.Length, at =>
            {
                for (var article = Interlocked.Increment(ref next); article < articles.Count; article = Interlocked.Increment(ref next))
                {
                    Write(_documents[at], articles[article]);
                }
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void Write(ArticleDocument document, Article article)
    {
        document.Fill(article);
        _writer.AddDocument(document.Document);
    }

    /// <summary>Reads the articles again; those that the store no longer has are forgotten. Articles that were never taken in are left to <see cref="Add"/>.</summary>
    public void Replace(IReadOnlyList<ArticleId> changed, IReadOnlyList<Article> stored)
    {
        var byId = stored.ToDictionary(article => article.Id);
        foreach (var id in changed.Where(id => id.Value <= LastArticle.Value))
        {
            var term = new Lucene.Net.Index.Term(IndexFields.Id, IndexFields.IdTerm(id.Value));
            Uncommitted++;
            if (byId.TryGetValue(id, out var article))
            {
                _documents[0].Fill(article);
                _writer.UpdateDocument(term, _documents[0].Document);
            }
            else
            {
                _writer.DeleteDocuments(term);
            }
        }
    }

    /// <summary>Forgets what lies outside the store: older articles that it deleted, and newer ones that a restored backup never had.</summary>
    public void Align(ArticleId oldest, ArticleId newest)
    {
        _writer.DeleteDocuments(TermRangeQuery.NewStringRange(IndexFields.Id, null, IndexFields.IdTerm(oldest.Value), true, false));
        if (LastArticle.Value > newest.Value)
        {
            _writer.DeleteDocuments(TermRangeQuery.NewStringRange(IndexFields.Id, IndexFields.IdTerm(newest.Value), null, false, true));
            LastArticle = newest;
        }
    }

    /// <summary>Makes what was written visible to the next searcher.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Commit()
    {
        _writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = IndexFields.Version,
            [LastKey] = LastArticle.Value.ToString(CultureInfo.InvariantCulture),
        });
        _writer.Commit();
        Uncommitted = 0;
    }

    public TResult Read<TResult>(Func<IndexSearcher, TResult> read)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Closes without writing: what was not committed is read again from the store next time.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Rollback();
        Array.ForEach(_documents, document => document.Dispose());
        _directory.Dispose();
    }

    private static long LastOf(IDictionary<string, string> commit) =>
        commit.TryGetValue(VersionKey, out var version) && version == IndexFields.Version
            ? long.Parse(commit[LastKey], CultureInfo.InvariantCulture)
            : throw new IndexFormatTooOldException("the index", "another version");
}
