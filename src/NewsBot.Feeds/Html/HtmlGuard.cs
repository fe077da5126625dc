namespace NewsBot.Feeds.Html;

/// <summary>
/// One linear pass over HTML before a tree is built: kilobytes of depth, formatting or attributes can become a tree of gigabytes. What is beyond a limit is flattened, its text stays; ordinary pages lose only what nobody reads.
/// </summary>
internal static class HtmlGuard
{
    public const int Depth = 512;
    public const int Tags = 60_000;

    /// <summary>Open formatting elements; a tree builder repeats them in every later block.</summary>
    public const int Formatting = 32;

    public const int AttributesOfTag = 32;

    public const int AttributeCharacters = 8_000;

    /// <param name="withLinks">Keeps where links lead to; else only what <see cref="LinkSigns"/> tells from.</param>
    public static GuardedMarkup Bound(string html, bool withLinks) => new MarkupScanner(html, withLinks).Run();
}
