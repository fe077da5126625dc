using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>Removal of what is old, in chunks.</content>
public sealed partial class LiteNewsStore
{
    public Task<RemovedArticles> RemoveArticlesAsync(ArticleId after, DateTimeOffset before, long most, CancellationToken cancellationToken) =>
        host.WriteAsync(database => RemoveArticles(database, after, before, most), cancellationToken);

    public Task<int> RemoveDeliveriesAsync(DateTimeOffset before, CancellationToken cancellationToken) => host.WriteAsync(database => RemoveDeliveries(database, before), cancellationToken);

    public Task<int> RemoveConversationsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        host.WriteAsync(database => RemoveConversations(database, before), cancellationToken);

    public Task RemovePlaceAsync(PlaceId place, CancellationToken cancellationToken) => host.WriteAsync(database => RemovePlace(database, place), cancellationToken);

    private static RemovedArticles RemoveArticles(LiteDatabase database, ArticleId after, DateTimeOffset before, long most)
    {
        var articles = database.GetCollection("articles");
        var excess = (database.GetCollection("meta").FindById("article-count")?["value"] ?? 0L).AsInt64 - most;
        var saved = Chunks.All(database.GetCollection("persons")).SelectMany(person => StoreJson.Read(person, StoreJson.Default.Person).Saved).ToHashSet();
        var removed = new List<ArticleId>();
        ArticleId? last = null;
        foreach (var article in Chunks.After(articles, after.Value, Chunks.Size).Select(ArticleOf))
        {
            if (article.FirstSeen >= before && removed.Count >= excess)
            {
                last = null;
                break;
            }

            last = article.Id;
            if (!saved.Contains(article.Id.Value))
            {
                articles.Delete(article.Id.Value);
                RemoveFromStory(database, article);
                RemoveAddress(database, article);
                removed.Add(article.Id);
            }
        }

        if (removed.Count > 0)
        {
            LiteCounters.Add(database, "article-count", -removed.Count);
        }

        return new RemovedArticles(removed, last);
    }

    private static void RemoveFromStory(LiteDatabase database, Article article)
    {
        var stories = database.GetCollection("stories");
        if (stories.FindById(article.Story.Value) is not { } story)
        {
            return;
        }

        story["a"].AsArray.Remove(article.Id.Value);
        if (story["a"].AsArray.Count == 0)
        {
            stories.Delete(article.Story.Value);
            return;
        }

        stories.Update(story);
    }

    /// <summary>Fan-outs first: while one is there, a row without a document counts as not begun.</summary>
    private static int RemoveDeliveries(LiteDatabase database, DateTimeOffset before)
    {
        var fans = database.GetCollection("outbox_fans");
        foreach (var fan in Chunks.All(fans).Select(FanOut.Read).ToList())
        {
            var untouched = UntouchedRows(database, fan);
            if (untouched.Count == 0 || fan.Created < before)
            {
                untouched.ForEach(row => SaveDelivery(database, row));
                fans.Delete(fan.First);
            }
        }

        var rows = database.GetCollection("outbox");
        var removed = 0;
        BsonValue last = BsonValue.MinValue;
        while (removed < Chunks.Size && Chunks.After(rows, last, Chunks.Size) is { Count: > 0 } chunk)
        {
            foreach (var row in chunk.Select(RowOf))
            {
                if (row.Created >= before)
                {
                    return removed;
                }

                if (!row.IsOpen)
                {
                    rows.Delete(row.Id.Value);
                    database.GetCollection("outbox_places").Delete(PlaceKey(row.Place, row.Id.Value));
                    removed++;
                }
            }

            last = chunk[^1]["_id"];
        }

        return removed;
    }

    private static int RemoveConversations(LiteDatabase database, DateTimeOffset before)
    {
        var conversations = database.GetCollection("conversations");
        var old = Chunks.All(conversations).Where(conversation => NewestOf(database, conversation) < before).Take(Chunks.Size).Select(conversation => conversation["_id"].AsString).ToHashSet(StringComparer.Ordinal);
        RemoveConversations(database, (person, place) => old.Contains(ConversationKey(new PersonId(person), new PlaceId(place))));
        return old.Count;
    }

    private static DateTimeOffset NewestOf(LiteDatabase database, BsonDocument conversation)
    {
        var (person, place) = (new PersonId(conversation["person"].AsString), new PlaceId(conversation["place"].AsString));
        var list = LastToken(database, "views", person, place) is { } view ? FindList(database, view)?.Created : null;
        var dialog = LastToken(database, "dialogs", person, place) is { } token ? FindDialog(database, token)?.Created : null;
        return new[] { list, dialog }.Max() ?? DateTimeOffset.MinValue;
    }

    private static bool RemovePlace(LiteDatabase database, PlaceId id)
    {
        var places = database.GetCollection("places");
        if (places.FindById(id.Value) is not { } stored)
        {
            return false;
        }

        var home = StoreJson.Read(stored, StoreJson.Default.Place).Home;
        if (!Chunks.All(places).Any(other => other["_id"].AsString != id.Value && StoreJson.Read(other, StoreJson.Default.Place).Home == home))
        {
            return RemoveHome(database, home);
        }

        foreach (var subscription in Chunks.All(database.GetCollection("subscriptions")).Where(document => StoreJson.Read(document, StoreJson.Default.Subscription).Place == id).ToList())
        {
            database.GetCollection("subscriptions").Delete(subscription["_id"]);
        }

        RemoveConversations(database, (_, place) => place == id.Value);
        RemoveDeliveries(database, id);
        return places.Delete(id.Value);
    }
}
