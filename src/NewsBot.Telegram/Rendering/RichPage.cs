using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Rendering;

/// <summary>A rich message: up to 32,768 characters in blocks, which apps older than mid 2026 do not show. Written as blocks, so that no text can be taken for markup.</summary>
internal sealed record RichPage(IReadOnlyList<InputRichBlock> Blocks, bool IsRightToLeft = false)
{
    /// <summary>Buttons below; the classic form may come in several messages and has them below its last.</summary>
    public InlineKeyboardMarkup? Markup { get; init; }
}
