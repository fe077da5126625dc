using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>Splits a paragraph into sentences, verbatim and in order. Knows abbreviations, initials, decimals, ordinals and closing quotes; unsure ends join on.</summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations =
        ("mr mrs ms dr prof st sr jr gen col lt capt sgt rev hon gov sen rep no vs etc inc ltd co corp dept est approx fig al u.s u.k u.n e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec " +
         "bzw ca usw z.b d.h u.a nr hr fr str abs art bspw evtl ggf inkl mio mrd sog vgl zzgl m mme mlle mm cf ex env av apr.j.-c sra srta ud uds ee.uu aprox pag ing dott sig avv on ecc es " +
         "exmo exma dra dhr mevr o.a bijv resp bl.a dvs kl t.ex osv np tzw prof mgr inz r ul im tj napr str mj tys mld млн млрд тыс г гг им ул т.е т.д т.п руб см др проф акад")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>White space at both ends is cut; nothing else changes.</summary>
    public static IReadOnlyList<string> Split(string paragraph, string? language)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            if (!IsTerminator(paragraph[at]))
            {
                continue;
            }

            var end = AfterClosers(paragraph, at + 1);
            if (EndsSentence(paragraph, start, at, end, language))
            {
                Add(sentences, paragraph[start..end]);
                start = end;
            }

            at = end - 1;
        }

        Add(sentences, paragraph[start..]);
        return sentences;
    }

    private static bool IsTerminator(char unit) => unit is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔' or '｡';

    private static bool IsFullWidth(char unit) => unit is '。' or '！' or '？' or '｡' or '।';

    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length && (IsTerminator(text[at]) || text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』' or '“' && EndsQuote(text, at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>German closes with the sign that English opens with.</summary>
    private static bool EndsQuote(string text, int at) => at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);

    private static bool EndsSentence(string text, int start, int at, int end, string? language)
    {
        if (IsFullWidth(text[at]))
        {
            return true;
        }

        if (end >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = NextLetter(text, end);
        if (next < text.Length && char.IsLower(text[next]))
        {
            return false;
        }

        return text[at] != '.' || end - at > 1 || !IsAbbreviation(text, start, at, language);
    }

    private static int NextLetter(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsAbbreviation(string text, int start, int at, string? language)
    {
        var from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"' or '“' or '„' or '«'))
        {
            from--;
        }

        var word = text[from..at];
        if (word.Length == 0)
        {
            return false;
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return true;
        }

        // Ordinals: "am 3. Mai", "5. januar"; elsewhere a number ends a sentence.
        if (word.Length <= 2 && word.All(char.IsDigit))
        {
            return language is "de" or "da" or "no" or "fi" or "cs" or "pl" or "tr" or "hu" or "sl" or "hr" or "et" or "lv";
        }

        return Abbreviations.Contains(word.ToLowerInvariant());
    }

    private static void Add(List<string> sentences, string sentence)
    {
        var text = sentence.Trim();
        if (text.Length > 0)
        {
            sentences.Add(text);
        }
    }
}
