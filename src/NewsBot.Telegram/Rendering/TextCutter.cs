namespace NewsBot.Telegram.Rendering;

/// <summary>Takes a piece out of a text with the entities that lie over it. Pure.</summary>
internal static class TextCutter
{
    /// <summary>From <paramref name="start"/> up to <paramref name="end"/>, without the white space around it; entities that reach over an edge are closed or opened there.</summary>
    public static TelegramText Cut(TelegramText text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text.Text[end - 1]))
        {
            end--;
        }

        var entities = new List<TextEntity>();
        foreach (var entity in text.Entities)
        {
            var (from, to) = (Math.Max(entity.Start, start), Math.Min(entity.End, end));
            if (from < to)
            {
                entities.Add(entity with { Start = from - start, Length = to - from });
            }
        }

        return new TelegramText(text.Text[start..end], entities) { Items = [.. text.Items.Where(item => item > start && item < end).Select(item => item - start)] };
    }

    /// <summary>The second text below the first, with a line left free between them.</summary>
    public static TelegramText Join(TelegramText above, TelegramText below) => Join(above, "\n\n", below);

    /// <summary>The second text on the line below the first.</summary>
    public static TelegramText Stack(TelegramText above, TelegramText below) => Join(above, "\n", below);

    private static TelegramText Join(TelegramText above, string between, TelegramText below)
    {
        if (above.Text.Length == 0 || below.Text.Length == 0)
        {
            return above.Text.Length == 0 ? below : above;
        }

        var offset = above.Text.Length + between.Length;
        return new TelegramText(above.Text + between + below.Text, [.. above.Entities, .. below.Entities.Select(entity => entity with { Start = entity.Start + offset })])
        {
            Items = [.. above.Items, offset, .. below.Items.Select(item => item + offset)],
        };
    }
}
