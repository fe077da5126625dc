using System.Buffers;

namespace NewsBot.Core.Text;

/// <summary>
/// Splits a paragraph into sentences, verbatim and in order; linear in its length. Knows abbreviations, initials, decimals, ordinals, closing quotes, missing spaces and scripts without stops; unsure ends join on.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Thai separates sentences by spaces, and clauses too: shorter runs join on.</summary>
    private const int ThaiSentence = 80;

    private const string Stops = ".!?…。！？．｡।॥؟۔։\u1362\u17d4\u104b|\"";

    /// <summary>Between these no sentence can end.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(Stops);
    private static readonly SearchValues<char> SignsAndSpace = SearchValues.Create(Stops + " ");

    /// <summary>White space at both ends is cut; nothing else changes.</summary>
    public static IReadOnlyList<string> Split(string paragraph, string? language)
    {
        var spans = new List<TextSpan>();
        Spans(paragraph, language, spans);
        return [.. spans.Select(span => paragraph.Substring(span.Start, span.Length))];
    }

    /// <summary>Adds where the sentences stand: not empty, in order, apart only by white space.</summary>
    public static void Spans(string paragraph, string? language, ICollection<TextSpan> sentences)
    {
        var rules = SentenceRules.For(language);
        var start = 0;
        var quotes = 0;
        var signs = paragraph.AsSpan().ContainsAnyInRange('\u0e00', '\u0e7f') ? SignsAndSpace : Signs;
        for (var at = Next(paragraph, 0, signs); at >= 0; at = Next(paragraph, at + 1, signs))
        {
            var unit = paragraph[at];
            quotes += unit is '"' ? 1 : 0;
            if (unit is ' ' && EndsThai(paragraph, start, at))
            {
                Add(sentences, paragraph, start, at);
                (start, quotes) = (at, 0);
            }

            if (!IsTerminator(paragraph, at))
            {
                continue;
            }

            var end = AfterClosers(paragraph, at + 1, quotes % 2 == 1);
            if (SentenceEnd.IsAt(paragraph, start, at, end, rules, language))
            {
                Add(sentences, paragraph, start, end);
                (start, quotes) = (end, 0);
            }
            else
            {
                quotes += paragraph.AsSpan(at, end - at).Count('"');
            }

            at = end - 1;
        }

        Add(sentences, paragraph, start, paragraph.Length);
    }

    private static int Next(string text, int from, SearchValues<char> signs)
    {
        var next = text.AsSpan(from).IndexOfAny(signs);
        return next < 0 ? -1 : from + next;
    }

    private static bool IsTerminator(string text, int at) => text[at] switch
    {
        '.' or '!' or '?' or '…' or '。' or '！' or '？' or '．' or '｡' or '।' or '॥' or '؟' or '۔' or '։' or '\u1362' or '\u17d4' or '\u104b' => true,
        '|' => at > 1 && IsDevanagari(text[at - 1] == ' ' ? text[at - 2] : text[at - 1]),
        _ => false,
    };

    private static bool IsDevanagari(char unit) => unit is >= '\u0900' and <= '\u097f';

    private static bool EndsThai(string text, int start, int at) =>
        at - start >= ThaiSentence && IsThai(text[at - 1]) && at + 1 < text.Length && IsThai(text[at + 1]);

    private static bool IsThai(char unit) => unit is >= '\u0e00' and <= '\u0e7f';

    private static int AfterClosers(string text, int at, bool inStraightQuote)
    {
        while (at < text.Length)
        {
            var unit = text[at];
            if (IsTerminator(text, at) || unit is '"' or '\'' or '”' or '’' or '»' or '«' or '“' or '‘' or ')' or ']' or '」' or '』' or '）' or '】' or '》' or '›' or '‹')
            {
                at++;
                continue;
            }

            // French sets a space before the closing sign; taken-apart corpora set one before every sign.
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            var spaced = unit is ' ' or '\u00a0' or '\u202f' && (next is '»' or '”' || (next is '"' && inStraightQuote)) && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));
            if (spaced)
            {
                return at + 2;
            }

            // A footnote mark: "ended.[3]".
            if (unit is '[' && next is >= '0' and <= '9' && text.IndexOf(']', at, Math.Min(5, text.Length - at)) is > 0 and var close)
            {
                at = close + 1;
                continue;
            }

            return at;
        }

        return at;
    }

    private static void Add(ICollection<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }
}
