using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Search;

/// <summary>Remembers on disk which indexed articles changed until a commit of the index holds the change. A kill loses nothing; repeated ids are harmless. Thread-safe.</summary>
internal sealed class ChangeJournal(string folder)
{
    private readonly Lock _lock = new();
    private readonly string _file = Path.Combine(folder, "changed.ids");
    private readonly HashSet<long> _pending = [];
    private readonly HashSet<long> _taken = [];

    /// <summary>Reads what an earlier process left.</summary>
    public void Load()
    {
        lock (_lock)
        {
            if (File.Exists(_file))
            {
                _pending.UnionWith(File.ReadLines(_file).Select(line => long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0));
            }
        }
    }

    /// <summary>Without an index there is nothing to correct.</summary>
    public void Add(IReadOnlyList<ArticleId> articles)
    {
        lock (_lock)
        {
            if (articles.Count > 0 && Directory.Exists(folder))
            {
                File.AppendAllLines(_file, articles.Select(article => article.ToString()));
                _pending.UnionWith(articles.Select(article => article.Value));
            }
        }
    }

    public IReadOnlyList<ArticleId> Pending(int limit)
    {
        lock (_lock)
        {
            return [.. _pending.Take(limit).Select(id => new ArticleId(id))];
        }
    }

    /// <summary>The index holds the changes, though no commit does yet.</summary>
    public void Taken(IReadOnlyList<ArticleId> articles)
    {
        lock (_lock)
        {
            _taken.UnionWith(articles.Select(article => article.Value));
            _pending.ExceptWith(_taken);
        }
    }

    /// <summary>What was taken is committed; the file keeps only what came since.</summary>
    public void Committed()
    {
        lock (_lock)
        {
            if (_taken.Count > 0)
            {
                _taken.Clear();
                File.WriteAllLines(_file + ".new", _pending.Select(id => id.ToString(CultureInfo.InvariantCulture)));
                File.Move(_file + ".new", _file, overwrite: true);
            }
        }
    }

    /// <summary>The index is built anew from the store: no change is left to follow.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _pending.Clear();
            _taken.Clear();
            File.Delete(_file);
        }
    }

    /// <summary>The index went back to its last commit.</summary>
    public void Restore()
    {
        lock (_lock)
        {
            _pending.UnionWith(_taken);
            _taken.Clear();
        }
    }
}
