using System.Globalization;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;

namespace NewsBot.Terminal;

/// <content>What comes by itself: alerts, their changes, roll-ups, digests and notices.</content>
internal static partial class TerminalRenderer
{
    public static IReadOnlyList<StyledBlock> Render(Post post, TerminalView view) => post switch
    {
        Post.Alert { IsChange: true } alert => Change(alert, view),
        Post.Alert alert => Alert(alert, view),
        Post.RollUp(_, var articles, var total, _) => Collected(view.Texts.NewArticles(total), [.. articles.Select(article => new ListLine(article, 1))], total, view),
        Post.Question(_, var text, var choices, _) => [.. Lines(text, TextStyle.Warning), Choices(choices), StyledBlock.Gap],
        Post.Notice(var text) => [.. Lines(text, TextStyle.Warning), StyledBlock.Gap],
        Post.Digest(_, var lines, var total, _) => Collected(view.Texts.DigestTitle, lines, total, view),
        _ => throw new InvalidOperationException($"Unknown post {post.GetType().Name}."),
    };

    private static IReadOnlyList<StyledBlock> Alert(Post.Alert alert, TerminalView view)
    {
        var (article, style) = (alert.Article, alert.Style);
        var body = style.Form switch
        {
            MessageForm.Compact => [],
            MessageForm.Full => article.Paragraphs.Select(paragraph => StyledBlock.Of(paragraph, indent: 2)),
            _ => article.Summary.Count > 0 ? [StyledBlock.Of(string.Join(' ', article.Summary.Take(2)), indent: 2)] : Array.Empty<StyledBlock>(),
        };
        var reason = alert.Reason is { } words ? $" · {view.Texts.Reason(words)}" : "";
        var joined = alert.AlsoFrom.Count > 0 ? $" · {view.Texts.AlsoFrom(string.Join(", ", alert.AlsoFrom), alert.AlsoFrom.Count + 1)}" : "";
        var extras = string.Join(' ', new[] { style.Tags, style.Footer }.OfType<string>());
        return
        [
            Title(article, style.Title is { } title ? $"* {title} " : "* "),
            .. body,
            new StyledBlock(2, [.. Source(article, view, 0).Spans, new StyledSpan(reason + joined, TextStyle.Dim)]),
            .. extras.Length > 0 ? [StyledBlock.Of(extras, TextStyle.Dim, 2)] : Array.Empty<StyledBlock>(),
            .. Address(article, 2),
            StyledBlock.Gap,
        ];
    }

    /// <summary>Only what is new of a message that was shown before.</summary>
    private static IReadOnlyList<StyledBlock> Change(Post.Alert alert, TerminalView view) => alert.Updated is { } time
        ? [new StyledBlock(2, [new StyledSpan(view.Texts.UpdatedAt(view.Time(time)) + ": ", TextStyle.Dim), new StyledSpan(alert.Article.Title, Url: alert.Article.Url)]), StyledBlock.Gap]
        : [StyledBlock.Of(view.Texts.AlsoFrom(string.Join(", ", alert.AlsoFrom), alert.AlsoFrom.Count + 1), TextStyle.Dim, 2), StyledBlock.Gap];

    /// <summary>A roll-up or digest: numbered, as its lines are the last list of the place.</summary>
    private static IReadOnlyList<StyledBlock> Collected(string title, IReadOnlyList<ListLine> lines, int total, TerminalView view) =>
    [
        StyledBlock.Of("* " + title, TextStyle.Title),
        .. lines.SelectMany((line, index) => new[]
        {
            new StyledBlock(2, [new StyledSpan(NumberOf(index + 1, lines.Count), TextStyle.Number), new StyledSpan(line.Article.Title, Url: line.Article.Url), new StyledSpan($" · {line.Article.Source} · {view.Age(line.Article.Published)}{(line.Sources > 1 ? " · " + view.Texts.Sources(line.Sources) : "")}", TextStyle.Dim)]),
        }),
        .. total > lines.Count ? [StyledBlock.Of($"{view.Texts.Page(1, lines.Count, total)} · more · {view.Texts.NumberReads}", TextStyle.Dim, 2)] : Array.Empty<StyledBlock>(),
        StyledBlock.Gap,
    ];

    /// <summary>As wide as the last number, so that titles stand below each other.</summary>
    private static string NumberOf(int line, int last) => $"{line.ToString(CultureInfo.InvariantCulture).PadLeft(last.ToString(CultureInfo.InvariantCulture).Length)}. ";
}
