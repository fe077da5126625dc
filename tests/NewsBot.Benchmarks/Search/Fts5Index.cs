using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks.Search;

/// <summary>The peer: SQLite's full-text index without stored text, ranked by bm25 and recency, bounded by feeds like ours.</summary>
internal sealed class Fts5Index : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
        CREATE TABLE article(id INTEGER PRIMARY KEY, feed INTEGER NOT NULL, published INTEGER NOT NULL);
        CREATE VIRTUAL TABLE text USING fts5(title, body, content='', tokenize='porter unicode61 remove_diacritics 2');
        """;

    private readonly SqliteConnection _connection;

    public Fts5Index(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Execute(Schema);
    }

    public void Add(IEnumerable<Article> articles)
    {
        using var transaction = _connection.BeginTransaction();
        using var article = Command("INSERT INTO article VALUES($id, $feed, $published)", "$id", "$feed", "$published");
        using var text = Command("INSERT INTO text(rowid, title, body) VALUES($id, $title, $body)", "$id", "$title", "$body");
        foreach (var added in articles)
        {
            Run(article, added.Id.Value, added.Feed.Value, added.Published.ToUnixTimeSeconds());
            Run(text, added.Id.Value, added.Title, added.Body);
        }

        transaction.Commit();
    }

    public (int Total, long Best) Search(string words, long visibleFeeds, int limit)
    {
        using var command = Command(
            """
            SELECT article.id FROM text JOIN article ON article.id = text.rowid WHERE text MATCH $words AND article.feed <= $feeds
            ORDER BY bm25(text, 3.0, 1.0) * (0.25 + 0.75 / (1.0 + ($now - article.published) / 259200.0)) LIMIT $limit
            """,
            "$words", "$feeds", "$now", "$limit");
        Bind(command, string.Join(' ', words.Split(' ').Select(word => "\"" + word + "\"")), visibleFeeds, SyntheticNews.Now.ToUnixTimeSeconds(), limit);
        using var reader = command.ExecuteReader();
        var total = 0;
        var best = 0L;
        while (reader.Read())
        {
            best = total++ == 0 ? reader.GetInt64(0) : best;
        }

        return (total, best);
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, params object[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }
    }
}
