using LiteDB;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.LiteDb;

/// <content>What conversations refer back to: "views" and "dialogs" by token, and in "conversations" the last tokens of each person in each place.</content>
public sealed partial class LiteNewsStore
{
    private const int Remembered = 20;

    public Task SaveListAsync(ListView view, CancellationToken cancellationToken) =>
        host.WriteAsync(database => SaveList(database, view), cancellationToken);

    public Task<ListView?> LastListAsync(PersonId person, PlaceId place, CancellationToken cancellationToken) =>
        host.ReadAsync(database => LastToken(database, "views", person, place) is { } token ? FindList(database, token) : null, cancellationToken);

    public Task<ListView?> FindListAsync(string token, CancellationToken cancellationToken) =>
        host.ReadAsync(database => FindList(database, token), cancellationToken);

    public Task SaveDialogAsync(Dialog dialog, CancellationToken cancellationToken) =>
        host.WriteAsync(database => SaveDialog(database, dialog), cancellationToken);

    public Task<Dialog?> LastDialogAsync(PersonId person, PlaceId place, CancellationToken cancellationToken) =>
        host.ReadAsync(database => LastToken(database, "dialogs", person, place) is { } token ? FindDialog(database, token) : null, cancellationToken);

    public Task<Dialog?> FindDialogAsync(string token, CancellationToken cancellationToken) =>
        host.ReadAsync(database => FindDialog(database, token), cancellationToken);

    private static bool SaveList(LiteDatabase database, ListView view)
    {
        database.GetCollection("views").Upsert(StoreJson.Write(view.Token, view, StoreJson.Default.ListView));
        Remember(database, "views", view.Person, view.Place, view.Token);
        return true;
    }

    private static bool SaveDialog(LiteDatabase database, Dialog dialog)
    {
        database.GetCollection("dialogs").Upsert(StoreJson.Write(dialog.Token, dialog, StoreJson.Default.Dialog));
        Remember(database, "dialogs", dialog.Person, dialog.Place, dialog.Token);
        return true;
    }

    private static ListView? FindList(LiteDatabase database, string token) =>
        database.GetCollection("views").FindById(token) is { } found ? StoreJson.Read(found, StoreJson.Default.ListView) : null;

    private static Dialog? FindDialog(LiteDatabase database, string token) =>
        database.GetCollection("dialogs").FindById(token) is { } found ? StoreJson.Read(found, StoreJson.Default.Dialog) : null;

    /// <summary>Puts the token last in its conversation and forgets what lies more than <see cref="Remembered"/> back.</summary>
    private static void Remember(LiteDatabase database, string kind, PersonId person, PlaceId place, string token)
    {
        var conversations = database.GetCollection("conversations");
        var key = ConversationKey(person, place);
        var conversation = conversations.FindById(key) ?? new BsonDocument { ["_id"] = key, ["person"] = person.Value, ["place"] = place.Value };
        var tokens = TokensOf(conversation, kind);
        tokens.Remove(token);
        tokens.Add(token);
        while (tokens.Count > Remembered)
        {
            database.GetCollection(kind).Delete(tokens[0]);
            tokens.RemoveAt(0);
        }

        conversation[kind] = new BsonArray(tokens.Select(held => new BsonValue(held)));
        conversations.Upsert(conversation);
    }

    private static string? LastToken(LiteDatabase database, string kind, PersonId person, PlaceId place) =>
        TokensOf(database.GetCollection("conversations").FindById(ConversationKey(person, place)), kind).LastOrDefault();

    private static void RemoveConversations(LiteDatabase database, Func<string, string, bool> condition)
    {
        var conversations = database.GetCollection("conversations");
        foreach (var conversation in Chunks.All(conversations).Where(document => condition(document["person"].AsString, document["place"].AsString)).ToList())
        {
            foreach (var kind in (string[])["views", "dialogs"])
            {
                foreach (var token in TokensOf(conversation, kind))
                {
                    database.GetCollection(kind).Delete(token);
                }
            }

            conversations.Delete(conversation["_id"]);
        }
    }

    /// <summary>What people saw and were offered in a chat follows it to its new id, as older than what they saw there already.</summary>
    private static void MoveConversations(LiteDatabase database, PlaceId from, PlaceId to)
    {
        var conversations = database.GetCollection("conversations");
        foreach (var left in Chunks.All(conversations).Where(document => document["place"].AsString == from.Value).ToList())
        {
            conversations.Delete(left["_id"]);
            var known = conversations.FindById(ConversationKey(new PersonId(left["person"].AsString), to));
            foreach (var view in TokensOf(left, "views").Concat(TokensOf(known, "views")).Select(token => FindList(database, token)).OfType<ListView>())
            {
                SaveList(database, view with { Place = to });
            }

            foreach (var dialog in TokensOf(left, "dialogs").Concat(TokensOf(known, "dialogs")).Select(token => FindDialog(database, token)).OfType<Dialog>())
            {
                SaveDialog(database, dialog with { Place = to });
            }
        }
    }

    /// <summary>Oldest first.</summary>
    private static List<string> TokensOf(BsonDocument? conversation, string kind) =>
        conversation is not null && conversation[kind] is { IsArray: true } held ? [.. held.AsArray.Select(token => token.AsString)] : [];

    // A space occurs in neither id.
    private static string ConversationKey(PersonId person, PlaceId place) => $"{person.Value} {place.Value}";
}
