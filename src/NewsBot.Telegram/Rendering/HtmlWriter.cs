using System.Text;

namespace NewsBot.Telegram.Rendering;

/// <summary>
/// Writes text as Telegram's HTML: its few tags, exactly nested, and the three references that text needs. Everything else that looks like markup is the text's own and is shown. Pure.
/// </summary>
internal static class HtmlWriter
{
    public static string Write(TelegramText text)
    {
        var html = new StringBuilder(text.Text.Length + (text.Entities.Count * 16));
        var open = new Stack<TextEntity>();
        var at = 0;
        foreach (var entity in text.Entities)
        {
            at = CloseUntil(html, text.Text, open, at, entity.Start);
            Escape(html, text.Text.AsSpan(at, entity.Start - at));
            at = entity.Start;
            Open(html, entity);
            open.Push(entity);
        }

        at = CloseUntil(html, text.Text, open, at, int.MaxValue);
        Escape(html, text.Text.AsSpan(at));
        return html.ToString();
    }

    private static int CloseUntil(StringBuilder html, string text, Stack<TextEntity> open, int at, int position)
    {
        while (open.TryPeek(out var last) && last.End <= position)
        {
            Escape(html, text.AsSpan(at, last.End - at));
            at = last.End;
            html.Append("</").Append(TagOf(open.Pop().Kind)).Append('>');
        }

        return at;
    }

    private static void Open(StringBuilder html, TextEntity entity)
    {
        html.Append('<').Append(TagOf(entity.Kind));
        switch (entity.Kind)
        {
            case EntityKind.Link:
                html.Append(" href=\"");
                Escape(html, entity.Value);
                html.Append('"');
                break;
            case EntityKind.Time:
                var parts = entity.Value!.Split(' ');
                html.Append(" unix=\"").Append(parts[0]).Append("\" format=\"").Append(parts[1]).Append('"');
                break;
            case EntityKind.ExpandableQuote:
                html.Append(" expandable");
                break;
        }

        html.Append('>');
    }

    private static string TagOf(EntityKind kind) => kind switch
    {
        EntityKind.Quote or EntityKind.ExpandableQuote => "blockquote",
        EntityKind.Link => "a",
        EntityKind.Bold => "b",
        EntityKind.Italic => "i",
        EntityKind.Underline => "u",
        EntityKind.Strike => "s",
        EntityKind.Time => "tg-time",
        EntityKind.Code => "code",
        _ => throw new InvalidOperationException($"Unknown entity {kind}."),
    };

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(unit),
            };
        }
    }
}
