using System.Security.Cryptography;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Keeps lists so that numbers and "more" work after a restart, and makes their pages.</summary>
public sealed class ListPager(INewsStore store, FeedRegistry feeds)
{
    public const int PageLines = 5;
    public const int MostLines = 200;

    /// <summary>Stores a new list and shows its first page.</summary>
    /// <param name="lines">What the lines show, and what makes them again on later pages.</param>
    public async Task<Reply.ArticleList> StartAsync(Request request, string title, IEnumerable<ArticleId> articles, ListLines lines, CancellationToken cancellationToken)
    {
        var view = new ListView(NewToken(), request.Caller.Person, request.Caller.Place, title, [.. articles.Take(MostLines)], 0, store.Now) { Kind = lines.Kind, Asked = lines.Asked };
        return await PageAsync(request, view, lines.Of, cancellationToken);
    }

    /// <summary>Shows the page after what was shown of the list.</summary>
    public async Task<Reply.ArticleList> PageAsync(Request request, ListView view, Func<Article, ListLine> lineOf, CancellationToken cancellationToken)
    {
        var ids = view.Articles.Skip(view.Shown).Take(PageLines).ToList();
        var articles = await store.GetArticlesAsync(ids, cancellationToken);
        var shown = view with { Shown = view.Shown + ids.Count };
        await store.SaveListAsync(shown, cancellationToken);
        var wrong = await store.WrongSummariesAsync(request.Caller.Place, ids, cancellationToken);
        var lines = articles.Select(lineOf).Select(line => wrong.Contains(line.Article.Id) ? line with { Sentence = null } : line).ToList();
        var isSample = articles.Count > 0 && articles.All(article => feeds.Find(article.Feed)?.Kind == FeedKind.Samples);
        return new Reply.ArticleList(shown, lines, view.Shown + 1) { Note = isSample ? request.Texts.SampleNote : null };
    }

    /// <summary>Lines that show nothing beyond their articles.</summary>
    public static ListLines PlainLines { get; } = new(ListKind.Articles, "", Plain);

    /// <summary>The article with its one-sentence summary.</summary>
    public static ListLine Plain(Article article) => new(article, 1) { Sentence = article.Summary.Count > 0 ? RichText.Plain(article.Summary[0]) : null };

    /// <summary>80 bits in 16 characters that are safe in every button.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}

/// <summary>How the lines of a list are made from their articles.</summary>
/// <param name="Asked">What was asked for, as typed.</param>
public sealed record ListLines(ListKind Kind, string Asked, Func<Article, ListLine> Of);
