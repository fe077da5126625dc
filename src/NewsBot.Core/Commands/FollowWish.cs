using System.Text.RegularExpressions;

namespace NewsBot.Core.Commands;

/// <summary>What somebody asks to follow, told from the text alone.</summary>
public abstract partial record FollowWish
{
    private FollowWish()
    {
    }

    public string? Folder { get; init; }

    /// <param name="Urls">As typed, with "https://" where the scheme was left out.</param>
    /// <param name="Filter">The words behind the addresses, or null.</param>
    public sealed record Addresses(IReadOnlyList<string> Urls, string? Filter) : FollowWish
    {
        /// <summary>The command that wishes the same of one address.</summary>
        public string CommandFor(string url) => $"/subscribe {url}{(Filter is null ? "" : " " + Filter)}{(Folder is null ? "" : " in " + Folder)}";
    }

    /// <param name="Typed">The whole text.</param>
    /// <param name="Text">The name it may be, without a leading "topic:" or "source:".</param>
    public sealed record Words(string Typed, string Text, bool AllowsTopic, bool AllowsSource) : FollowWish
    {
        /// <summary>True when it was not said what the name names.</summary>
        public bool IsBare => AllowsTopic && AllowsSource;
    }

    /// <param name="folders">Folders that exist: "floods in Spain" names no folder unless Spain is one.</param>
    public static FollowWish Parse(string text, IReadOnlyCollection<string> folders)
    {
        var typed = text.Trim();
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var urls = words.TakeWhile(IsAddress).Select(WithScheme).ToList();
        var (rest, folder) = TakeFolder(urls.Count > 0 ? string.Join(' ', words.Skip(urls.Count)) : typed, urls.Count > 0, folders);
        if (urls.Count > 0)
        {
            return new Addresses(urls, rest.Length > 0 ? rest : null) { Folder = folder };
        }

        var isTopic = rest.StartsWith("topic:", StringComparison.OrdinalIgnoreCase);
        var isSource = rest.StartsWith("source:", StringComparison.OrdinalIgnoreCase);
        var name = isTopic || isSource ? rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : rest;
        return new Words(rest, name, AllowsTopic: !isSource, AllowsSource: !isTopic) { Folder = folder };
    }

    private static (string Words, string? Folder) TakeFolder(string text, bool afterAddress, IReadOnlyCollection<string> folders)
    {
        var padded = " " + text;
        var at = padded.LastIndexOf(" in ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return (text, null);
        }

        var name = padded[(at + " in ".Length)..].Trim();
        var known = folders.FirstOrDefault(folder => string.Equals(folder, name, StringComparison.OrdinalIgnoreCase));
        return name.Length is > 0 and <= 60 && (afterAddress || known is not null) ? (padded[..at].Trim(), known ?? name) : (text, null);
    }

    private static bool IsAddress(string word) => WithAnyScheme().IsMatch(word) || word.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) || BareAddress().IsMatch(word) || WithCredentials().IsMatch(word) || Handle().IsMatch(word) || Subreddit().IsMatch(word);

    private static string WithScheme(string word)
    {
        if (word.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            var address = word["feed:".Length..].TrimStart('/');
            return Reference.IsLink(address) ? address : "https://" + address;
        }

        return word switch
        {
            _ when WithAnyScheme().IsMatch(word) => word,
            _ when Handle().Match(word) is { Success: true } handle => $"https://{handle.Groups["server"].Value}/@{handle.Groups["user"].Value}",
            _ when Subreddit().IsMatch(word) => "https://www.reddit.com/" + word.TrimStart('/'),
            _ => "https://" + word,
        };
    }

    /// <summary>A profile as people of Mastodon write it: "@user@server".</summary>
    [GeneratedRegex(@"^@(?<user>[a-z0-9_.-]{1,100})@(?<server>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Handle();

    /// <summary>An address with its scheme; one that no feed can have, such as "file:///etc/passwd", is refused as an address and not followed as words.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]{1,30}://\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex WithAnyScheme();

    /// <summary>A place on Reddit: "r/name".</summary>
    [GeneratedRegex("^/?r/[a-z0-9_]{2,50}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Subreddit();

    /// <summary>"name:password@host": an address whose secret must not be kept as words to look for.</summary>
    [GeneratedRegex(@"^[^\s/@:]{1,100}:[^\s/@]{1,200}@[a-z0-9.-]{1,253}(?::\d{1,5})?(?:[/?#]\S*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex WithCredentials();

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex BareAddress();
}
