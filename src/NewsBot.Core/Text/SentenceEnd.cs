using System.Buffers;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Text;

/// <summary>Judges whether a full stop or another terminator ends a sentence. Looks a fixed way around it, so that splitting stays linear in hostile text.</summary>
internal static class SentenceEnd
{
    private const int Window = 24;
    private const int LongestBracket = 160;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]（）［］【】〔〕");

    /// <summary>True when the terminator at <paramref name="at"/>, closed at <paramref name="end"/>, ends the sentence that began at <paramref name="start"/>.</summary>
    public static bool IsAt(string text, int start, int at, int end, SentenceRules rules, string? language) =>
        EndsAt(text, start, at, end, rules, language) && (end >= text.Length || !IsInBracket(text, start, at, end));

    private static bool EndsAt(string text, int start, int at, int end, SentenceRules rules, string? language)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var closed = end - at > 1 && IsCloser(text[end - 1]);
        if (IsFullWidth(text[at]) && !char.IsWhiteSpace(text[end]))
        {
            return !closed || !SpeechGoesOn(text, end);
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return end == at + 1 && LacksSpace(text, at);
        }

        var next = NextLetter(text, end);
        if (next < text.Length && char.IsLower(text[next]) && !IsFullWidth(text[at]))
        {
            return false;
        }

        return text[at] != '.' || end - at > 1 || !IsAbbreviation(text, start, at, next, rules, language);
    }

    /// <summary>"(spons. ADR)": a bracket that opens within the sentence and closes soon belongs to it whole; one that is the sentence may hold several.</summary>
    private static bool IsInBracket(string text, int start, int at, int end)
    {
        while (start < at && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var from = Math.Max(start, at - LongestBracket);
        var opened = text.AsSpan(from, at - from).LastIndexOfAny(Brackets);
        if (opened < 0 || from + opened == start || !IsOpening(text[from + opened]))
        {
            return false;
        }

        var ahead = text.AsSpan(end, Math.Min(LongestBracket, text.Length - end));
        var closed = ahead.IndexOfAny(Brackets);
        return closed >= 0 && !IsOpening(ahead[closed]) && !text.AsSpan(at, end - at).ContainsAny(Brackets);
    }

    private static bool IsOpening(char bracket) => bracket is '(' or '[' or '（' or '［' or '【' or '〔';

    /// <summary>Signs that end without a space after them.</summary>
    private static bool IsFullWidth(char unit) => unit is '。' or '！' or '？' or '｡' or '।' or '॥' or '|' or '۔' or '\u1362' or '\u17d4' or '\u104b';

    private static bool IsCloser(char unit) => unit is '"' or '”' or '’' or '»' or '」' or '』' or '）' or ')' or '“';

    /// <summary>「…。」と語った and “……。”他说: the sentence goes on after the quote.</summary>
    private static bool SpeechGoesOn(string text, int end)
    {
        if (text[end] is 'と' or 'っ' or 'な' or 'の' or 'は' or 'が' or 'を' or 'に' or 'も' or 'で' or 'や' or '、' or '，' or ',')
        {
            return true;
        }

        var rest = text.AsSpan(end, Math.Min(Window, text.Length - end));
        var stop = rest.IndexOfAny('。', '，', '“');
        return (stop < 0 ? rest : rest[..stop]).IndexOfAny("说說称稱") >= 0 || rest.StartsWith("他表示", StringComparison.Ordinal) || rest.StartsWith("她表示", StringComparison.Ordinal);
    }

    /// <summary>"the deal.The" ends a sentence; "ASP.NET", "Booking.com" and "3.5" do not.</summary>
    private static bool LacksSpace(string text, int at)
    {
        if (at < 2 || at + 2 >= text.Length || !char.IsUpper(text[at + 1]) || !char.IsLower(text[at + 2]) || !char.IsLower(text[at - 1]) || !char.IsLower(text[at - 2]))
        {
            return false;
        }

        var from = at;
        while (from > 0 && at - from < Window && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        var word = text.AsSpan(at + 1, Math.Min(4, text.Length - at - 1));
        return text.AsSpan(from, at - from).IndexOfAny("./@:") < 0 && !word.StartsWith("Com", StringComparison.Ordinal) && !word.StartsWith("Net", StringComparison.Ordinal) && !word.StartsWith("Org", StringComparison.Ordinal);
    }

    private static int NextLetter(string text, int at)
    {
        var last = Math.Min(text.Length, at + Window);
        while (at < last && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at < last ? at : text.Length;
    }

    private static bool IsAbbreviation(string text, int start, int at, int next, SentenceRules rules, string? language)
    {
        var from = at;
        while (from > start && at - from < Window && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"' or '“' or '„' or '«' or '\'' or '‘' or '[' or '’' or '-' or '–'))
        {
            from--;
        }

        var word = text.AsSpan(from, at - from);
        if (word.IsEmpty || word.Length >= Window)
        {
            return false;
        }

        Span<char> lowered = stackalloc char[Window];
        var lower = lowered[..word.ToLowerInvariant(lowered)];
        var nextIsDigit = next < text.Length && char.IsDigit(text[next]);
        if (nextIsDigit && (rules.Numbers(lower) || lower.EndsWith("str")))
        {
            return true;
        }

        if (word.Length <= 3 && IsNumber(word))
        {
            return IsListNumber(text, start, from) || (rules.Ordinals && !OpensSentence(text, next, language));
        }

        if (rules.Joins(lower) || (word.Length == 1 && char.IsLower(word[0]) && !FollowsNumber(text, from)))
        {
            return true;
        }

        return (rules.MayEnd(lower) || IsInitial(word)) && !OpensSentence(text, next, language);
    }

    /// <summary>"9 h.", "40 m.": a unit, not the first half of "z. B.".</summary>
    private static bool FollowsNumber(string text, int from) => from > 1 && text[from - 1] == ' ' && char.IsDigit(text[from - 2]);

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsListNumber(string text, int start, int from) => text.AsSpan(start, from - start).Trim().IsEmpty;

    /// <summary>"J", "J.K", "Ch" of no table: initials before a name.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word) => char.IsUpper(word[^1]) && (word.Length == 1 || word[^2] is '.' or '-');

    /// <summary>A capitalized word that carries no topic ("The", "Der", "Il") is no name: it opens a sentence.</summary>
    private static bool OpensSentence(string text, int next, string? language)
    {
        var end = next;
        while (end < text.Length && end - next < Window && char.IsLetter(text[end]))
        {
            end++;
        }

        return end - next > 1 && StopWords.Contains(TextFolding.Fold(text[next..end]), language);
    }
}
