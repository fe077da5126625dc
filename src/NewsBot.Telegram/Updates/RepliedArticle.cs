using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>What a command points at that replies to a message: the article that our buttons below it name, else the first link in it. Pure.</summary>
internal static class RepliedArticle
{
    private static readonly string[] Pointing = ["summary", "read", "story", "save", "why", "wrong"];

    /// <summary>The arguments of a command, with what it replies to where it names nothing itself.</summary>
    public static string Complete(string command, string arguments, Message message) =>
        arguments.Length == 0 && Pointing.Contains(command, StringComparer.Ordinal) && message.ReplyToMessage is { } replied ? ReferenceIn(replied) ?? arguments : arguments;

    private static string? ReferenceIn(Message replied)
    {
        var articles = (replied.ReplyMarkup?.InlineKeyboard ?? []).SelectMany(row => row).Select(button => CallbackData.TryParse(button.CallbackData)).Select(ArticleOf).OfType<ArticleId>().Distinct().ToList();

        // A list has a button for each of its articles, so that none of them is meant.
        return articles is [var only] ? new Reference.Stored(only).ToString() : LinkIn(replied);
    }

    private static ArticleId? ArticleOf(CallbackData? data) => data switch
    {
        CallbackData.OfArticle(var article, _) => article,
        CallbackData.ReadPage(var article, _) => article,
        _ => null,
    };

    private static string? LinkIn(Message replied)
    {
        var (text, entities) = replied.Text is { } written ? (written, replied.Entities) : (replied.Caption ?? "", replied.CaptionEntities);
        foreach (var entity in entities ?? [])
        {
            if (entity is { Type: MessageEntityType.TextLink, Url: { } url })
            {
                return url;
            }

            if (entity.Type == MessageEntityType.Url && entity.Offset >= 0 && entity.Offset + entity.Length <= text.Length)
            {
                var link = text.Substring(entity.Offset, entity.Length);
                return link.Contains("://", StringComparison.Ordinal) ? link : "https://" + link;
            }
        }

        return null;
    }
}
