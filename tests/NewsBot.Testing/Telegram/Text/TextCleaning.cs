using System.Text;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>What Telegram does to every text that comes in: control characters become spaces, carriage returns and direction overrides vanish (td/telegram/misc.cpp, clean_input_string).</summary>
internal static class TextCleaning
{
    public static FormattedText Clean(FormattedText text)
    {
        if (!text.Text.Any(IsChanged))
        {
            return text;
        }

        var kept = new int[text.Text.Length + 1];
        var clean = new StringBuilder(text.Text.Length);
        for (var index = 0; index < text.Text.Length; index++)
        {
            kept[index] = clean.Length;
            var c = text.Text[index];
            if (!IsRemoved(c))
            {
                clean.Append(c < ' ' && c != '\n' ? ' ' : c);
            }
        }

        kept[^1] = clean.Length;
        return new FormattedText(clean.ToString(), [.. text.Entities.Select(entity => entity with { Offset = kept[entity.Offset], Length = kept[entity.End] - kept[entity.Offset] })]);
    }

    private static bool IsChanged(char c) => (c < ' ' && c != '\n') || IsRemoved(c);

    private static bool IsRemoved(char c) => c is '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A';
}
