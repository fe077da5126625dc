using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsBot.Core.Text.Languages;

/// <summary>Tells the language of a text by its script, then by trigrams, common words and telling letters. Pure, thread-safe, fast, and silent when unsure.</summary>
public static class LanguageDetector
{
    /// <summary>Letters that are looked at; more of them change nothing.</summary>
    private const int Characters = 1_000;

    private const int LeastLetters = 3;

    /// <summary>Half natural logarithms by which the best language of a long text must lead, and of a short one.</summary>
    private const int LeastLead = 1;

    /// <inheritdoc cref="LeastLead"/>
    private const int LeastLeadOfShort = 4;

    private const int ShortTrigrams = 25;

    /// <summary>The mean level of trigrams from which a text is in no language that is known.</summary>
    private const double Strange = 20.5;

    /// <summary>How much worse than the best a declared language may fit, a trigram, and at least.</summary>
    private const double Doubt = 1.0;

    /// <inheritdoc cref="Doubt"/>
    private const int LeastDoubt = 24;

    /// <summary>Letters from which a declaration is doubted.</summary>
    private const int LettersOfSharedScript = 24;

    /// <inheritdoc cref="LettersOfSharedScript"/>
    private const int LettersOfOwnScript = 8;

    private static readonly LanguageGroup Latin = new(
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "sl", "hr", "ro", "tr", "vi", "id", "hu", "et", "lt", "lv", "ca");

    private static readonly LanguageGroup Cyrillic = new("ru", "uk", "bg", "sr", "be", "mk");

    private static readonly LanguageGroup Arabic = new("ar", "fa", "ur");

    /// <summary>Characters of Japanese alone: neither the traditional nor the simplified Chinese form.</summary>
    private static readonly SearchValues<char> JapaneseHan = SearchValues.Create("発対経済総戦応読売県図団円気沢浜広拠歩塩栄検験険権観関鉄駅転軽辺遅続労働");

    /// <summary>BCP 47 primary tag, or null when the text is too short or gives no sign.</summary>
    public static string? Detect(string text)
    {
        var sample = Sample(text);
        var counts = ScriptCounts.Of(sample);
        if (counts.Letters < LeastLetters)
        {
            return null;
        }

        return GroupOf(counts.Main) is { } group ? Best(group, sample) : OnlyLanguageOf(counts.Main, sample);
    }

    /// <summary>False when the text is surely in another language than the one that was declared for it; true when it fits or nothing can be told.</summary>
    /// <param name="declared">A BCP 47 tag; region and script are ignored.</param>
    public static bool Fits(string text, string declared)
    {
        var sample = Sample(text);
        var counts = ScriptCounts.Of(sample);
        var language = Known(declared, counts.Main);
        var group = GroupOf(counts.Main);
        if (counts.Main == Script.Other || counts.Letters < (group is null ? LettersOfOwnScript : LettersOfSharedScript))
        {
            return true;
        }

        if (group is null)
        {
            return OnlyLanguageOf(counts.Main, sample) is not { } only || only == language || !IsKnown(language);
        }

        Span<int> costs = stackalloc int[group.Languages.Count];
        var trigrams = group.Costs(Letters(sample), costs);
        for (var column = 0; column < costs.Length; column++)
        {
            if (group.Languages[column] == language)
            {
                return costs[column] - Least(costs) <= Math.Max(LeastDoubt, Doubt * trigrams);
            }
        }

        return !IsKnown(language);
    }

    private static string? Best(LanguageGroup group, ReadOnlySpan<char> sample)
    {
        Span<int> costs = stackalloc int[group.Languages.Count];
        var trigrams = group.Costs(Letters(sample), costs);
        var best = costs.IndexOf(Least(costs));
        var cost = costs[best];
        costs[best] = int.MaxValue;
        return Least(costs) - cost >= (trigrams < ShortTrigrams ? LeastLeadOfShort : LeastLead) && cost <= Strange * trigrams ? group.Languages[best] : null;
    }

    private static int Least(ReadOnlySpan<int> costs)
    {
        var least = int.MaxValue;
        foreach (var cost in costs)
        {
            least = Math.Min(least, cost);
        }

        return least;
    }

    private static LanguageGroup? GroupOf(Script script) => script switch
    {
        Script.Latin => Latin,
        Script.Cyrillic => Cyrillic,
        Script.Arabic => Arabic,
        _ => null,
    };

    private static string? OnlyLanguageOf(Script script, ReadOnlySpan<char> sample) => script switch
    {
        Script.Kana => "ja",
        Script.Han => sample.ContainsAny(JapaneseHan) ? "ja" : "zh",
        Script.Hangul => "ko",
        Script.Greek => "el",
        Script.Armenian => "hy",
        Script.Hebrew => "he",
        Script.Devanagari => "hi",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Burmese => "my",
        Script.Georgian => "ka",
        Script.Ethiopic => "am",
        Script.Khmer => "km",
        _ => null,
    };

    /// <summary>The name under which a declared language is known here.</summary>
    private static string Known(string declared, Script script)
    {
        var end = declared.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? declared : declared[..end]).ToLowerInvariant();
        return primary switch
        {
            "nb" or "nn" => "no",
            "iw" => "he",
            "in" => "id",
            "bs" or "sh" => "hr",
            "sr" when script == Script.Latin => "hr",
            _ => primary,
        };
    }

    /// <summary>Languages that are told apart; of any other nothing can be said. Marathi and Nepali share the script of Hindi.</summary>
    private static bool IsKnown(string language) =>
        Latin.Languages.Contains(language) || Cyrillic.Languages.Contains(language) || Arabic.Languages.Contains(language) ||
        language is "ja" or "zh" or "ko" or "el" or "he" or "hi" or "th" or "bn" or "ta" or "te" or "ka" or "hy";

    /// <summary>The first letters; a pair of surrogates is not cut.</summary>
    private static ReadOnlySpan<char> Sample(string text) => text.Length > Characters ? text.AsSpan(0, Characters) : text;

    /// <summary>Lower case, composed, one space for all that is no letter, and one at each end.</summary>
    private static string Letters(ReadOnlySpan<char> sample)
    {
        var letters = new StringBuilder(sample.Length + 2).Append(' ');
        foreach (var unit in sample)
        {
            if (char.IsLetter(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.ToLowerInvariant(unit));
            }
            else if (letters[^1] != ' ')
            {
                letters.Append(' ');
            }
        }

        if (letters[^1] != ' ')
        {
            letters.Append(' ');
        }

        var text = letters.ToString();
        return text.IsNormalized() ? text : text.Normalize();
    }
}
