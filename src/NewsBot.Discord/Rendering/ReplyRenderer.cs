using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rendering;

/// <summary>Answers as messages. Pure.</summary>
internal static class ReplyRenderer
{
    private const int PageLength = 3500;
    private const int SettingsLength = 3900;

    /// <summary>At least one message; choices stand below the last.</summary>
    public static IReadOnlyList<MessageBody> Render(Answer answer, DiscordView view)
    {
        var messages = Render(answer.Reply, view);
        var choices = Components.Choices(answer.Reply.Choices, answer.Dialog, view.Texts).Concat(Components.Question(answer.Dialog, answer.Reply, view.Texts));
        return [.. messages.SkipLast(1), messages[^1] with { Components = [.. messages[^1].Components ?? [], .. choices] }];
    }

    /// <summary>One page of an article that is read.</summary>
    /// <param name="page">Counted from 0; the last one where there are fewer.</param>
    public static MessageBody ArticlePage(Article article, int page, DiscordView view)
    {
        var pages = TextPages.Divide(article.Paragraphs.DefaultIfEmpty(view.Texts.NoText), PageLength);
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        var buttons = new List<Component>();
        if (shown > 0)
        {
            buttons.Add(Components.Button(view.Texts.ButtonPrevious, ButtonId.TurnPage(article.Id, shown - 1)));
        }

        if (shown < pages.Count - 1)
        {
            buttons.Add(Components.Button(view.Texts.ButtonNext, ButtonId.TurnPage(article.Id, shown + 1)));
        }

        return new MessageBody
        {
            Embeds = [ArticleEmbed(article, $"{pages[shown]}\n\n{EmbedLines.Source(article)}") with { Footer = pages.Count > 1 ? new EmbedFooter(view.Texts.PageOf(shown + 1, pages.Count)) : null }],
            Components = [Components.Row([.. buttons, Components.Button(view.Texts.ButtonSave, ButtonId.Save(article.Id)), Components.Button(view.Texts.ButtonSources, ButtonId.Sources(article.Id))])],
        };
    }

    private static IReadOnlyList<MessageBody> Render(Reply reply, DiscordView view) => reply switch
    {
        Reply.Message(var text) => Words(text, view, EmbedColor.News),
        Reply.Refusal(var text) => Words(text, view, EmbedColor.Warning),
        Reply.ArticleList list => [List(list, view)],
        Reply.ArticleView(var article, _) => [ArticlePage(article, 0, view)],
        Reply.SummaryView summary => [Summary(summary, view)],
        Reply.StoryView story => Boxes(EmbedLines.Title($"{story.Title} · {view.Texts.Sources(story.Sources)}"), StoryLines(story)),
        Reply.SubscriptionList list => Boxes(view.Texts.SettingSubscriptions, [.. list.Lines.Select(line => Subscription(line, view)), .. Page(list.Page)]),
        Reply.SettingsView(var title, var lines) => Boxes(EmbedLines.Title(title), lines.Select(line => $"{DiscordMarkdown.Escape(line.Name)}: {DiscordMarkdown.Bold(Setting(line.Value))}\n{DiscordMarkdown.Subtext(view.Words(line.Command))}")),
        Reply.Explanation(var title, var lines) => Boxes(EmbedLines.Title(title), lines.Select(view.Words), "\n"),
        Reply.FeedList list => Boxes(view.Texts.FeedsTitle(list.Feeds.Count, list.Total), [.. list.Feeds.Select(feed => FeedLine(feed, view)), .. Page(list.Page)]),
        Reply.Document(var name, var content, var text) => [new MessageBody { Content = Short(view.Words(text)), Files = [new MessageFile(name, ContentTypeOf(name), content)] }],
        _ => throw new InvalidOperationException($"Unknown reply {reply.GetType().Name}."),
    };

    /// <summary>A person or a channel is shown by name; it pings nobody.</summary>
    private static string Setting(string value) =>
        DiscordIds.UserOf(new PlaceId(value)) is { } user ? $"<@{user}>" : DiscordIds.ChannelOf(new PlaceId(value)) is { } channel ? $"<#{channel}>" : DiscordMarkdown.Escape(value);

    private static IReadOnlyList<MessageBody> Words(string text, DiscordView view, int color) => Boxes(null, text.Split('\n').Select(view.Words), "\n", color);

    private static MessageBody List(Reply.ArticleList list, DiscordView view)
    {
        var text = EmbedLines.List(list.Lines, list.First, view);
        var note = list.Note is { } words ? "\n\n" + DiscordMarkdown.Subtext(view.Words(words)) : "";
        var embed = new Embed
        {
            Title = list.View.Title.Length > 0 ? EmbedLines.Title(list.View.Title) : null,
            Description = text.Length + note.Length <= DiscordLimits.EmbedDescription ? text + note : text,
            Footer = new EmbedFooter(view.Texts.Page(list.First, list.Last, list.Total)),
            Color = EmbedColor.News,
        };
        return new MessageBody { Embeds = [embed], Components = [.. Components.OfList(list.View.Token, list.Lines, list.First, list.HasMore, view.Texts)] };
    }

