using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Feeds.Extraction;

/// <summary>The language of an article: what the page declares, unless its text is plainly another.</summary>
internal static class PageLanguage
{
    private const double LeastCommon = 0.12;

    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0530', '\u058f', "hy"), ('\u0980', '\u09ff', "bn"), ('\u0a00', '\u0a7f', "pa"), ('\u0a80', '\u0aff', "gu"), ('\u0b00', '\u0b7f', "or"), ('\u0b80', '\u0bff', "ta"), ('\u0c00', '\u0c7f', "te"), ('\u0c80', '\u0cff', "kn"),
        ('\u0d00', '\u0d7f', "ml"), ('\u0d80', '\u0dff', "si"), ('\u0e80', '\u0eff', "lo"), ('\u1000', '\u109f', "my"), ('\u10a0', '\u10ff', "ka"), ('\u1200', '\u137f', "am"), ('\u1780', '\u17ff', "km"), ('\u0370', '\u03ff', "el"),
        ('\u0590', '\u05ff', "he"), ('\u0e00', '\u0e7f', "th"), ('\uac00', '\ud7af', "ko"), ('\u3040', '\u30ff', "ja"), ('\u0900', '\u097f', "hi"), ('\u0400', '\u04ff', "ru"), ('\u0600', '\u06ff', "ar"), ('\u4e00', '\u9fff', "zh"),
    ];

    /// <summary>Languages that share a script: a declared one of them is believed where the detector is of another mind.</summary>
    private static readonly string[][] Kin =
    [
        ["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"], ["ar", "fa", "ur", "ps", "ku", "ug", "sd", "ckb"], ["hi", "mr", "ne", "sa"], ["no", "nb", "nn", "da", "sv"], ["id", "ms"], ["hr", "bs", "sr", "sl"], ["cs", "sk"], ["zh"], ["he", "yi"], ["bn", "as"],
        ["es", "ca", "gl", "eu"], ["pt", "gl"],
    ];

    public static string? Of(PageFacts facts, string text)
    {
        var declared = facts.Meta("content-language", "language", "dc.language", "og:locale", "itemprop:inLanguage").Prepend(facts.Linked.Language ?? "").Prepend(facts.Language ?? "").Select(Primary).OfType<string>().FirstOrDefault();
        var detected = Detect(text);
        if (declared is null || detected is null || !IsSure(text, detected))
        {
            return declared ?? detected;
        }

        var known = StopWords.Languages.Contains(declared) || Scripts.Any(script => script.Language == declared);
        var kin = Kin.Any(group => group.Contains(declared) && group.Contains(detected));
        return known && !kin ? detected : kin || IsLatin(text) ? declared : detected;
    }

    /// <summary>A sample of the first letters of the text decides.</summary>
    public static string? Detect(string text)
    {
        var sample = text.Length > 3_000 ? text[..3_000] : text;
        var letters = sample.Count(char.IsLetter);
        if (letters < 40)
        {
            return null;
        }

        foreach (var (first, last, language) in Scripts)
        {
            var found = sample.Count(unit => unit >= first && unit <= last);
            if (found * (language == "ja" ? 8 : 2) > letters)
            {
                return language is "ru" or "ar" ? LanguageDetector.Detect(sample) ?? language : language;
            }
        }

        return LanguageDetector.Detect(sample);
    }

    /// <summary>Running text has about a third of common words; a language that the detector does not know has few of any.</summary>
    private static bool IsSure(string text, string detected)
    {
        if (!StopWords.Languages.Contains(detected))
        {
            return true;
        }

        var words = Words.Folded(text.Length > 3_000 ? text[..3_000] : text).ToList();
        return words.Count(word => StopWords.Contains(word, detected)) > words.Count * LeastCommon;
    }

    private static bool IsLatin(string text) => text.Take(2_000).Count(unit => char.IsLetter(unit) && unit < '\u0250') * 2 > text.Take(2_000).Count(char.IsLetter);

    private static string? Primary(string? declared)
    {
        var primary = declared?.Trim().Split('-', '_', ',', ';')[0].Trim().ToLowerInvariant();
        return primary switch
        {
            "english" => "en",
            "jp" => "ja",
            "cn" => "zh",
            "gr" => "el",
            "ua" => "uk",
            "cz" => "cs",
            "kr" => "ko",
            "in" => "id",
            "iw" => "he",
            "nb" or "nn" => primary,
            { Length: 2 or 3 } => primary,
            _ => null,
        };
    }
}
