using System.Buffers;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>What single lines of a page are by their form: fields, captions with a credit, headlines. Lines of any length, in time bounded by their ends.</summary>
internal static partial class BoilerplateLines
{
    private const int FieldLength = 140;
    private const int CreditTail = 160;
    private const int HeadlineWords = 4;
    private const int ThaiSentence = 40;
    private const double LinkWeight = 1.5;
    private const double BarWeight = 1;

    private static readonly SearchValues<char> CreditSigns = SearchValues.Create(":：/／＝=©");
    private static readonly SearchValues<char> PageSigns = SearchValues.Create("@©®™►▶▼▲→➜➤»›☎✉⬇");

    private static readonly SearchValues<string> LinkStarts = SearchValues.Create(["http", "www."], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Bars = SearchValues.Create([" | ", " • ", " · "], StringComparison.Ordinal);

    public static bool EndsLikeSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("\"'”’»)“‘」』）] ›\u00a0`");
        if (end.IsEmpty)
        {
            return false;
        }

        // Thai has no full stop, and Hindi pages write the danda as a bar.
        return end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔' or '॥' or '።' or '។'
            || (end[^1] is >= '\u0e00' and <= '\u0e7f' && end.Length >= ThaiSentence)
            || (end is [.., >= '\u0900' and <= '\u097f', '|'] or [.., >= '\u0900' and <= '\u097f', ' ', '|']);
    }

    /// <summary>"... said the mayor. (dpa)": complete but for the agency's name behind it.</summary>
    public static bool EndsWithAgency(string line)
    {
        var tail = line.Length <= CreditTail ? line : line[^CreditTail..];
        return tail is [.., ')' or ']' or '）'] && Credit().Match(tail) is { Success: true } match && match.Groups["agency"].Success && IsSigned(tail[..match.Index], Words.Count(line));
    }

    /// <summary>A line that only holds a date, a byline or a source.</summary>
    public static bool IsField(string line, string? language) => line.Length <= FieldLength && (VisibleDate.TryRead(line, language) is not null || Source(line) is not null || Author(line) is not null);

    /// <summary>A caption, or the agency's name, at the end of a line: "[AP]", "(Photo: A. Moor)", "Foto: dpa".</summary>
    public static bool HasCredit(string line)
    {
        var tail = line.Length <= CreditTail ? line : line[^CreditTail..];
        return MayHoldCredit(tail) && Credit().Match(tail) is { Success: true } match && !(match.Groups["agency"].Success && IsSigned(tail[..match.Index], Words.Count(line)));
    }

    /// <summary>A credit stands in brackets at the end, or behind a sign.</summary>
    private static bool MayHoldCredit(string tail) => tail.AsSpan().TrimEnd(". \t\u00a0") is [.., ')' or ']' or '）'] || tail.AsSpan().ContainsAny(CreditSigns);

    public static string? Source(string line) => line.Length <= FieldLength && line.AsSpan().ContainsAny(':', '：', '﹕') && SourceLine().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim(' ', '.', '）', ')') : null;

    public static string? Author(string line) => line.Length <= FieldLength && Byline().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    /// <summary>"What We Know About the Bridge?": nearly every long word opens with a capital letter.</summary>
    public static bool IsHeadline(string line)
    {
        var (longWords, capitals, words, at) = (0, 0, 0, 0);
        while (Words.TryNext(line, ref at, out var word))
        {
            words++;
            if (word.Length >= HeadlineWords)
            {
                longWords++;
                capitals += char.IsUpper(line[word.Start]) ? 1 : 0;
            }
        }

        return words >= HeadlineWords && longWords >= 3 && capitals == longWords;
    }

    /// <summary>Addresses, handles, arrows and bars: signs of the page.</summary>
    public static double Signs(string line)
    {
        var head = line.Length <= FieldLength * 4 ? line : line[..(FieldLength * 4)];
        var links = head.AsSpan().ContainsAny(LinkStarts) || head.AsSpan().IndexOfAny(PageSigns) is >= 0 and var at && IsSign(head, at);
        var bars = head.AsSpan().ContainsAny(Bars);
        return (links ? LinkWeight : 0) + (bars ? BarWeight : 0);
    }

    /// <summary>A closing guillemet is a sign of the page only where none opened before it.</summary>
    private static bool IsSign(string line, int at) => line[at] is not ('»' or '›') || line.AsSpan(0, at).IndexOfAny("«‹") < 0;

    /// <summary>A long paragraph that is complete without the agency's name is body, a caption is short.</summary>
    private static bool IsSigned(string before, int words) => words >= 20 && EndsLikeSentence(before.TrimEnd());

    [GeneratedRegex(@"^[(（]?(?:source|sources|via|quelle|quellen|fuente|fuentes|fonte|fontes|fonti|nguồn|nguồn tin|theo|kaynak|bron|källa|kilde|lähde|źródło|zdroj|sursa|forrás|источник|источники|джерело|πηγή|מקור|مصدر|المصدر|منبع|出典|引用元|来源|來源|消息来源|स्रोत|सोर्स|출처|sumber|ที่มา)\s*[:：﹕]\s*(?<name>\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"^(?:(?i:by|von|par|por|di|da|de|av|af|door|written by|reported by|words by)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|di|da|al|bin)){1,4})|(?i:author|authors|autor|autorin|auteur|autore|автор|автори|yazar|yazan|muhabir|haber|tác giả|người viết|penulis|reporter|συντάκτης|كتب|كتبت|بقلم|الكاتب|लेखक|रिपोर्ट|作者|记者|記者|文|撰文|글)\s*[:：/＝=]\s*(?<name>\S.{1,60}?)|本?[报報]?(?:记者|記者)\s+(?<name>\S{2,12})|(?<name>\S{2,8})\s*(?:기자|記者))(?:\s*(?:,|\||-|–|•|·|and|und|et|y|e|ve|и|và)\s.{0,60})?$", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?:(?<agency>[\[(（](?:AP|AFP|Reuters|EPA|dpa|TTXVN|AA|IHA|DHA|ANSA|EFE|Lusa|TASS|ТАСС|РИА Новости|Xinhua|PTI|ANI|UPI|IANS|Bloomberg|新华社|共同|時事|رويترز|أ ف ب|Agencies|Agenturen|Agences|Agencias)[\])）])|[\[(（][^\[\]()（）]{0,60}(?:Photo|Foto|Image|Bild|Picture|Credit|Getty|Shutterstock|File|Archiv|Handout|Ảnh|Fotoğraf|Фото|Фотография|صورة|الصورة|फोटो|तस्वीर|写真|撮影|摄|攝|图|圖|사진|AP|AFP|Reuters|EPA)[^\[\]()（）]{0,60}[\])）]|(?:^|[\s.。|–—-])(?:(?:AP |File |Stock )?Photo|Photograph|Photographer|Picture|Pic|Image|Credit|Foto|Fotos|Bild|Bilder|Crédit(?: photo)?|Crédits?|Crédito|Foto de|Imagen|Imagem|Immagine|Ảnh|Fotoğraf|Zdjęcie|Фото|Фотография|صورة|الصورة|تصوير|फोटो|तस्वीर|फोटो क्रेडिट|写真|写真提供|撮影|图|图片|图片来源|圖|圖片|사진)\s*(?:by|credit|courtesy|von|de|di|của)?\s*[:：/／＝=©]\s*\S.{0,80}|(?:^|\s)©\s?\S.{0,60})\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Credit();
}
