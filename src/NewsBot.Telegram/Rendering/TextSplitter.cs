using System.Globalization;

namespace NewsBot.Telegram.Rendering;

/// <summary>
/// Parts a text that one message cannot hold: where an item begins, else between paragraphs, lines, sentences, clauses or words, in this order; never inside a grapheme, and inside an address or a link only where it alone is longer than a message. Pure.
/// </summary>
internal static class TextSplitter
{
    /// <summary>Each break must leave at least this share of what fits, so that messages do not become tiny; items are worth more room.</summary>
    private const double LeastShare = 0.5;
    private const double LeastShareAtItem = 0.25;
    private const int MostRank = 5;

    /// <param name="first">What the first message holds, such as a caption.</param>
    /// <param name="tail">Stands at the end of every part that does not hold its link already, or null.</param>
    /// <returns>At least one part; each fits, tail included.</returns>
    public static IReadOnlyList<TelegramText> Split(TelegramText text, TextSize first, TextSize rest, TelegramText? tail = null)
    {
        var parts = new List<TelegramText>();
        while (true)
        {
            var size = parts.Count == 0 ? first : rest;
            if (size.Holds(WithTail(text, tail)))
            {
                parts.Add(WithTail(text, tail));
                return parts;
            }

            var (cut, next) = Break(text, Room(size, tail));
            if (TextCutter.Cut(text, 0, cut) is { Text.Length: > 0 } part)
            {
                parts.Add(WithTail(part, tail));
            }

            text = TextCutter.Cut(text, next, text.Text.Length);
            if (text.Text.Length == 0 && parts.Count > 0)
            {
                return parts;
            }
        }
    }

    private static TelegramText WithTail(TelegramText part, TelegramText? tail) =>
        tail is null || (tail.Entities is [{ Kind: EntityKind.Link, Value: var url }, ..] && part.Entities.Any(entity => entity.Kind == EntityKind.Link && entity.Value == url))
            ? part
            : TextCutter.Join(part, tail);

    private static TextSize Room(TextSize size, TelegramText? tail) => tail is null ? size : new(Math.Max(64, size.Units - tail.Text.Length - 2))
    {
        Entities = size.Entities - tail.Entities.Count,
        EntityBytes = size.EntityBytes - tail.Entities.Sum(TextSize.BytesOf),
    };

    /// <summary>Where the part ends and where the next begins.</summary>
    private static (int Cut, int Next) Break(TelegramText text, TextSize size)
    {
        var limit = Fitting(text, size);
        if (limit >= text.Text.Length)
        {
            return (text.Text.Length, text.Text.Length);
        }

        var item = text.Items.LastOrDefault(start => start <= limit);
        if (item >= limit * LeastShareAtItem && item > 0)
        {
            return (item, item);
        }

        var best = -1;
        var bestRank = 0;
        for (var at = limit; at > 0 && at >= limit * LeastShare; at--)
        {
            var rank = Rank(text.Text, at);
            if (rank > bestRank && !IsInsideLink(text, at))
            {
                (best, bestRank) = (at, rank);
                if (rank == MostRank)
                {
                    break;
                }
            }
        }

        var cut = best > 0 ? best : Forced(text, limit);
        return (cut, cut);
    }

    /// <summary>How good it is to part before <paramref name="at"/>; 0 is not at all.</summary>
    private static int Rank(string text, int at)
    {
        var (before, after) = (text[at - 1], at < text.Length ? text[at] : ' ');
        return IsJoining(after) ? 0 : before switch
        {
            '\n' => at > 1 && text[at - 2] == '\n' ? MostRank : 4,
            '。' or '！' or '？' or '．' or '｡' => 3,
            ' ' when at > 1 && text[at - 2] is '.' or '!' or '?' or '…' or '।' or '؟' or '۔' or ':' => 3,
            '、' or '，' or '；' or '：' => 2,
            ' ' when at > 1 && text[at - 2] is ',' or ';' or '،' or '–' or '—' => 2,
            _ when char.IsWhiteSpace(before) && !char.IsWhiteSpace(after) && before is not ('\u00a0' or '\u202f') => 1,
            _ => 0,
        };
    }

    /// <summary>Belongs to the grapheme before it.</summary>
    private static bool IsJoining(char unit) => char.IsLowSurrogate(unit) || unit == '\u200d'
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsInsideLink(TelegramText text, int at) => text.Entities.Any(entity => entity.Kind is EntityKind.Link or EntityKind.Time or EntityKind.Code && entity.Start < at && at < entity.End);

    /// <summary>Text without a good place: before the address or link that reaches over the limit if something stands before it, else at the last whole grapheme.</summary>
    private static int Forced(TelegramText text, int limit)
    {
        var entity = text.Entities.FirstOrDefault(entity => entity.Kind == EntityKind.Link && entity.Start < limit && limit < entity.End);
        if (entity.Start > 0)
        {
            return entity.Start;
        }

        var word = limit;
        while (word > 0 && !char.IsWhiteSpace(text.Text[word - 1]))
        {
            word--;
        }

        if (word > 0 && text.Text.AsSpan(word, limit - word).Contains("://", StringComparison.Ordinal))
        {
            return word;
        }

        return GraphemeAt(text.Text, limit);
    }

    /// <summary>The last grapheme boundary up to the limit; inside a grapheme that is longer than a message, the last whole character.</summary>
    private static int GraphemeAt(string text, int limit)
    {
        // Boundaries are found from a safe start: white space or the begin.
        var start = Math.Max(0, limit - 256);
        while (start > 0 && !char.IsWhiteSpace(text[start]))
        {
            start--;
        }

        var end = start;
        while (end < limit)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > limit)
            {
                break;
            }

            end += length;
        }

        return end > 0 ? end : limit > 1 && char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    /// <summary>How much of the text fits by units, entities and their data.</summary>
    private static int Fitting(TelegramText text, TextSize size)
    {
        var (count, bytes) = (0, 0);
        foreach (var entity in text.Entities)
        {
            count++;
            bytes += TextSize.BytesOf(entity);
            if (entity.Start >= size.Units)
            {
                break;
            }

            if (count > size.Entities || bytes > size.EntityBytes)
            {
                return Math.Max(1, Math.Min(entity.Start, size.Units));
            }
        }

        return Math.Min(text.Text.Length, size.Units);
    }
}
