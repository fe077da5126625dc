using System.Buffers;

namespace NewsBot.Feeds.Html;

/// <summary>What the address of a link says without being followed.</summary>
internal static class LinkSigns
{
    private const int Longest = 300;

    private static readonly SearchValues<string> Authors = SearchValues.Create(
        ["/author", "/autor", "/auteur", "/autore", "/people/", "/person/", "/staff/", "/profile/", "/profil/", "/editors/", "/contributor", "/redaktion/", "/journalist", "/by/", "/columnist", "/writer", "/reporter", "/forfatter/", "/skribent/"], StringComparison.OrdinalIgnoreCase);

    public static bool Tells(ReadOnlySpan<char> address) => IsHome(address) || IsAuthor(address);

    /// <summary>True for the page of an author.</summary>
    public static bool IsAuthor(ReadOnlySpan<char> address) => address.Length < Longest && address.ContainsAny(Authors);

    /// <summary>True for the front page of a host.</summary>
    public static bool IsHome(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("//", StringComparison.Ordinal);
        var path = scheme < 0 ? address : address[(scheme + 2)..];
        var slash = path.IndexOf('/');
        return scheme < 0 ? path is "/" or "/index.html" or "/index.php" : slash < 0 ? path.Length > 0 : slash == path.Length - 1;
    }
}
