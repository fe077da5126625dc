using System.Collections.Concurrent;
using System.Collections.Frozen;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;

namespace NewsBot.Storage.LiteDb;

/// <content>Articles are read without the lines that their feeds were found to repeat since. The lines stand apart from the memory of the feed, which is long.</content>
public sealed partial class LiteNewsStore
{
    private const int MostFeedsLearned = 10_000;

    private readonly ConcurrentDictionary<FeedId, IReadOnlySet<string>> _learned = [];

    private Article ReadArticle(LiteDatabase database, BsonDocument document)
    {
        var article = ArticleOf(document);
        return LearnedLines.Without(article, LearnedOf(database, article.Feed));
    }

    /// <summary>A reader never puts back what a commit has replaced meanwhile.</summary>
    private IReadOnlySet<string> LearnedOf(LiteDatabase database, FeedId feed)
    {
        if (_learned.TryGetValue(feed, out var known))
        {
            return known;
        }

        if (_learned.Count >= MostFeedsLearned)
        {
            _learned.Clear();
        }

        IReadOnlySet<string> read = database.GetCollection("learned").FindById(feed.Value) is { } found
            ? found["lines"].AsArray.Select(line => line.AsString).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
        return _learned.GetOrAdd(feed, read);
    }

    private void SaveLearned(LiteDatabase database, FeedId feed, BoilerplateMemory? memory)
    {
        if (memory?.Learned() is not { } lines || lines.SetEquals(LearnedOf(database, feed)))
        {
            return;
        }

        database.GetCollection("learned").Upsert(new BsonDocument { ["_id"] = feed.Value, ["lines"] = new BsonArray(lines.Select(line => new BsonValue(line))) });
        _learned[feed] = lines;
    }
}