    private static MessageBody Summary(Reply.SummaryView summary, DiscordView view)
    {
        var article = summary.Article;
        var model = summary.Model is { } name ? $" · {DiscordMarkdown.Escape(view.Texts.WrittenBy(name))}" : "";
        var text = summary.Sentences.Count > 0 ? string.Join(' ', summary.Sentences) : view.Texts.NoText;
        return new MessageBody
        {
            Embeds = [ArticleEmbed(article, $"{DiscordMarkdown.Escape(TextCut.At(text, PageLength / 2))}\n{EmbedLines.Source(article)}{model}")],
            Components = [Components.Row(Components.Button(view.Texts.ButtonRead, ButtonId.Read(article.Id)), Components.Button(view.Texts.ButtonSave, ButtonId.Save(article.Id)), Components.Button(view.Texts.ButtonSources, ButtonId.Sources(article.Id)))],
        };
    }

    private static IEnumerable<string> StoryLines(Reply.StoryView story)
    {
        if (story.Summary.Count > 0)
        {
            yield return string.Join(' ', story.Summary.Select(sentence => DiscordMarkdown.Escape(sentence.Text) + (sentence.Attribution is { } only && story.Sources > 1 ? $" ({DiscordMarkdown.Escape(only)})" : "")));
        }

        foreach (var article in story.Reports)
        {
            var addition = story.Additions.TryGetValue(article.Id, out var words) ? "\n" + DiscordMarkdown.Subtext("+ " + DiscordMarkdown.Escape(TextCut.At(words, 400))) : "";
            yield return $"{DiscordMarkdown.DateTime(article.Published)} {DiscordMarkdown.Bold(DiscordMarkdown.Escape(article.Source))}: {DiscordMarkdown.Link(TextCut.At(article.Title, 300), article.Url)}{addition}";
        }
    }

    private static string Subscription(SubscriptionLine line, DiscordView view)
    {
        var (subscription, texts) = (line.Subscription, view.Texts);
        var details = new[]
        {
            texts.SubscriptionKind(subscription.Kind),
            subscription.Folder is { } folder ? DiscordMarkdown.Escape(folder) : null,
            subscription.Filter is { } filter ? DiscordMarkdown.Escape(texts.OnlyFilter(filter)) : null,
            line.IsPaused ? texts.Paused : null,
            line.Delivered is { } time ? texts.LastSent(DiscordMarkdown.DateTime(time)) : texts.NothingSentYet,
            line.Problem is { } problem ? DiscordMarkdown.Escape(problem) : null,
        };
        return $"**#{subscription.Number}** {DiscordMarkdown.Escape(TextCut.At(subscription.Value, 300))}\n{DiscordMarkdown.Subtext(string.Join(" · ", details.OfType<string>()))}";
    }

    private static IEnumerable<string> Page(string? page) => page is null ? [] : [DiscordMarkdown.Subtext(page)];

    private static string FeedLine(Feed feed, DiscordView view)
    {
        var health = feed.Health;
        var state = health.LastError is { } trouble ? DiscordMarkdown.Escape(trouble) : health.LastSuccess is { } read ? view.Texts.LastRead(DiscordMarkdown.Age(read)) : view.Texts.NotReadYet;
        return $"{DiscordMarkdown.Bold(DiscordMarkdown.Escape(TextCut.At(feed.Title, 200)))}\n{DiscordMarkdown.Subtext($"{state} · {view.Texts.FeedAnswers(health.LastStatus, health.NotModifiedRate, health.Requests)} · {view.Texts.NextCheck($"{DiscordMarkdown.DateTime(health.NextCheck)} ({DiscordMarkdown.Escape(health.NextCheckReason)})")}")}";
    }

    /// <summary>Blocks as embeds of one message each; a long list becomes several messages, and no block is lost.</summary>
    private static IReadOnlyList<MessageBody> Boxes(string? title, IEnumerable<string> blocks, string between = "\n\n", int color = EmbedColor.News)
    {
        var texts = new List<string>();
        foreach (var block in blocks.Select(Cut))
        {
            if (texts.Count > 0 && texts[^1].Length + between.Length + block.Length <= SettingsLength)
            {
                texts[^1] += between + block;
            }
            else
            {
                texts.Add(block);
            }
        }

        return
        [
            .. texts.DefaultIfEmpty("").Select((text, index) => new MessageBody
            {
                Embeds = [new Embed { Title = index == 0 ? title : null, Description = text.Trim().Length > 0 ? text : title is null ? "…" : null, Color = color }],
            }),
        ];
    }

    private static string ContentTypeOf(string name) => name.EndsWith(".opml", StringComparison.Ordinal) ? "text/x-opml" : "application/octet-stream";

    private static string Cut(string block) => block.Length <= SettingsLength ? block : TextCut.At(block, SettingsLength);

    private static string Short(string text) => text.Length <= DiscordLimits.Content ? text : TextCut.At(text, DiscordLimits.Content - 1);

    private static Embed ArticleEmbed(Article article, string description) => new() { Title = EmbedLines.Title(article.Title), Url = DiscordMarkdown.LinkTarget(article.Url), Description = description, Color = EmbedColor.News };
}
