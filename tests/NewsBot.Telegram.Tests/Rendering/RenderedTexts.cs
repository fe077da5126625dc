using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using NewsBot.Testing;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>Texts of ours as HTML, for Telegram's own parser: one of everything, and what the worst of feeds make of it. The same at each run.</summary>
internal static class RenderedTexts
{
    private static readonly TelegramView View = new(new Texts(), Some.Morning, "Europe/Berlin", ChatKind.Private);

    /// <param name="count">How many texts of nasty feeds.</param>
    public static IEnumerable<TelegramText> All(int count) => [.. SampleMessages.All().SelectMany(sample => sample.Messages).Select(message => message.Text), .. Nasty(count)];

    private static IEnumerable<TelegramText> Nasty(int count)
    {
        var texts = new NastyText(new Random(1948));
        for (var id = 1; id <= count; id++)
        {
            yield return id % 3 == 0
                ? new TextBuilder().AddForeign(texts.Marked()).Add(" .").Build()
                : PostRenderer.Render(new Post.Alert(new DeliveryId(id), texts.Article(id), null) { Style = Style.Default with { Form = (MessageForm)(id % 3) } }, View, TextSize.Message).Text;
        }
    }
}
