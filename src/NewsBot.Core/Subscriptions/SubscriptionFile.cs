using System.Text;

namespace NewsBot.Core.Subscriptions;

/// <summary>
/// Subscriptions as a file that other readers understand: OPML 2.0 (opml.org/spec2.opml) with kinds, filters, modes, schedules, limits, styles and pauses of subscriptions, and what is set for their home and places, in a namespace of our own. Reads OPML, CSV and text with addresses. Pure; bounded in size and count.
/// </summary>
public static class SubscriptionFile
{
    public const int MostBytes = 1024 * 1024;
    public const int MostEntries = 2_000;
    internal const int MostDigests = 10;
    internal const int MostMutes = 50;
    internal const string OwnSpace = "urn:newsbot:subscriptions:1";

    /// <summary>Only the subscriptions of <see cref="ReadAll"/>.</summary>
    public static IReadOnlyList<SubscriptionEntry> Read(ReadOnlySpan<byte> content) => ReadAll(content).Entries;

    /// <summary>An entry that is no subscription is left out. Empty when the file holds none or is too large.</summary>
    public static SubscriptionBundle ReadAll(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return new SubscriptionBundle([]) { Fault = BundleFault.TooLarge };
        }

        var text = TextOf(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new SubscriptionBundle([]);
        }

        if (text.AsSpan().TrimStart().StartsWith("<"))
        {
            return OpmlReader.Read(text.TrimStart());
        }

        var entries = AddressLines.Read(text).Take(MostEntries + 1).ToList();
        return entries.Count > MostEntries ? new SubscriptionBundle(entries[..MostEntries]) { Fault = BundleFault.TooMany } : new SubscriptionBundle(entries);
    }

    /// <param name="bundle">With the address of the feed where one is followed.</param>
    public static byte[] Write(string title, SubscriptionBundle bundle) => OpmlWriter.Write(title, bundle);

    /// <summary>UTF-8 or UTF-16 as the first bytes say; what is neither is read as Latin-1, so that addresses survive.</summary>
    private static string TextOf(ReadOnlySpan<byte> content)
    {
        if (content is [0xff, 0xfe, ..])
        {
            return Encoding.Unicode.GetString(content[2..]);
        }

        if (content is [0xfe, 0xff, ..])
        {
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        }

        var plain = content is [0xef, 0xbb, 0xbf, ..] ? content[3..] : content;
        return System.Text.Unicode.Utf8.IsValid(plain) ? Encoding.UTF8.GetString(plain) : Encoding.Latin1.GetString(plain);
    }
}
