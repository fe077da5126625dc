using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Text;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rendering;

/// <summary>What is sent unasked, as messages. Pure.</summary>
internal static class PostRenderer
{
    private const int FullLength = 3600;
    private const int SentenceLength = 900;

    public static MessageBody Render(Post post, DiscordView view) => post switch
    {
        Post.Alert alert => Alert(alert, view),
        Post.RollUp roll => Collected(view.Texts.NewArticles(roll.Total), [.. roll.Articles.Select(article => new ListLine(article, 1))], roll.Total, roll.View.Token, view) with { Flags = Silence(roll) },
        Post.Digest digest => Collected(view.Texts.DigestTitle, digest.Lines, digest.Total, digest.View.Token, view) with { Flags = Silence(digest) },
        Post.Question(_, var text, var choices, var dialog) => new MessageBody { Embeds = [new Embed { Description = TextCut.At(view.Words(text), DiscordLimits.EmbedDescription - 1), Color = EmbedColor.Warning }], Components = [.. Components.Choices(choices, dialog, view.Texts)], Flags = Silence(post) },
        Post.Notice(var text) => new MessageBody { Embeds = [new Embed { Description = TextCut.At(view.Words(text), DiscordLimits.EmbedDescription - 1), Color = EmbedColor.Warning }], Flags = Silence(post) },
        _ => throw new InvalidOperationException($"Unknown post {post.GetType().Name}."),
    };

    private static MessageBody Alert(Post.Alert alert, DiscordView view)
    {
        var (article, style) = (alert.Article, alert.Style);
        var role = alert.IsChange || alert.Updated is not null ? null : RoleOf(style);
        var buttons = new[] { Components.Button(view.Texts.ButtonRead, ButtonId.Read(article.Id)), Components.Button(view.Texts.ButtonSources, ButtonId.Sources(article.Id)) };
        return new MessageBody
        {
            Content = role is { } ping ? $"<@&{ping}>" : "",
            AllowedMentions = role is { } only ? AllowedMentions.Only(only) : AllowedMentions.None,
            Embeds =
            [
                new Embed
                {
                    Title = EmbedLines.Title(article.Title, style.Title),
                    Url = DiscordMarkdown.LinkTarget(article.Url),
                    Description = string.Join('\n', new[] { Body(article, style.Form), Facts(alert, view), Extras(style) }.Where(part => part.Length > 0)),
                    Image = style.Images == true && DiscordMarkdown.LinkTarget(article.Image) is { } picture ? new EmbedImage(picture) : null,
                    Color = EmbedColor.News,
                },
            ],
            Components = style.Buttons == false ? [] : [Components.Row(buttons)],
            Flags = Silence(alert),
        };
    }

    /// <summary>The number, or the mention that Discord makes of a role that is typed.</summary>
    private static Snowflake? RoleOf(Style style) => Snowflake.TryParse(style.PingRole?.Trim('<', '@', '&', '>'));

    private static MessageFlags? Silence(Post post) => post.IsSilent ? MessageFlags.SuppressNotifications : null;

    private static string Body(Article article, MessageForm? form) => form switch
    {
        MessageForm.Compact => "",
        MessageForm.Full => TextPages.Divide(article.Paragraphs, FullLength) is { Count: > 0 } pages ? pages[0] + (pages.Count > 1 ? "\n…" : "") : "",
        _ => DiscordMarkdown.Escape(TextCut.At(string.Join(' ', article.Summary.Take(2)), SentenceLength)),
    };

    private static string Facts(Post.Alert alert, DiscordView view)
    {
        var facts = new[]
        {
            DiscordMarkdown.Escape(alert.Article.Source),
            DiscordMarkdown.Time(alert.Article.Published),
            alert.Reason is { } words ? DiscordMarkdown.Escape(view.Texts.Reason(TextCut.At(words, 100))) : null,
            alert.AlsoFrom.Count > 0 ? DiscordMarkdown.Escape(view.Texts.AlsoFrom(TextCut.At(string.Join(", ", alert.AlsoFrom), 200), alert.AlsoFrom.Count + 1)) : null,
            alert.Updated is { } time ? view.Texts.UpdatedAt(DiscordMarkdown.Time(time)) : null,
        };
        return DiscordMarkdown.Subtext(string.Join(" · ", facts.OfType<string>()));
    }

    private static string Extras(Style style)
    {
        var extras = string.Join(' ', new[] { style.Tags, style.Footer }.OfType<string>());
        return extras.Length > 0 ? DiscordMarkdown.Subtext(DiscordMarkdown.Escape(TextCut.At(extras, 200))) : "";
    }

    /// <summary>A roll-up or a digest: numbered, with a menu that reads one and a way to the rest.</summary>
    private static MessageBody Collected(string title, IReadOnlyList<ListLine> lines, int total, string list, DiscordView view) => new()
    {
        Embeds = [new Embed { Title = title, Description = EmbedLines.List(lines, 1, view), Footer = total > lines.Count ? new EmbedFooter(view.Texts.Page(1, lines.Count, total)) : null, Color = EmbedColor.News }],
        Components = [.. Components.OfList(list, lines, 1, total > lines.Count, view.Texts)],
    };
}
