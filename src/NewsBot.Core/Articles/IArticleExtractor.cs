namespace NewsBot.Core.Articles;

/// <summary>Takes the article out of an HTML page. Pure, thread-safe, bounded in bytes, depth, tags and time; no page makes it throw, hang or end the process.</summary>
public interface IArticleExtractor
{
    PageReading Extract(WebPage page, CancellationToken cancellationToken);
}

/// <summary>A page as it came: <paramref name="ContentType"/> is the header with its charset, <paramref name="Url"/> the address after redirects.</summary>
public sealed record WebPage(ReadOnlyMemory<byte> Body, string? ContentType, Uri? Url);

/// <summary>What a page turned out to be.</summary>
public abstract record PageReading
{
    private PageReading()
    {
    }

    public sealed record Read(PageArticle Article) : PageReading;

    /// <summary>The page is no article; its text is never passed off as one.</summary>
    /// <param name="Reason">A sentence for people.</param>
    /// <param name="Head">What the page says of itself, without text; null where nothing could be read.</param>
    public sealed record NotAnArticle(PageRefusal Refusal, string Reason, PageArticle? Head) : PageReading;
}

/// <summary>Why a page gives no article.</summary>
public enum PageRefusal
{
    /// <summary>Nothing to read.</summary>
    Empty,

    /// <summary>The page asks for consent before it shows anything.</summary>
    ConsentWall,

    /// <summary>The text would be fetched by scripts.</summary>
    ScriptShell,

    /// <summary>A front page, a section or a list of teasers.</summary>
    PageOfLinks,

    /// <summary>An answer of the server's guard: a check for robots, an error page.</summary>
    Blocked,

    /// <summary>Reading it took too long.</summary>
    TooCostly,
}
