namespace NewsBot.Core.Text.Languages;

/// <summary>Tells the language of a text by its script, then by its common words and telling letters. Pure, fast, and silent when unsure.</summary>
public static class LanguageDetector
{
    private const int Characters = 2_000;

    private static readonly string[] Latin = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "ro", "tr", "vi", "id", "hu"];
    private static readonly string[] Cyrillic = ["ru", "uk", "bg"];
    private static readonly string[] Arabic = ["ar", "fa"];

    /// <summary>Letters that few languages use, with what their presence says.</summary>
    private static readonly (string Letters, string[] Languages)[] Telling =
    [
        ("ß", ["de"]), ("äöü", ["de", "sv", "fi", "hu", "tr"]), ("å", ["sv", "da", "no"]), ("æø", ["da", "no"]), ("ñ¿¡", ["es"]), ("ãõ", ["pt"]), ("ç", ["fr", "pt", "tr"]),
        ("êèàùôœ", ["fr"]), ("ąęłśźżć", ["pl"]), ("řěůčšž", ["cs"]), ("ășțâ", ["ro"]), ("ğışİ", ["tr"]), ("ơưđạảấầậặếềểệịọốồộớờợụứừựỳỹ", ["vi"]), ("őű", ["hu"]), ("іїєґ", ["uk"]), ("ыэё", ["ru"]), ("ъ", ["bg"]),
        ("پچژگک", ["fa"]), ("ìò", ["it"]),
    ];

    /// <summary>BCP 47 primary tag, or null when the text is too short or gives no sign.</summary>
    public static string? Detect(string text)
    {
        var sample = text.Length > Characters ? text[..Characters] : text;
        var counts = ScriptCounts.Of(sample);
        if (counts.Letters < 3)
        {
            return null;
        }

        return counts.Main switch
        {
            Script.Latin => Best(sample, Latin),
            Script.Cyrillic => Best(sample, Cyrillic) ?? "ru",
            Script.Arabic => Best(sample, Arabic) ?? "ar",
            Script.Kana => "ja",
            Script.Han => "zh",
            Script.Hangul => "ko",
            Script.Greek => "el",
            Script.Hebrew => "he",
            Script.Devanagari => "hi",
            Script.Thai => "th",
            _ => null,
        };
    }

    private static string? Best(string text, string[] languages)
    {
        var words = Words.Folded(text).ToList();
        var lower = text.ToLowerInvariant();
        var scores = languages.ToDictionary(language => language, language => (double)words.Count(StopWords.Of(language).Contains), StringComparer.Ordinal);
        foreach (var (letters, hints) in Telling)
        {
            var found = lower.Count(unit => letters.Contains(unit, StringComparison.Ordinal));
            if (found == 0)
            {
                continue;
            }

            foreach (var hint in hints.Where(scores.ContainsKey))
            {
                scores[hint] += Math.Min(found, 6) * (hints.Length == 1 ? 1.2 : 0.5);
            }
        }

        var ranked = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => Array.IndexOf(languages, pair.Key)).ToList();
        return ranked[0].Value >= 1 && ranked[0].Value > ranked[1].Value ? ranked[0].Key : null;
    }
}
