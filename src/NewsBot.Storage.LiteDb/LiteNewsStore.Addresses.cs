using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NewsBot.Core.Articles;
using NewsBot.Core.Articles.Enrichment;
using NewsBot.Core.Feeds;

namespace NewsBot.Storage.LiteDb;

/// <content>Articles by the address of their page: "addresses" maps a hash of it to at most <see cref="MostOfAddress"/> ids, newest first. One row an address, written and removed with its articles.</content>
public sealed partial class LiteNewsStore : IArticleAddresses
{
    private const int MostOfAddress = 16;

    public Task<IReadOnlyList<ArticleId>> FindByAddressAsync(string address, string pages, CancellationToken cancellationToken) =>
        host.ReadAsync<IReadOnlyList<ArticleId>>(
            database =>
            {
                var addresses = database.GetCollection("addresses");
                var ids = new[] { AddressKey(address, null), AddressKey(address, pages) }.OfType<BsonValue>().SelectMany(key => IdsOf(addresses.FindById(key)));

                // A hash may stand for two addresses.
                return [.. ids.Where(id => database.GetCollection("articles").FindById(id) is { } found && IsSamePage(ArticleOf(found).Url, address)).Select(id => new ArticleId(id))];
            },
            cancellationToken);

    private static void AddAddress(LiteDatabase database, Feed feed, Article article)
    {
        if (AddressKey(article.Url, PagesOf(feed)) is not { } key)
        {
            return;
        }

        var addresses = database.GetCollection("addresses");
        long[] ids = [article.Id.Value, .. IdsOf(addresses.FindById(key)).Where(id => id != article.Id.Value)];
        var most = feed.Kind == FeedKind.Pages ? 1 : MostOfAddress;
        addresses.Upsert(new BsonDocument { ["_id"] = key, ["a"] = new BsonArray(ids.Take(most).Select(id => new BsonValue(id))) });
    }

    private static void RemoveAddress(LiteDatabase database, Article article)
    {
        var addresses = database.GetCollection("addresses");
        var feed = database.GetCollection("feeds").FindById(article.Feed.Value) is { } found ? StoreJson.Read(found, StoreJson.Default.Feed) : null;
        if (AddressKey(article.Url, feed is null ? null : PagesOf(feed)) is not { } key || addresses.FindById(key) is not { } row)
        {
            return;
        }

        var rest = IdsOf(row).Where(id => id != article.Id.Value).Select(id => new BsonValue(id)).ToList();
        if (rest.Count == 0)
        {
            addresses.Delete(key);
            return;
        }

        row["a"] = new BsonArray(rest);
        addresses.Update(row);
    }

    private static IEnumerable<long> IdsOf(BsonDocument? row) => row?["a"].AsArray.Select(id => id.AsInt64) ?? [];

    private static string? PagesOf(Feed feed) => feed.Kind == FeedKind.Pages ? feed.Url : null;

    private static bool IsSamePage(string? one, string other) => Core.Stories.UrlKey.Of(one) is { } key && key == Core.Stories.UrlKey.Of(other);

    /// <summary>64 bits: a key of 8 bytes costs least in the index of a collection.</summary>
    private static BsonValue? AddressKey(string? address, string? pages) =>
        Core.Stories.UrlKey.Of(address) is { } key
            ? new BsonValue(BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(pages is null ? key : $"{pages} {key}"))))
            : null;
}
