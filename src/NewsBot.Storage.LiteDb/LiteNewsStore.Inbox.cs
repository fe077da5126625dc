using System.Globalization;
using LiteDB;
using NewsBot.Core.Inbox;

namespace NewsBot.Storage.LiteDb;

/// <content>What came in and is not answered yet: "inbox" in the order of arrival; in "inbox_seen" the last update numbers of each source; in "states" the values of adapters.</content>
public sealed partial class LiteNewsStore
{
    public Task<IReadOnlyList<InboxRow>> AddToInboxAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken) =>
        host.WriteAsync<IReadOnlyList<InboxRow>>(database => [.. rows.GroupBy(row => row.Source, StringComparer.Ordinal).SelectMany(source => AddToInbox(database, source.Key, [.. source]))], cancellationToken);

    public Task<IReadOnlyList<InboxRow>> OpenInboxAsync(string source, CancellationToken cancellationToken) =>
        host.WriteAsync<IReadOnlyList<InboxRow>>(database => OpenInbox(database, source), cancellationToken);

    public Task FinishInboxAsync(InboxRow row, CancellationToken cancellationToken) =>
        host.WriteAsync(database => database.GetCollection("inbox").Delete(row.Number), cancellationToken);

    public Task<string?> FindStateAsync(string key, CancellationToken cancellationToken) =>
        host.ReadAsync(database => database.GetCollection("states").FindById(key)?["value"].AsString, cancellationToken);

    public Task SaveStateAsync(string key, string? value, CancellationToken cancellationToken) =>
        host.WriteAsync(
            database => value is null
                ? database.GetCollection("states").Delete(key)
                : database.GetCollection("states").Upsert(new BsonDocument { ["_id"] = key, ["value"] = value }),
            cancellationToken);

    private static List<InboxRow> AddToInbox(LiteDatabase database, string source, IReadOnlyList<InboxRow> rows)
    {
        var memory = database.GetCollection("inbox_seen");

        // As text: an array of numbers takes three times the room.
        var seen = (memory.FindById(source)?["updates"].AsString ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var known = seen.ToHashSet(StringComparer.Ordinal);
        var added = new List<InboxRow>();
        foreach (var row in rows)
        {
            var update = row.Update.ToString(CultureInfo.InvariantCulture);
            if (!known.Add(update))
            {
                continue;
            }

            var numbered = row with { Number = LiteIds.Next(database, "inbox") };
            database.GetCollection("inbox").Insert(StoreJson.Write(numbered.Number, numbered, StoreJson.Default.InboxRow));
            seen.Add(update);
            added.Add(numbered);
        }

        if (added.Count > 0)
        {
            memory.Upsert(new BsonDocument { ["_id"] = source, ["updates"] = string.Join(' ', seen.TakeLast(IInboxStore.Remembered)) });
        }

        return added;
    }

    private static List<InboxRow> OpenInbox(LiteDatabase database, string source)
    {
        var inbox = database.GetCollection("inbox");
        var open = Chunks.All(inbox).Select(document => StoreJson.Read(document, StoreJson.Default.InboxRow))
            .Where(row => row.Source == source)
            .Select(row => row with { Starts = row.Starts + 1 })
            .ToList();
        open.ForEach(row => inbox.Update(StoreJson.Write(row.Number, row, StoreJson.Default.InboxRow)));
        return open;
    }
}
