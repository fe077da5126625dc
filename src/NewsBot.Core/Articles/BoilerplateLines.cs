using System.Text.RegularExpressions;

namespace NewsBot.Core.Articles;

/// <summary>Lines that are furniture of a page and no part of an article, told by form and by the words that open them.</summary>
internal static partial class BoilerplateLines
{
    private const int FurnitureWords = 25;

    public static bool EndsLikeSentence(string line)
    {
        var end = line.TrimEnd('"', '\'', '”', '’', '»', ')', '“', '」', '』', ' ');
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔';
    }

    /// <summary>A line that only holds a date, a byline or a source.</summary>
    public static bool IsField(string line) => VisibleDate.TryRead(line) is not null || Source(line) is not null || Author(line) is not null;

    /// <summary>Captions with a credit, share, cookie, newsletter, advertising and navigation lines.</summary>
    public static bool IsFurniture(string line, int words) => Credit().IsMatch(line) || (words <= FurnitureWords && Opening().IsMatch(line));

    public static string? Source(string line) => SourceLine().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim(' ', '.') : null;

    public static string? Author(string line) => Byline().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    [GeneratedRegex(@"^(?:source|sources|quelle|quellen|fuente|fonte|nguồn|kaynak|bron|källa|źródło|источник|مصدر|المصدر|出典|来源|來源|स्रोत)\s*[:：]\s*(?<name>\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"^(?:by|von|par|por|di|da|av|af|door)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|di|da|al|bin)){1,4})(?:\s*(?:,|\||and|und|et|y)\s.{0,40})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?:\[(?:AP|AFP|Reuters|EPA|Getty[^\]]*|File[^\]]*|Al Jazeera|Archive?)\]|\((?:AP|AFP|Reuters|EPA|dpa|Getty[^)]*|Photo[^)]*|Foto[^)]*|Ảnh[^)]*|File photo)\)|(?:Photo|Foto|Image|Bild|Ảnh|Fotoğraf|Фото)\s*[:：]\s*\S.{0,60})\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^(?:follow us|share (?:this|on|via)|share$|tweet|sign up|subscribe|read more|also read|read also|related|advertisement|newsletter|click here|print$|email$|comments?$|we use cookies|this (?:site|website) uses cookies|all rights reserved|copyright|©|loading|watch:|listen:|teilen|anzeige|mehr zum thema|lesen sie auch|folgen sie uns|newsletter|partager|lire aussi|suivez|abonnez|publicité|compartir|síguenos|lea también|publicidad|suscr|condividi|leggi anche|seguici|pubblicità|compartilh|leia (?:também|mais)|siga-nos|publicidade|chia sẻ|xem thêm|đăng ký|paylaş|bizi takip|ayrıca oku|reklam|поделиться|читайте также|подпис|реклама|شارك|اقرأ أيضا|تابعنا|إعلان|分享|关注|相关|広告|シェア|関連|続きを読む)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Opening();
}
