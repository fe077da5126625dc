using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Grammar by which a page asks something of its reader: a request at the beginning of a line, polite forms and endings. Article text does so in speech alone. Looks at the ends and a bounded beginning of a line.</summary>
internal static partial class ReaderAddress
{
    private const int ReadLength = 400;
    private const int LongestOpening = 16;

    /// <summary>Verbs that pages open a request with and articles hardly a sentence.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Requests = new[]
    {
        "click choose choosing select listen join try browse swipe explore discover download watch subscribe register tell upgrade allow enable activate enjoy",
        "toque toca pulse pulsa pulsar haz haga activa descubre descubra mira mire escucha escuche únete únase elige elija envíanos envíenos cuéntanos cuéntenos escríbenos escríbanos recibe reciba consulte conoce conozca descarga descargue regístrate regístrese suscríbete suscríbase",
        "toque clique aperte ative descubra assista ouça escolha receba confira conheça baixe cadastre-se inscreva-se acompanhe siga",
        "tocca clicca premi scegli scegliendo attiva scopri guarda ascolta raccontaci scrivici segnalaci contattaci ricevi iscriviti abbonati accedi registrati unisciti scarica",
        "tippe klicke wähle hol lies schau höre melde werde aktiviere abonniere",
        "tik klik kies lees bekijk luister meld ontvang volg ontdek stuur laat tryk læs klik trykk les läs lyssna följ",
        "kliknij wybierz czytaj zobacz posłuchaj dołącz napisz wyślij pobierz klikněte přečtěte sledujte napište stáhněte",
        "اضغط المس انقر أخبرنا راسلنا استمع اختر باختيارك تابع تابعوا اقرأ",
        "chạm bấm hãy mời chọn tải quét",
        "ketuk klik pilih baca simak tonton dengarkan unduh ikuti kirim",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where grammar alone says that the reader is spoken to; ask it of lines without speech.</summary>
    public static bool IsIn(string line)
    {
        var head = line.Length <= ReadLength ? line : line[..ReadLength];
        return OpensWithRequest(head) || Polite().IsMatch(head) || (head.AsSpan().IndexOfAny("ışğİ") >= 0 && Turkish().IsMatch(head)) || Ending().IsMatch(head);
    }

    /// <summary>Japanese sentences end politely or plainly: newspapers write plainly, pages speak politely. Null for other text.</summary>
    public static bool? IsPoliteJapanese(string line)
    {
        var end = line.AsSpan().TrimEnd("。！？)）」");
        var isJapanese = end.Length > 1 && end[^1] is >= '\u3040' and <= '\u30ff';
        return !isJapanese ? null : end.EndsWith("ます") || end.EndsWith("ません") || end.EndsWith("ました") || end.EndsWith("です") || end.EndsWith("でした") || end.EndsWith("ください") || end.EndsWith("でしょう") || end.EndsWith("ませんか") || end.EndsWith("ますか");
    }

    private static bool OpensWithRequest(string head)
    {
        var at = 0;
        if (!Words.TryNext(head, ref at, out var word) || word.Length > LongestOpening)
        {
            return false;
        }

        Span<char> lowered = stackalloc char[LongestOpening];
        return Requests.Contains(lowered[..head.AsSpan(word.Start, word.Length).ToLowerInvariant(lowered)]);
    }

    /// <summary>German capitals ("Rufen Sie"), French and Russian imperatives at the beginning.</summary>
    [GeneratedRegex(@" (?:Sie|Ihr|Ihre|Ihren|Ihrer|Ihrem|Ihnen)[ ,.?!:]|^(?!(?:Chez|Assez|Rendez|Fez)\b)\p{Lu}\p{Ll}{2,}ez(?:[- ]|$)|^\p{Lu}\p{Ll}{2,}[йи]те(?:сь)?[ ,]", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Polite();

    /// <summary>"telefonunuz", "seçerseniz": your, you.</summary>
    [GeneratedRegex(@"\p{L}(?:[ıiuü]n[ıiuü]z|s[ae]n[ıi]z|s[ıi]n[ıi]z)\p{Ll}{0,6}(?:\P{L}|$)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Turkish();

    /// <summary>Requests by the verb at the end: Hindi "देखिए", Turkish "öğrenin", Korean "하세요", Japanese "ください".</summary>
    [GeneratedRegex(@"(?<!ल|चाह|क|द|इसल|प)िए(?:\P{L}|$)|इए(?:\P{L}|$)|(?:세요|십시오|바랍니다)[.!]?$|(?:ください|ましょう)[。！]?$", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Ending();
}
