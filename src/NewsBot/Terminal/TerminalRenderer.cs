using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Terminal;

/// <summary>Replies and posts as blocks of text. Pure.</summary>
internal static partial class TerminalRenderer
{
    private const int ItemIndent = 3;

    /// <param name="savedAs">Where the file of a <see cref="Reply.Document"/> was saved.</param>
    public static IReadOnlyList<StyledBlock> Render(Reply reply, TerminalView view, string? savedAs)
    {
        var blocks = new List<StyledBlock>(reply switch
        {
            Reply.Message(var text) => Lines(text, TextStyle.Plain),
            Reply.Refusal(var text) => Lines(text, TextStyle.Warning),
            Reply.ArticleList list => List(list, view),
            Reply.ArticleView(var article, _) => Whole(article, view),
            Reply.SummaryView summary => Summary(summary, view),
            Reply.StoryView story => Story(story, view),
            Reply.SubscriptionList list => [.. list.Lines.Select(line => SubscriptionBlock(line, view)), .. Page(list.Page)],
            Reply.SettingsView(var title, var lines) => [StyledBlock.Of(title, TextStyle.Title), .. lines.Select(Setting)],
            Reply.Explanation(var title, var lines) => [StyledBlock.Of(title, TextStyle.Title), .. lines.Select(line => StyledBlock.Of(line, indent: 2))],
            Reply.FeedList list => [StyledBlock.Of(view.Texts.FeedsTitle(list.Feeds.Count, list.Total), TextStyle.Title), .. list.Feeds.Select(feed => FeedBlock(feed, view)), .. Page(list.Page)],
            Reply.Document(var name, _, var text) => [.. Lines(text, TextStyle.Plain), StyledBlock.Of(savedAs is null ? view.Texts.NotSaved(name) : view.Texts.SavedAs(savedAs), TextStyle.Dim)],
            _ => throw new InvalidOperationException($"Unknown reply {reply.GetType().Name}."),
        });
        if (reply.Choices.Count > 0)
        {
            blocks.Add(Choices(reply.Choices));
        }

        if (blocks is not [.., { Spans.Count: 0 }])
        {
            blocks.Add(StyledBlock.Gap);
        }

        return blocks;
    }

    private static IEnumerable<StyledBlock> Lines(string text, TextStyle style) => text.Split('\n').Select(line => StyledBlock.Of(line, style));

    private static IEnumerable<StyledBlock> List(Reply.ArticleList list, TerminalView view)
    {
        if (list.View.Title.Length > 0)
        {
            yield return StyledBlock.Of(list.View.Title, TextStyle.Title);
        }

        var number = list.First;
        foreach (var line in list.Lines)
        {
            yield return new StyledBlock(0, [new StyledSpan($"{number}. ", TextStyle.Number), new StyledSpan(line.Article.Title, TextStyle.Title, line.Article.Url)]);
            yield return Source(line, view);
            if (line.Sentence is { } sentence)
            {
                yield return new StyledBlock(ItemIndent, Marked(sentence));
            }

            number++;
        }

        yield return StyledBlock.Of(view.Texts.Page(list.First, list.Last, list.Total) + (list.HasMore ? " · more" : "") + " · " + view.Texts.NumberReads, TextStyle.Dim);
        if (list.Note is { } note)
        {
            yield return StyledBlock.Of(note, TextStyle.Warning);
        }
    }

    private static StyledBlock Source(ListLine line, TerminalView view)
    {
        var sources = line.Sources > 1 ? " · " + view.Texts.Sources(line.Sources) : "";
        var rising = line.IsRising ? " · " + view.Texts.Rising : "";
        var sent = line.Sent is { } time ? " · " + view.Texts.WhyDelivered(view.Time(time)) : "";
        var block = Source(line.Article, view, ItemIndent);
        return block with { Spans = [.. block.Spans, new StyledSpan(sources + rising + sent, TextStyle.Dim)] };
    }

    /// <summary>The sentence with the words that were searched for.</summary>
    private static IReadOnlyList<StyledSpan> Marked(RichText text)
    {
        var spans = new List<StyledSpan>();
        var at = 0;
        foreach (var mark in text.Marks.Where(mark => mark.Kind == MarkKind.Hit).OrderBy(mark => mark.Start))
        {
            spans.Add(new StyledSpan(text.Text[at..mark.Start]));
            spans.Add(new StyledSpan(text.Text.Substring(mark.Start, mark.Length), TextStyle.Hit));
            at = mark.Start + mark.Length;
        }

        spans.Add(new StyledSpan(text.Text[at..]));
        return spans;
    }

    private static IEnumerable<StyledBlock> Whole(Article article, TerminalView view)
    {
        yield return Title(article, "");
        yield return Source(article, view, 0);
        yield return StyledBlock.Gap;
        foreach (var paragraph in article.Paragraphs.DefaultIfEmpty(view.Texts.NoText))
        {
            yield return StyledBlock.Of(paragraph);
            yield return StyledBlock.Gap;
        }

        foreach (var block in Address(article))
        {
            yield return block;
        }
    }

