using System.Net;

namespace NewsBot.Feeds.Extraction;

/// <summary>Texts of attributes and JSON-LD as people read them.</summary>
internal static class PlainText
{
    /// <summary>Tags gone, entities decoded (also where they were escaped twice), white space folded; null for nothing.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = text;
        for (var round = 0; round < 2 && plain.Contains('&', StringComparison.Ordinal); round++)
        {
            plain = WebUtility.HtmlDecode(plain);
        }

        plain = WithoutTags(plain);
        var folded = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\u00ad", "", StringComparison.Ordinal);
        return folded.Length == 0 ? null : folded;
    }

    private static string WithoutTags(string text)
    {
        var at = text.IndexOf('<', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            var close = text.IndexOf('>', at);
            if (close < 0)
            {
                break;
            }

            var opens = at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!');
            kept.Append(text.AsSpan(from, (opens ? at : close + 1) - from)).Append(opens ? " " : "");
            from = close + 1;
            at = text.IndexOf('<', from);
        }

        return kept.Append(text.AsSpan(from)).ToString();
    }
}
