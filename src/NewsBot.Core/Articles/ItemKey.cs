using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Feeds;

namespace NewsBot.Core.Articles;

/// <summary>Decides when two items of one feed are the same article: guid, else link, else title and date. Addresses count without scheme, www and tracking parameters, which publishers change.</summary>
public static class ItemKey
{
    /// <summary>One key per item, in order. Items that share a guid are told apart by their link, as some feeds give every item one guid.</summary>
    public static IReadOnlyList<string> ForAll(IReadOnlyList<ParsedItem> items)
    {
        var shared = items
            .Where(item => !string.IsNullOrEmpty(item.Id))
            .GroupBy(item => item.Id!, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(item => Hash(Identity(item, shared)))];
    }

    /// <summary>What an item is by title and link alone, for feeds whose ids cannot be trusted.</summary>
    public static string Looks(ArticleDraft draft) => Hash($"title {draft.Title}\nlink {PlainAddress.Of(draft.Url ?? "")}");

    /// <summary>Changes whenever that of an item does from which title and body are read.</summary>
    public static string Raw(ParsedItem item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in (ReadOnlySpan<string?>)[item.Title?.Value, item.Summary?.Value, item.Content?.Value, item.Link, item.Language])
        {
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
            hash.AppendData([text is null ? (byte)0 : (byte)1, 0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static string Identity(ParsedItem item, HashSet<string> shared)
    {
        if (!string.IsNullOrEmpty(item.Id))
        {
            var id = PlainAddress.Of(item.Id);
            return shared.Contains(item.Id) ? $"id {id}\nlink {PlainAddress.Of(item.Link ?? "")}" : $"id {id}";
        }

        return string.IsNullOrEmpty(item.Link)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"title {item.Title?.Value}\ndate {item.Published:O}")
            : $"link {PlainAddress.Of(item.Link)}";
    }

    /// <summary>16 hexadecimal digits are enough for the few thousand items of one feed.</summary>
    internal static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
