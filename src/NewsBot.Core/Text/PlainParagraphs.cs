namespace NewsBot.Core.Text;

/// <summary>Paragraphs of plain text: an empty line parts them, and so does a line that ends like a sentence or is too short to be broken by its width. Lines broken at a width are joined again. Pure.</summary>
public static class PlainParagraphs
{
    private const int BrokenFrom = 50;

    /// <summary>White space folded; none is empty.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var paragraphs = new List<string>();
        var open = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (open.Length > 0 && (line.Length == 0 || !GoesOn(open, line)))
            {
                paragraphs.Add(open);
                open = "";
            }

            open = open.Length == 0 || line.Length == 0 ? open + line : $"{open} {line}";
        }

        if (open.Length > 0)
        {
            paragraphs.Add(open);
        }

        return paragraphs;
    }

    private static bool GoesOn(string before, string line)
    {
        var end = before.TrimEnd('"', '\'', '”', '’', '»', ')', '」', '』');
        var ended = end.Length == 0 || end[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '।' or '؟' or '۔';
        return !ended && (before.Length >= BrokenFrom || char.IsLower(line[0]));
    }
}