    private static IEnumerable<StyledBlock> Summary(Reply.SummaryView summary, TerminalView view) =>
    [
        Title(summary.Article, ""),
        StyledBlock.Of(summary.Sentences.Count > 0 ? string.Join(' ', summary.Sentences) : view.Texts.NoText),
        .. summary.Model is { } model ? [StyledBlock.Of(view.Texts.WrittenBy(model), TextStyle.Dim)] : Array.Empty<StyledBlock>(),
        Source(summary.Article, view, 0),
        .. Address(summary.Article),
    ];

    private static IEnumerable<StyledBlock> Story(Reply.StoryView story, TerminalView view) =>
    [
        StyledBlock.Of($"{story.Title} · {view.Texts.Sources(story.Sources)}", TextStyle.Title),
        .. story.Summary.Select(sentence => new StyledBlock(0, [new StyledSpan(sentence.Text), new StyledSpan(sentence.Attribution is { } only && story.Sources > 1 ? $" ({only})" : "", TextStyle.Dim)])),
        .. story.Reports.SelectMany((article, index) => Report(article, index == 0, story, view)),
    ];

    private static IEnumerable<StyledBlock> Report(Article article, bool isFirst, Reply.StoryView story, TerminalView view)
    {
        yield return new StyledBlock(2,
        [
            new StyledSpan(view.Time(article.Published) + "  ", TextStyle.Dim),
            new StyledSpan($"{article.Source}: ", TextStyle.Number),
            new StyledSpan(article.Title, Url: article.Url),
            new StyledSpan(isFirst && story.Reports.Count > 1 ? $" · {view.Texts.First}" : "", TextStyle.Dim),
        ]);
        if (story.Additions.TryGetValue(article.Id, out var addition))
        {
            yield return StyledBlock.Of("+ " + addition, TextStyle.Dim, 4);
        }
    }

    private static StyledBlock SubscriptionBlock(SubscriptionLine line, TerminalView view)
    {
        var texts = view.Texts;
        var subscription = line.Subscription;
        var details = new[]
        {
            texts.SubscriptionKind(subscription.Kind),
            subscription.Folder,
            subscription.Mode == SubscriptionMode.AtOnce ? null : texts.ModeName(subscription.Mode),
            subscription.Limit is { } limit ? string.Create(texts.Culture, $"{limit.Count} {texts.Period(limit.Period)}") : null,
            subscription.Filter is { } filter ? texts.OnlyFilter(filter) : null,
            line.IsPaused ? texts.Paused : null,
            line.Delivered is { } time ? texts.LastSent(view.Time(time)) : texts.NothingSentYet,
        };
        var problem = line.Problem is { } trouble ? [new StyledSpan(" · " + trouble, TextStyle.Warning)] : Array.Empty<StyledSpan>();
        return new StyledBlock(0, [new StyledSpan($"#{subscription.Number} ", TextStyle.Number), new StyledSpan(subscription.Value, TextStyle.Title), new StyledSpan(" · " + string.Join(" · ", details.OfType<string>()), TextStyle.Dim), .. problem]);
    }

    private static IEnumerable<StyledBlock> Page(string? page) => page is null ? [] : [StyledBlock.Of(page, TextStyle.Dim)];

    private static StyledBlock Setting(SettingLine line) => new(2, [new StyledSpan(line.Name + ": "), new StyledSpan(line.Value, TextStyle.Title), new StyledSpan("   " + line.Command, TextStyle.Dim)]);

    private static StyledBlock FeedBlock(Feed feed, TerminalView view)
    {
        var health = feed.Health;
        var next = $"{view.Time(health.NextCheck)} ({health.NextCheckReason})";
        var state = health.LastError is { } trouble ? new StyledSpan(trouble, TextStyle.Warning) : new StyledSpan(health.LastSuccess is { } read ? view.Texts.LastRead(view.Time(read)) : view.Texts.NotReadYet, TextStyle.Dim);
        return new StyledBlock(2, [new StyledSpan(feed.Title, TextStyle.Title), new StyledSpan(" · "), state, new StyledSpan($" · {view.Texts.FeedAnswers(health.LastStatus, health.NotModifiedRate, health.Requests)} · {view.Texts.NextCheck(next)}", TextStyle.Dim)]);
    }

    private static StyledBlock Choices(IReadOnlyList<Choice> choices) =>
        new(0, [.. choices.Take(26).SelectMany((choice, index) => new[] { new StyledSpan($"{(index > 0 ? "  " : "")}[{(char)('a' + index)}] ", TextStyle.Number), new StyledSpan(choice.Label) })]);

    private static StyledBlock Title(Article article, string before) => new(0, [new StyledSpan(before, TextStyle.Number), new StyledSpan(article.Title, TextStyle.Title, article.Url)]);

    private static StyledBlock Source(Article article, TerminalView view, int indent) => StyledBlock.Of($"{article.Source} · {view.Age(article.Published)}", TextStyle.Dim, indent);

    private static IEnumerable<StyledBlock> Address(Article article, int indent = 0) => article.Url is { } url ? [new StyledBlock(indent, [new StyledSpan(url, TextStyle.Dim, url)])] : [];
}
